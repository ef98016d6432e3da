use super::*;
use crate::order::events::LineOverridden;
use crate::{OverrideLine, Rejection};
use contracts::Override;

fn unit(minor: i64, reason: &str) -> Override {
    Override::UnitPrice { price: UnitPrice::from_minor(minor, Currency::EUR), reason: reason.to_owned() }
}

fn total(minor: i64, reason: &str) -> Override {
    Override::LineTotal { total: eur(minor), reason: reason.to_owned() }
}

fn overridden(override_: Option<Override>) -> OrderEvent {
    LineOverridden { order: ORDER, line: LineNumber(1), override_ }.into()
}

fn set(override_: Option<Override>) -> OverrideLine {
    OverrideLine { line: LineNumber(1), override_ }
}

#[test]
fn an_override_carries_its_reason() {
    let state = given(cart())
        .asked(set(Some(unit(1_500, " shelf label "))))
        .then([overridden(Some(unit(1_500, "shelf label")))]);
    assert_eq!(state.cart().unwrap().lines[0].override_, Some(unit(1_500, "shelf label")));
}

#[test]
fn a_line_total_may_be_anything_from_nothing_on() {
    for minor in [0, 9_999] {
        given(cart()).asked(set(Some(total(minor, "2 for 5")))).then([overridden(Some(total(minor, "2 for 5")))]);
    }
}

#[test]
fn the_same_override_again_changes_nothing() {
    let history = [cart(), vec![overridden(Some(total(500, "2 for 5")))]].concat();
    given(history).asked(set(Some(total(500, "2 for 5 ")))).then_nothing();
}

#[test]
fn the_list_price_comes_back() {
    let history = [cart(), vec![overridden(Some(total(500, "2 for 5")))]].concat();
    let state = given(history).asked(set(None)).then([overridden(None)]);
    assert_eq!(state.cart().unwrap().lines[0].override_, None);
}

#[test]
fn goods_never_bring_money_along() {
    for below in [unit(-1, "return"), total(-1, "return")] {
        given(cart()).asked(set(Some(below))).then_refused(Rejection::OverrideBelowZero);
    }
}

#[test]
fn an_override_needs_a_reason() {
    for silent in [unit(100, " "), total(100, "")] {
        given(cart()).asked(set(Some(silent))).then_refused(Rejection::ReasonOutOfBounds { most: 200 });
    }
}

#[test]
fn the_stored_name_of_the_field_is_the_plain_word() {
    let wire = eventing::EventSet::encode(&overridden(None));
    assert!(String::from_utf8(wire.payload).unwrap().contains(r#""override":null"#));
}

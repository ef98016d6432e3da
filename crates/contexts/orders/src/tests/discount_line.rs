use super::*;
use crate::order::events::LineDiscounted;
use crate::{DiscountLine, Rejection};
use contracts::Discount;

const TENTH: Discount = Discount::Rate { rate: Rate::percent(10) };

fn discount(discount: Option<Discount>, reason: &str) -> DiscountLine {
    DiscountLine { line: LineNumber(1), discount, reason: reason.to_owned() }
}

fn discounted(discount: Option<Discount>, reason: Option<&str>) -> OrderEvent {
    LineDiscounted { order: ORDER, line: LineNumber(1), discount, reason: reason.map(str::to_owned) }.into()
}

#[test]
fn a_discount_is_recorded_with_its_reason() {
    let state =
        given(cart()).asked(discount(Some(TENTH), " worn box ")).then([discounted(Some(TENTH), Some("worn box"))]);
    assert_eq!(state.cart().unwrap().lines[0].discount, Some(TENTH));
    assert_eq!(state.cart().unwrap().lines[1].discount, None);
}

#[test]
fn the_same_discount_again_changes_nothing() {
    let history = [cart(), vec![discounted(Some(TENTH), Some("worn box"))]].concat();
    given(history).asked(discount(Some(TENTH), "very worn")).then_nothing();
}

#[test]
fn it_can_be_taken_away_without_a_word() {
    let history = [cart(), vec![discounted(Some(TENTH), Some("worn box"))]].concat();
    given(history).asked(discount(None, " ")).then([discounted(None, None)]);
}

#[test]
fn a_rate_lies_between_nothing_and_everything() {
    for fits in [Rate::ZERO, Rate::ONE] {
        given(cart()).asked(discount(Some(Discount::Rate { rate: fits }), "worn")).state();
    }
    for rate in [Rate::from_ppm(-1).unwrap(), Rate::from_ppm(1_000_001).unwrap()] {
        let asked = discount(Some(Discount::Rate { rate }), "worn");
        given(cart()).asked(asked).then_refused(Rejection::DiscountOutOfBounds);
    }
}

#[test]
fn an_amount_is_above_zero() {
    for minor in [0, -100] {
        let asked = discount(Some(Discount::Amount { amount: eur(minor) }), "worn");
        given(cart()).asked(asked).then_refused(Rejection::DiscountOutOfBounds);
    }
}

#[test]
fn a_discount_needs_a_reason_of_bounded_length() {
    given(cart()).asked(discount(Some(TENTH), &"ω".repeat(200))).state();
    for reason in [String::new(), "  ".to_owned(), "ω".repeat(201)] {
        given(cart()).asked(discount(Some(TENTH), &reason)).then_refused(Rejection::ReasonOutOfBounds { most: 200 });
    }
}

#[test]
fn an_unknown_line_is_refused() {
    let asked = DiscountLine { line: LineNumber(9), ..discount(Some(TENTH), "worn") };
    given(cart()).asked(asked).then_refused(Rejection::LineNotFound { line: LineNumber(9) });
}

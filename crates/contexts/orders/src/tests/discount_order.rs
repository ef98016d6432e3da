use super::*;
use crate::order::events::OrderDiscounted;
use crate::{DiscountOrder, Rejection};
use contracts::Discount;

const FIVE_EUROS: Discount = Discount::Amount { amount: Money::new(500, Currency::EUR) };

fn discount(discount: Option<Discount>, reason: &str) -> DiscountOrder {
    DiscountOrder { discount, reason: reason.to_owned() }
}

fn discounted(discount: Option<Discount>, reason: Option<&str>) -> OrderEvent {
    OrderDiscounted { order: ORDER, discount, reason: reason.map(str::to_owned) }.into()
}

#[test]
fn a_discount_on_the_order_leaves_the_lines_alone() {
    let state = given(cart())
        .asked(discount(Some(FIVE_EUROS), "regular"))
        .then([discounted(Some(FIVE_EUROS), Some("regular"))]);
    let cart = state.cart().unwrap();
    assert_eq!(cart.discount, Some(FIVE_EUROS));
    assert!(cart.lines.iter().all(|line| line.discount.is_none()));
}

#[test]
fn the_same_discount_again_changes_nothing() {
    given(cart()).asked(discount(None, "")).then_nothing();
}

#[test]
fn it_is_kept_with_a_word_when_it_is_taken_away() {
    let history = [cart(), vec![discounted(Some(FIVE_EUROS), Some("regular"))]].concat();
    given(history).asked(discount(None, "not his card")).then([discounted(None, Some("not his card"))]);
}

#[test]
fn it_takes_off_something_and_not_more_than_everything() {
    let nothing = Discount::Amount { amount: eur(0) };
    given(cart()).asked(discount(Some(nothing), "regular")).then_refused(Rejection::DiscountOutOfBounds);
    let too_much = Discount::Rate { rate: Rate::percent(101) };
    given(cart()).asked(discount(Some(too_much), "regular")).then_refused(Rejection::DiscountOutOfBounds);
}

#[test]
fn it_needs_a_reason() {
    given(cart()).asked(discount(Some(FIVE_EUROS), "")).then_refused(Rejection::ReasonOutOfBounds { most: 200 });
}

#[test]
fn a_confirmed_order_takes_no_discount() {
    given(confirmed_order()).asked(discount(Some(FIVE_EUROS), "late")).then_refused(Rejection::AlreadyConfirmed);
}

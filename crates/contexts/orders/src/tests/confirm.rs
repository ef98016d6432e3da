use super::*;
use crate::{Confirm, Rejection};

#[test]
fn a_balance_of_zero_confirms_with_the_frozen_amounts() {
    let state = given(secured_order()).asked(Confirm { remaining: eur(0) }).then([confirmed(quote())]);
    assert_eq!(state.confirmed().unwrap().total, eur(3_990));
}

#[test]
fn an_order_that_is_not_paid_in_full_stays_placed() {
    let remaining = eur(1);
    given(secured_order()).asked(Confirm { remaining }).then_refused(Rejection::AmountStillDue { remaining });
}

#[test]
fn goods_that_are_not_held_are_not_sold() {
    given(placed_order()).asked(Confirm { remaining: eur(0) }).then_refused(Rejection::StockNotSecured);
}

#[test]
fn confirming_happens_once() {
    given(confirmed_order()).asked(Confirm { remaining: eur(0) }).then_refused(Rejection::AlreadyConfirmed);
}

#[test]
fn a_cart_is_placed_before_it_is_confirmed() {
    given(cart()).asked(Confirm { remaining: eur(0) }).then_refused(Rejection::NotPlaced);
}

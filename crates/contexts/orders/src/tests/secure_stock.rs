use super::*;
use crate::{Rejection, SecureStock, Stock};

#[test]
fn secured_stock_lets_the_order_be_paid() {
    let state = given(placed_order()).asked(SecureStock).then([secured()]);
    assert_eq!(state.placed().unwrap().stock, Stock::Secured);
}

#[test]
fn a_total_of_zero_confirms_without_a_tender() {
    let history = [cart(), vec![placed(free_quote())]].concat();
    given(history).asked(SecureStock).then([secured(), confirmed(free_quote())]);
}

#[test]
fn securing_twice_does_nothing_twice() {
    given(secured_order()).asked(SecureStock).then_nothing();
}

#[test]
fn a_cart_has_no_stock_to_secure() {
    given(cart()).asked(SecureStock).then_refused(Rejection::NotPlaced);
}

#[test]
fn an_order_that_moved_on_is_left_alone() {
    given([]).asked(SecureStock).then_refused(Rejection::OrderNotFound);
    given(confirmed_order()).asked(SecureStock).then_refused(Rejection::AlreadyConfirmed);
    given(cancelled_order()).asked(SecureStock).then_refused(Rejection::AlreadyEnded);
}

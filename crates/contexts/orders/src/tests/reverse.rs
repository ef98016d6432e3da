use super::*;
use crate::{Rejection, Reverse};

fn reverse() -> Reverse {
    Reverse { document: DOCUMENT, reason: "wrong customer".to_owned() }
}

#[test]
fn a_reversal_mirrors_the_confirmed_amounts() {
    let state = given(confirmed_order()).asked(reverse()).then([reversed(quote())]);
    assert_eq!(state, Order::Reversed);
}

#[test]
fn an_order_is_reversed_once() {
    given(reversed_order()).asked(reverse()).then_refused(Rejection::AlreadyEnded);
}

#[test]
fn only_what_was_paid_is_reversed() {
    given(cart()).asked(reverse()).then_refused(Rejection::NotConfirmed);
    given(secured_order()).asked(reverse()).then_refused(Rejection::NotConfirmed);
    given(cancelled_order()).asked(reverse()).then_refused(Rejection::AlreadyEnded);
    given([]).asked(reverse()).then_refused(Rejection::OrderNotFound);
}

#[test]
fn it_says_why() {
    let silent = Reverse { reason: String::new(), ..reverse() };
    given(confirmed_order()).asked(silent).then_refused(Rejection::ReasonOutOfBounds { most: 200 });
}

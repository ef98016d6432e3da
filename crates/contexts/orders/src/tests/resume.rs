use super::*;
use crate::{Rejection, Resume};

#[test]
fn a_parked_order_comes_back_as_it_was() {
    let before = given(cart()).state().clone();
    let state = given([cart(), vec![parked(None)]].concat()).asked(Resume).then([resumed()]);
    assert_eq!(state, before);
}

#[test]
fn an_order_that_is_open_stays_open() {
    given(cart()).asked(Resume).then_nothing();
}

#[test]
fn what_was_never_parked_does_not_come_back() {
    given([]).asked(Resume).then_refused(Rejection::OrderNotFound);
    given(placed_order()).asked(Resume).then_refused(Rejection::AlreadyPlaced);
    given(cancelled_order()).asked(Resume).then_refused(Rejection::AlreadyEnded);
}

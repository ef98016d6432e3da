use super::*;
use crate::{Cancel, Rejection};

fn cancel() -> Cancel {
    Cancel { reason: "customer left".to_owned(), holds_money: false }
}

#[test]
fn an_open_order_is_voided_with_a_reason() {
    given(cart()).asked(cancel()).then([cancelled(false)]);
}

#[test]
fn a_placed_order_is_abandoned() {
    given(placed_order()).asked(cancel()).then([cancelled(true)]);
    given(secured_order()).asked(cancel()).then([cancelled(true)]);
}

#[test]
fn an_order_that_holds_money_waits_for_a_person() {
    given(secured_order()).asked(Cancel { holds_money: true, ..cancel() }).then_refused(Rejection::HoldsMoney);
}

#[test]
fn a_confirmed_order_is_reversed_and_not_cancelled() {
    given(confirmed_order()).asked(cancel()).then_refused(Rejection::AlreadyConfirmed);
}

#[test]
fn what_never_began_or_is_over_cannot_be_cancelled() {
    given([]).asked(cancel()).then_refused(Rejection::OrderNotFound);
    given(cancelled_order()).asked(cancel()).then_refused(Rejection::AlreadyEnded);
    given(reversed_order()).asked(cancel()).then_refused(Rejection::AlreadyEnded);
}

#[test]
fn it_says_why() {
    let silent = Cancel { reason: " \n".to_owned(), ..cancel() };
    given(cart()).asked(silent).then_refused(Rejection::ReasonOutOfBounds { most: 200 });
}

use super::*;
use crate::order::events::UnknownIgnored;
use crate::{IgnoreUnknown, Rejection};

pub(super) fn ignored(unknown: u32, code: &str) -> OrderEvent {
    UnknownIgnored { order: ORDER, unknown, code: code.to_owned() }.into()
}

/// What a cart records whose last thing went.
pub(super) fn emptied() -> OrderEvent {
    OrderCancelled { order: ORDER, reason: "emptied".to_owned(), placed: false }.into()
}

#[test]
fn an_ignored_code_says_what_was_let_go() {
    let history = [cart(), vec![unknown(1, "520", 2)]].concat();
    let state = given(history).asked(IgnoreUnknown { unknown: 1 }).then([ignored(1, "520")]);
    assert_eq!(state.cart().unwrap().unknown, []);
}

#[test]
fn an_order_with_nothing_left_is_given_up() {
    let history = vec![opened(), unknown(1, "520", 0)];
    let state = given(history).asked(IgnoreUnknown { unknown: 1 }).then([ignored(1, "520"), emptied()]);
    assert_eq!(state, Order::Cancelled);
}

#[test]
fn another_code_keeps_the_order() {
    let history = vec![opened(), unknown(1, "520", 0), unknown(2, "521", 0)];
    given(history).asked(IgnoreUnknown { unknown: 1 }).then([ignored(1, "520")]);
}

#[test]
fn a_settled_code_is_gone() {
    let refusal = Rejection::UnknownCodeNotFound { unknown: 3 };
    given(cart()).asked(IgnoreUnknown { unknown: 3 }).then_refused(refusal);
}

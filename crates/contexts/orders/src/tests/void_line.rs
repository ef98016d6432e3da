use super::ignore_unknown::emptied;
use super::*;
use crate::order::events::LineVoided;
use crate::{AddLine, Rejection, VoidLine};

fn voided(line: u32, product: ProductId, quantity: Quantity) -> OrderEvent {
    LineVoided { order: ORDER, line: LineNumber(line), product, quantity }.into()
}

#[test]
fn a_void_says_what_was_removed() {
    let state = given(cart()).asked(VoidLine { line: LineNumber(2) }).then([voided(2, CABLE, Quantity::each(2))]);
    assert_eq!(state.cart().unwrap().lines.len(), 1);
}

#[test]
fn a_voided_line_is_gone() {
    let history = [cart(), vec![voided(1, CASE, PIECE)]].concat();
    let line = LineNumber(1);
    given(history).asked(VoidLine { line }).then_refused(Rejection::LineNotFound { line });
}

#[test]
fn its_number_is_never_used_again() {
    let history = [cart(), vec![voided(2, CABLE, Quantity::each(2))]].concat();
    let again = AddLine { order: ORDER, product: CABLE, quantity: PIECE, scanned: None };
    given(history).asked(again).then([added(3, CABLE, PIECE)]);
}

#[test]
fn an_order_with_nothing_left_is_given_up() {
    let history = vec![opened(), added(1, CASE, PIECE)];
    let void = VoidLine { line: LineNumber(1) };
    let state = given(history.clone()).asked(void.clone()).then([voided(1, CASE, PIECE), emptied()]);
    assert_eq!(state, Order::Cancelled);
    let waits = [history, vec![unknown(1, "520", 1)]].concat();
    given(waits).asked(void).then([voided(1, CASE, PIECE)]);
}

#[test]
fn a_void_clears_the_short_mark() {
    let history = [placed_order(), vec![reopened()]].concat();
    let state = given(history).asked(VoidLine { line: LineNumber(2) }).state();
    assert_eq!(state.cart().unwrap().short, []);
}

#[test]
fn a_placed_order_keeps_its_lines() {
    given(placed_order()).asked(VoidLine { line: LineNumber(1) }).then_refused(Rejection::AlreadyPlaced);
}

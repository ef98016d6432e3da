use super::*;
use crate::{Rejection, Reopen};

fn reopen() -> Reopen {
    Reopen { short: vec![short()] }
}

#[test]
fn the_cart_is_back_with_the_short_line_marked() {
    let before = given(cart()).state().cart().unwrap().clone();
    let state = given(placed_order()).asked(reopen()).then([reopened()]);
    let after = state.cart().unwrap();
    assert_eq!(after.lines, before.lines);
    assert_eq!(after.next_line, before.next_line);
    assert_eq!(after.short, [short()]);
}

#[test]
fn placing_again_drops_the_old_marks() {
    let history = [placed_order(), vec![reopened(), placed(quote())]].concat();
    assert_eq!(given(history).state().placed().unwrap().cart.short, []);
}

#[test]
fn an_order_whose_stock_is_held_does_not_reopen() {
    given(secured_order()).asked(reopen()).then_refused(Rejection::AlreadyPlaced);
}

#[test]
fn an_open_order_does_not_reopen() {
    given(cart()).asked(reopen()).then_refused(Rejection::NotPlaced);
}

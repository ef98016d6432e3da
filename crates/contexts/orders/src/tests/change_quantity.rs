use super::*;
use crate::order::events::QuantityChanged;
use crate::{ChangeQuantity, Rejection};
use kernel::Unit;

fn change(line: u32, quantity: Quantity) -> ChangeQuantity {
    ChangeQuantity { line: LineNumber(line), quantity }
}

#[test]
fn a_change_names_what_it_was_and_what_it_is() {
    let to = Quantity::each(5);
    let changed = QuantityChanged { order: ORDER, line: LineNumber(2), from: Quantity::each(2), to };
    let state = given(cart()).asked(change(2, to)).then([changed.into()]);
    assert_eq!(state.cart().unwrap().line(LineNumber(2)).unwrap().quantity, to);
}

#[test]
fn the_same_quantity_changes_nothing() {
    given(cart()).asked(change(2, Quantity::each(2))).then_nothing();
}

#[test]
fn zero_negative_half_and_absurd_pieces_are_refused() {
    for milli in [0, -1_000, 1_500, 5_901_234_123_457_000] {
        let quantity = Quantity::milli(milli, Unit::Each);
        given(cart()).asked(change(1, quantity)).then_refused(Rejection::QuantityNotSellable { quantity });
    }
}

#[test]
fn a_line_keeps_its_unit() {
    let quantity = Quantity::milli(1_500, Unit::Kilogram);
    given(cart()).asked(change(1, quantity)).then_refused(Rejection::QuantityNotSellable { quantity });
}

#[test]
fn an_unknown_line_is_refused() {
    given(cart()).asked(change(3, PIECE)).then_refused(Rejection::LineNotFound { line: LineNumber(3) });
}

#[test]
fn changing_a_short_line_clears_its_mark_alone() {
    let both = vec![short(), ShortLine { line: LineNumber(1), product: CASE, wanted: PIECE, available: PIECE }];
    let history = [placed_order(), vec![OrderReopened { order: ORDER, short: both }.into()]].concat();
    let state = given(history).asked(change(1, Quantity::each(2))).state();
    assert_eq!(state.cart().unwrap().short, [short()]);
}

#[test]
fn nothing_can_be_changed_on_an_order_that_never_began() {
    given([]).asked(change(1, PIECE)).then_refused(Rejection::OrderNotFound);
}

use super::product;
use crate::Rejection;
use crate::stock::{Command, MAX_TEXT_CHARS, ReceiveStock, Stock, StockReceived};
use eventing::testing::given;
use kernel::{Coded, Quantity, Unit};

fn receive(quantity: Quantity, note: &str) -> Command {
    Command::ReceiveStock(ReceiveStock { product: product(1), quantity, note: note.to_owned() })
}

fn received(quantity: Quantity) -> StockReceived {
    StockReceived { product: product(1), quantity, note: "DN-7".to_owned() }
}

#[test]
fn goods_are_booked_in() {
    given::<Stock>([]).when(receive(Quantity::each(12), "DN-7")).then([received(Quantity::each(12)).into()]);
}

#[test]
fn nothing_less_than_nothing_half_a_piece_and_a_barcode_are_refused() {
    for milli in [0, -1_000, 1_500, 5_201_234_567_890_000] {
        let quantity = Quantity::milli(milli, Unit::Each);
        let refusal = Rejection::QuantityRefused { quantity };
        assert_eq!(refusal.code().0, "INV-002");
        given::<Stock>([]).when(receive(quantity, "")).then_refused(refusal);
    }
}

#[test]
fn stock_is_kept_in_one_unit() {
    let refusal = Rejection::UnitMismatch { kept: "kg", given: "ea" };
    assert_eq!(refusal.code().0, "INV-003");
    given::<Stock>([received(Quantity::milli(1_250, Unit::Kilogram)).into()])
        .when(receive(Quantity::each(1), ""))
        .then_refused(refusal);
}

#[test]
fn a_note_is_one_line() {
    let refusal = Rejection::TextTooLong { most: MAX_TEXT_CHARS };
    assert_eq!(refusal.code().0, "INV-005");
    given::<Stock>([]).when(receive(Quantity::each(1), &"ω".repeat(201))).then_refused(refusal);
}

use super::product;
use crate::Rejection;
use crate::stock::{AdjustStock, Command, Stock, StockAdjusted};
use eventing::testing::given;
use kernel::{Coded, Quantity, Unit};

fn adjust(by: Quantity, reason: &str) -> Command {
    Command::AdjustStock(AdjustStock { product: product(1), by, reason: reason.to_owned() })
}

#[test]
fn broken_goods_are_booked_out_with_a_reason() {
    given::<Stock>([]).when(adjust(Quantity::each(-2), "broken")).then([StockAdjusted {
        product: product(1),
        by: Quantity::each(-2),
        reason: "broken".to_owned(),
    }
    .into()]);
}

#[test]
fn goods_do_not_vanish_without_a_reason() {
    assert_eq!(Rejection::ReasonMissing.code().0, "INV-004");
    given::<Stock>([]).when(adjust(Quantity::each(-2), "  ")).then_refused(Rejection::ReasonMissing);
}

#[test]
fn an_adjustment_by_nothing_or_by_a_barcode_is_refused() {
    for milli in [0, -5_201_234_567_890_000, 250] {
        let by = Quantity::milli(milli, Unit::Each);
        given::<Stock>([]).when(adjust(by, "why")).then_refused(Rejection::QuantityRefused { quantity: by });
    }
}

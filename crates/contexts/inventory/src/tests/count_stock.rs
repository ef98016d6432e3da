use super::product;
use crate::Rejection;
use crate::stock::{Command, CountStock, Stock, StockCounted};
use eventing::testing::given;
use kernel::{Quantity, Unit};

fn count(counted: Quantity, expected: Quantity) -> Command {
    Command::CountStock(CountStock { product: product(1), counted, expected })
}

#[test]
fn a_count_moves_the_stock_by_its_difference() {
    given::<Stock>([]).when(count(Quantity::each(7), Quantity::each(-2))).then([StockCounted {
        product: product(1),
        counted: Quantity::each(7),
        expected: Quantity::each(-2),
        difference: Quantity::each(9),
    }
    .into()]);
}

#[test]
fn a_shelf_never_holds_less_than_nothing() {
    let counted = Quantity::each(-1);
    given::<Stock>([])
        .when(count(counted, Quantity::each(0)))
        .then_refused(Rejection::QuantityRefused { quantity: counted });
}

#[test]
fn a_count_is_in_the_unit_of_what_is_expected() {
    given::<Stock>([])
        .when(count(Quantity::each(1), Quantity::milli(1_000, Unit::Metre)))
        .then_refused(Rejection::UnitMismatch { kept: "m", given: "ea" });
}

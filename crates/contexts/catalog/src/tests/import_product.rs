use super::{added, details, id, imported_price};
use crate::product::{ImportedPrice, Product, ProductChanged, ProductDeactivated, ProductEvent, ProductImported};
use crate::{ImportProduct, ProductCommand, Rejection};
use eventing::testing::given;
use kernel::{Currency, UnitPrice};

fn import(name: &str, price: Option<ImportedPrice>, source_row: &str) -> ProductCommand {
    let (product, details) = (id("A1"), details("A1", name));
    ProductCommand::Import(ImportProduct { product, details, price, source_row: source_row.into() })
}

fn imported(name: &str, price: Option<ImportedPrice>, source_row: &str) -> ProductEvent {
    let (product, details) = (id("A1"), details("A1", name));
    ProductImported { product, details, price, source_row: source_row.into() }.into()
}

#[test]
fn a_row_is_one_fact_that_carries_its_price() {
    let price = Some(imported_price(990, 5));
    given::<Product>([]).when(import("Θήκη", price, "f1")).then([imported("Θήκη", price, "f1")]);
}

#[test]
fn the_same_row_again_records_nothing() {
    given::<Product>([imported("Θήκη", Some(imported_price(990, 5)), "f1")])
        .when(import("Θήκη", Some(imported_price(990, 9)), "f1"))
        .then_nothing();
}

#[test]
fn a_row_that_differs_where_we_do_not_look_records_nothing() {
    given::<Product>([imported("Θήκη", Some(imported_price(990, 5)), "f1")])
        .when(import("Θήκη", Some(imported_price(990, 9)), "f2"))
        .then_nothing();
}

#[test]
fn a_row_with_another_price_is_a_fact() {
    let price = Some(imported_price(890, 9));
    given::<Product>([imported("Θήκη", Some(imported_price(990, 5)), "f1")])
        .when(import("Θήκη", price, "f2"))
        .then([imported("Θήκη", price, "f2")]);
}

#[test]
fn what_was_changed_by_hand_stays_until_the_row_changes() {
    let by_hand: ProductEvent = ProductChanged { product: id("A1"), details: details("A1", "Θήκη μαύρη") }.into();
    let history = [imported("Θήκη", None, "f1"), by_hand];
    given::<Product>(history.clone()).when(import("Θήκη", None, "f1")).then_nothing();
    given::<Product>(history).when(import("Θήκη 2", None, "f2")).then([imported("Θήκη 2", None, "f2")]);
}

#[test]
fn a_product_that_went_off_sale_stays_off_until_the_row_changes() {
    let gone: ProductEvent = ProductDeactivated { product: id("A1") }.into();
    given::<Product>([imported("Θήκη", None, "f1"), gone]).when(import("Θήκη", None, "f1")).then_nothing();
}

#[test]
fn a_row_takes_over_what_was_typed_in_before() {
    given::<Product>([added(details("A1", "Θήκη"))])
        .when(import("Θήκη", None, "f1"))
        .then([imported("Θήκη", None, "f1")]);
}

#[test]
fn a_negative_price_is_refused() {
    given::<Product>([])
        .when(import("Θήκη", Some(imported_price(-1, 0)), "f1"))
        .then_refused(Rejection::PriceOutOfRange);
}

#[test]
fn a_barcode_in_the_price_field_is_refused() {
    let price = UnitPrice { milli_minor: 5_201_234_567_890_000, currency: Currency::EUR };
    let price = Some(ImportedPrice { price, ..imported_price(0, 0) });
    given::<Product>([]).when(import("Θήκη", price, "f1")).then_refused(Rejection::PriceOutOfRange);
}

#[test]
fn a_row_obeys_the_same_rules_as_adding() {
    given::<Product>([]).when(import("", None, "f1")).then_refused(Rejection::TextInvalid { field: "name", most: 200 });
    given::<Product>([])
        .when(import("Θήκη", None, ""))
        .then_refused(Rejection::TextInvalid { field: "source_row", most: 64 });
}

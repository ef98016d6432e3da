use super::{added, details, id};
use crate::product::{Product, ProductDeactivated};
use crate::{AddProduct, DeactivateProduct, ProductCommand, Rejection};
use eventing::testing::given;

fn add(sku: &str, name: &str) -> ProductCommand {
    ProductCommand::Add(AddProduct { product: id(sku), details: details(sku, name) })
}

fn deactivate() -> ProductCommand {
    ProductCommand::Deactivate(DeactivateProduct { product: id("A1") })
}

#[test]
fn a_product_enters_the_catalog() {
    given::<Product>([]).when(add("A1", "Θήκη")).then([added(details("A1", "Θήκη"))]);
}

#[test]
fn blanks_around_what_was_typed_are_left_out() {
    let mut typed = details(" A1 ", "  Θήκη ");
    typed.brand = Some("  ".into());
    let command = ProductCommand::Add(AddProduct { product: id("A1"), details: typed });
    given::<Product>([]).when(command).then([added(details("A1", "Θήκη"))]);
}

#[test]
fn a_product_enters_once() {
    given::<Product>([added(details("A1", "Θήκη"))]).when(add("A1", "Θήκη")).then_refused(Rejection::AlreadyExists);
}

#[test]
fn a_product_goes_off_sale_and_keeps_what_is_said_of_it() {
    let state = given::<Product>([added(details("A1", "Θήκη"))])
        .when(deactivate())
        .then([ProductDeactivated { product: id("A1") }.into()]);
    let Product::Known { details: now, .. } = state else { panic!("it stays known") };
    assert_eq!((now.active, now.name.as_str()), (false, "Θήκη"));
}

#[test]
fn a_product_goes_off_sale_once() {
    let gone = ProductDeactivated { product: id("A1") };
    given::<Product>([added(details("A1", "Θήκη")), gone.into()]).when(deactivate()).then_nothing();
}

#[test]
fn an_unknown_product_cannot_go_off_sale() {
    given::<Product>([]).when(deactivate()).then_refused(Rejection::ProductUnknown);
}

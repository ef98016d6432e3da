use super::{added, details, id};
use crate::product::{Product, ProductChanged};
use crate::{ChangeProduct, ProductCommand, ProductDetails, Rejection};
use eventing::testing::given;

fn change(details: ProductDetails) -> ProductCommand {
    ProductCommand::Change(ChangeProduct { product: id("A1"), details })
}

#[test]
fn a_change_is_one_fact_with_all_details() {
    let renamed = details("A1", "Θήκη σιλικόνης");
    given::<Product>([added(details("A1", "Θήκη"))]).when(change(renamed.clone())).then([ProductChanged {
        product: id("A1"),
        details: renamed,
    }
    .into()]);
}

#[test]
fn a_change_of_nothing_records_nothing() {
    given::<Product>([added(details("A1", "Θήκη"))]).when(change(details("A1", " Θήκη "))).then_nothing();
}

#[test]
fn an_unknown_product_cannot_change() {
    given::<Product>([]).when(change(details("A1", "Θήκη"))).then_refused(Rejection::ProductUnknown);
}

#[test]
fn a_change_obeys_the_same_rules_as_adding() {
    given::<Product>([added(details("A1", "Θήκη"))])
        .when(change(details("A1", "")))
        .then_refused(Rejection::TextInvalid { field: "name", most: 200 });
}

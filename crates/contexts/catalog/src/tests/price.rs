use super::{euro, id, list};
use crate::price::{Price, PriceEvent, PriceSet};
use crate::{Rejection, SetPrice};
use eventing::testing::given;
use kernel::{Currency, UnitPrice};

fn set(price: UnitPrice, valid_from_ms: i64) -> SetPrice {
    SetPrice { list: list(), product: id("A1"), price, valid_from_ms, reason: Some(" Προσφορά ".into()) }
}

fn was_set(price: UnitPrice, valid_from_ms: i64) -> PriceEvent {
    PriceSet { list: list(), product: id("A1"), price, valid_from_ms, reason: Some("Προσφορά".into()) }.into()
}

#[test]
fn a_price_holds_from_a_time_on() {
    given::<Price>([]).when(set(euro(990), 5)).then([was_set(euro(990), 5)]);
}

#[test]
fn a_price_may_be_nothing() {
    given::<Price>([]).when(set(euro(0), 5)).then([was_set(euro(0), 5)]);
}

#[test]
fn the_same_price_again_is_a_fact_because_a_file_may_have_come_between() {
    given::<Price>([was_set(euro(990), 5)]).when(set(euro(990), 9)).then([was_set(euro(990), 9)]);
}

#[test]
fn a_price_is_never_negative_nor_a_barcode() {
    for milli_minor in [-1, UnitPrice::MAX_MILLI_MINOR + 1] {
        let price = UnitPrice { milli_minor, currency: Currency::EUR };
        given::<Price>([]).when(set(price, 0)).then_refused(Rejection::PriceOutOfRange);
    }
}

#[test]
fn a_products_price_keeps_its_currency() {
    given::<Price>([was_set(euro(990), 5)])
        .when(set(UnitPrice::from_minor(990, Currency::CAD), 9))
        .then_refused(Rejection::CurrencyDiffers { list: Currency::EUR, price: Currency::CAD });
}

#[test]
fn a_reason_has_an_end() {
    let endless = SetPrice { reason: Some("x".repeat(201)), ..set(euro(990), 5) };
    given::<Price>([]).when(endless).then_refused(Rejection::TextInvalid { field: "reason", most: 200 });
}

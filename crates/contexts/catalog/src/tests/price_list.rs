use super::{euro, list};
use crate::price_list::{PriceList, PriceListOpened};
use crate::{OpenPriceList, Rejection};
use eventing::testing::given;
use kernel::{Currency, UnitPrice};

fn open(name: &str) -> OpenPriceList {
    OpenPriceList { list: list(), name: name.into(), currency: Currency::EUR, tax_included: true }
}

fn opened() -> PriceListOpened {
    PriceListOpened { list: list(), name: "Λιανική".into(), currency: Currency::EUR, tax_included: true }
}

#[test]
fn a_price_list_opens_with_its_currency() {
    given::<PriceList>([]).when(open("Λιανική")).then([opened().into()]);
}

#[test]
fn a_price_list_opens_once() {
    given::<PriceList>([opened().into()]).when(open("Λιανική")).then_refused(Rejection::AlreadyExists);
}

#[test]
fn a_price_list_needs_a_name() {
    given::<PriceList>([]).when(open("")).then_refused(Rejection::TextInvalid { field: "name", most: 200 });
}

#[test]
fn a_price_list_takes_prices_of_its_currency_only() {
    let list = given::<PriceList>([opened().into()]);
    assert_eq!(list.state().accepts(euro(990)), Ok(()));
    assert_eq!(list.state().accepts(euro(-1)), Err(Rejection::PriceOutOfRange));
    assert_eq!(
        list.state().accepts(UnitPrice::from_minor(990, Currency::CAD)),
        Err(Rejection::CurrencyDiffers { list: Currency::EUR, price: Currency::CAD })
    );
}

#[test]
fn a_price_list_that_was_never_opened_takes_no_price() {
    assert_eq!(PriceList::Unknown.accepts(euro(990)), Err(Rejection::PriceListUnknown));
}

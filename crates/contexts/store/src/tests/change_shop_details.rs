use super::{details, opened, store};
use crate::Rejection;
use crate::shop::{ChangeShopDetails, Language, Shop, ShopCommand, ShopDetailsChanged, ShopEvent, ShopOpened};
use eventing::testing::given;

fn unchanged() -> ChangeShopDetails {
    let details = details();
    ChangeShopDetails {
        name: details.name,
        address: details.address,
        tax_id: details.tax_id,
        language: details.language,
    }
}

#[test]
fn a_change_is_one_fact_with_every_field() {
    let change = ChangeShopDetails { name: "Minas Phone".into(), language: Language::En, ..unchanged() };
    let state = given::<Shop>([opened()]).when(ShopCommand::ChangeDetails(change)).then([ShopDetailsChanged {
        store: store(),
        name: "Minas Phone".into(),
        address: details().address,
        tax_id: details().tax_id,
        language: Language::En,
    }
    .into()]);
    let Shop::Open { details: now, .. } = state else { panic!("the shop stays open") };
    assert_eq!((now.name.as_str(), now.country.as_str()), ("Minas Phone", "gr"));
}

#[test]
fn a_change_of_nothing_records_nothing() {
    given::<Shop>([opened()]).when(ShopCommand::ChangeDetails(unchanged())).then_nothing();
}

#[test]
fn a_wrong_tax_id_is_refused_later_too() {
    let change = ChangeShopDetails { tax_id: Some("999999999".into()), ..unchanged() };
    given::<Shop>([opened()])
        .when(ShopCommand::ChangeDetails(change))
        .then_refused(Rejection::TaxIdInvalid { tax_id: "999999999".into() });
}

#[test]
fn a_shop_that_was_never_opened_cannot_change() {
    given::<Shop>([]).when(ShopCommand::ChangeDetails(unchanged())).then_refused(Rejection::NotOpened);
}

#[test]
fn a_country_that_this_program_does_not_know_is_named() {
    let mut details = details();
    details.country = "xx".into();
    let opened: ShopEvent = ShopOpened { store: store(), details }.into();
    given::<Shop>([opened])
        .when(ShopCommand::ChangeDetails(unchanged()))
        .then_refused(Rejection::CountryUnknown { country: "xx".into() });
}

//! The shop's rules, one a test.

mod change_shop_details;
mod day;
mod enrol_register;
mod keys;
mod open_shop;
mod profile;
mod settings;
mod views;

use crate::shop::{CashLimit, Language, RegisterEnrolled, ShopDetails, ShopEvent, ShopOpened};
use kernel::{PriceListId, RegisterId, StoreId, Uuid};

pub(crate) fn store() -> StoreId {
    StoreId(Uuid::from_u128(10))
}

pub(crate) fn register(number: u32) -> RegisterId {
    RegisterId(Uuid::from_u128(100 + u128::from(number)))
}

pub(crate) fn details() -> ShopDetails {
    ShopDetails {
        name: "Κινητά Μηνάς".into(),
        address: vec!["Ερμού 1".into(), "105 63 Αθήνα".into()],
        tax_id: Some("094259216".into()),
        country: "gr".into(),
        price_list: PriceListId(Uuid::from_u128(20)),
        language: Language::El,
        cash_limit: CashLimit::AsCountry,
        demo: false,
    }
}

pub(crate) fn opened() -> ShopEvent {
    ShopOpened { store: store(), details: details() }.into()
}

pub(crate) fn enrolled(number: u32) -> RegisterEnrolled {
    RegisterEnrolled { store: store(), register: register(number), number, name: format!("Ταμείο {number}") }
}

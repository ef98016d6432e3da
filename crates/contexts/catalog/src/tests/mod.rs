//! The catalog's rules, one a test.

mod category;
mod change_product;
mod details;
mod file;
mod ids;
mod import_product;
mod invariants;
mod plans;
mod popularity;
mod price;
mod price_list;
mod product;
mod search;
mod shelf;
mod spelling;
mod unique;
mod views;

use crate::product::{ImportedPrice, ProductAdded, ProductEvent};
use crate::{AsOf, ProductDetails, product_id_for_sku};
use contracts::ProductKind;
use kernel::{Currency, PriceListId, ProductId, Unit, UnitPrice, Uuid};

/// Later than every price below.
pub(crate) const NOW_MS: i64 = 1_772_445_600_000;

pub(crate) fn list() -> PriceListId {
    PriceListId(Uuid::from_u128(20))
}

pub(crate) fn now() -> AsOf {
    AsOf { list: list(), at_ms: NOW_MS }
}

pub(crate) fn id(sku: &str) -> ProductId {
    product_id_for_sku(sku)
}

pub(crate) fn euro(minor: i64) -> UnitPrice {
    UnitPrice::from_minor(minor, Currency::EUR)
}

pub(crate) fn details(sku: &str, name: &str) -> ProductDetails {
    ProductDetails {
        sku: sku.into(),
        name: name.into(),
        barcodes: Vec::new(),
        kind: ProductKind::Goods,
        tax_group: "standard".into(),
        unit: Unit::Each,
        category: None,
        serialised: false,
        discountable: true,
        image: None,
        active: true,
        listed: true,
        brand: None,
        package_size: None,
        popularity: 0,
    }
}

pub(crate) fn with_barcodes(mut details: ProductDetails, barcodes: &[&str]) -> ProductDetails {
    details.barcodes = barcodes.iter().map(|code| (*code).to_owned()).collect();
    details
}

pub(crate) fn added(details: ProductDetails) -> ProductEvent {
    ProductAdded { product: id(&details.sku), details }.into()
}

pub(crate) fn imported_price(minor: i64, valid_from_ms: i64) -> ImportedPrice {
    ImportedPrice { list: list(), price: euro(minor), valid_from_ms }
}

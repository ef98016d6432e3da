//! What a screen shows of a product, and how it is read.

use contracts::ProductKind;
use kernel::{CategoryId, Currency, PriceListId, ProductId, Unit, UnitPrice};
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};
use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::str::FromStr;

/// Which prices: of which list, at which time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The list.
    pub list: PriceListId,
    /// The time, in milliseconds since 1970 UTC.
    pub at_ms: i64,
}

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    limit: u32,
    offset: u32,
}

impl Page {
    /// The most rows of one page.
    pub const MAX_LIMIT: u32 = 100;

    /// At most `limit` rows, or [`Page::MAX_LIMIT`], after the first `offset`.
    pub fn new(limit: u32, offset: u32) -> Self {
        Self { limit: limit.min(Self::MAX_LIMIT), offset }
    }

    /// The first page of this many rows.
    pub fn first(limit: u32) -> Self {
        Self::new(limit, 0)
    }

    pub(super) fn limit(self) -> i64 {
        i64::from(self.limit)
    }

    pub(super) fn offset(self) -> i64 {
        i64::from(self.offset)
    }
}

/// A product as a screen shows it. What is left of it is inventory's to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[expect(clippy::struct_excessive_bools, reason = "the four independent switches of the product form")]
#[ts(export_to = "catalog/")]
pub struct ProductRow {
    /// Its id.
    pub product: ProductId,
    /// Our code for it.
    pub sku: String,
    /// Its name.
    pub name: String,
    /// The first of its barcodes.
    pub barcode: Option<String>,
    /// What it is.
    pub kind: ProductKind,
    /// A tax group's code in the country profile.
    pub tax_group: String,
    /// What it is sold by.
    pub unit: Unit,
    /// Where it stands.
    pub category: Option<CategoryId>,
    /// Who makes it.
    pub brand: Option<String>,
    /// As printed.
    pub package_size: Option<String>,
    /// A path or an address of a picture.
    pub image: Option<String>,
    /// Whether each piece has a number of its own.
    pub serialised: bool,
    /// Whether discounts may touch it.
    pub discountable: bool,
    /// Whether it is sold at all.
    pub active: bool,
    /// Whether it has a tile.
    pub listed: bool,
    /// For one unit; None where nothing holds yet.
    pub price: Option<UnitPrice>,
    /// The price in whole minor units, for a tile.
    #[ts(type = "number | null")]
    pub price_minor: Option<i64>,
    /// The journal position of the fact that set the price.
    #[ts(type = "number | null")]
    pub price_version: Option<i64>,
}

/// What [`read`] reads, from a product `p` and its price `c`.
macro_rules! columns {
    () => {
        "p.product, p.sku, p.name, p.barcodes->>0, p.kind, p.tax_group, p.unit, p.category, p.brand, p.package_size, \
         p.image, p.serialised, p.discountable, p.active, p.listed, c.price_milli_minor, c.currency, c.version"
    };
}

/// The price `c` of a product `p` in list `?1` at time `?2`.
macro_rules! price_join {
    () => {
        " LEFT JOIN catalog_price c ON c.product = p.product AND c.list = ?1 AND c.valid_from_ms = \
         (SELECT max(valid_from_ms) FROM catalog_price WHERE product = p.product AND list = ?1 AND valid_from_ms <= ?2)"
    };
}
pub(super) use {columns, price_join};

pub(super) fn read(row: &SqliteRow) -> Result<ProductRow, sqlx::Error> {
    let price = match row.get::<Option<i64>, _>(15) {
        Some(milli_minor) => Some(UnitPrice { milli_minor, currency: currency(row, 16)? }),
        None => None,
    };
    Ok(ProductRow {
        product: parsed(row, 0)?,
        sku: row.get(1),
        name: row.get(2),
        barcode: row.get(3),
        kind: word(row, 4)?,
        tax_group: row.get(5),
        unit: word(row, 6)?,
        category: row.get::<Option<&str>, _>(7).map(|_| parsed(row, 7)).transpose()?,
        brand: row.get(8),
        package_size: row.get(9),
        image: row.get(10),
        serialised: row.get(11),
        discountable: row.get(12),
        active: row.get(13),
        listed: row.get(14),
        price,
        price_minor: price.map(|price| price.rounded().minor),
        price_version: row.get(17),
    })
}

/// An id from its text.
pub(super) fn parsed<T: FromStr>(row: &SqliteRow, index: usize) -> Result<T, sqlx::Error>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<&str, _>(index).parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// A value of an enum from its stored word.
pub(super) fn word<T: for<'de> Deserialize<'de>>(row: &SqliteRow, index: usize) -> Result<T, sqlx::Error> {
    let source: StrDeserializer<'_, WordError> = row.get::<&str, _>(index).into_deserializer();
    T::deserialize(source).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// A currency from its code.
pub(super) fn currency(row: &SqliteRow, index: usize) -> Result<Currency, sqlx::Error> {
    Currency::try_from(row.get::<String, _>(index)).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// Ids as a JSON array of texts.
pub(super) fn ids(products: &[ProductId]) -> String {
    serde_json::to_string(products).expect("ids are plain data")
}

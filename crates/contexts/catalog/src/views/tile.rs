//! What a tile, or a row of results, shows of a product.
//!
//! A page of them comes as one row of JSON: each row that SQLite hands over costs a hop between two threads, and there
//! is one page for each letter that somebody types.

use kernel::{ProductId, Unit, UnitPrice};
use serde::Deserialize;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// A product as a page shows it. What is left of it is inventory's to say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TileRow {
    /// Its id.
    pub product: ProductId,
    /// Our code for it.
    pub sku: String,
    /// Its name.
    pub name: String,
    /// The first of its barcodes.
    pub barcode: Option<String>,
    /// What it is sold by.
    pub unit: Unit,
    /// For one unit; None where nothing holds yet.
    pub price: Option<UnitPrice>,
    /// Its category's icon, or that of the nearest category above it.
    pub icon: Option<String>,
    /// Its category's colour, or that of the nearest category above it.
    pub colour: Option<String>,
}

/// A [`TileRow`] of product `p`, with its price in list `?1` at time `?2`, as an array in the order of the fields.
macro_rules! tile {
    () => {
        "json_array(p.product, p.sku, p.name, p.barcodes->0, p.unit, \
           json((SELECT json_array(c.price_milli_minor, c.currency) FROM catalog_price c \
                 WHERE c.product = p.product AND c.list = ?1 AND c.valid_from_ms <= ?2 \
                 ORDER BY c.valid_from_ms DESC LIMIT 1)), g.shown_icon, g.shown_colour)"
    };
}

/// The category `g` of product `p`.
macro_rules! category_join {
    () => {
        " LEFT JOIN catalog_category g ON g.category = p.category"
    };
}
pub(super) use {category_join, tile};

/// A page in the only column of its only row.
pub(super) fn page(row: &SqliteRow) -> Result<Vec<TileRow>, sqlx::Error> {
    serde_json::from_str(row.try_get(0)?).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

//! Prices by the time from which they hold.

use super::row::{AsOf, currency, parsed};
use crate::price::PriceSet;
use crate::product::{ImportedPrice, ProductImported};
use eventing::{On, View};
use kernel::{Fact, ProductId, UnitPrice};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// One row for each list, product and time. Of two prices for one time, the one that was recorded later holds.
pub static PRICE: View = View {
    name: "catalog_price",
    version: 1,
    tables: &["catalog_price"],
    ddl: "\
CREATE TABLE catalog_price (
    product           TEXT NOT NULL,
    list              TEXT NOT NULL,
    valid_from_ms     INTEGER NOT NULL,
    price_milli_minor INTEGER NOT NULL,
    currency          TEXT NOT NULL,
    version           INTEGER NOT NULL,
    PRIMARY KEY (product, list, valid_from_ms)
) STRICT, WITHOUT ROWID;",
    on: &[On::new(PriceSet::TYPE, SET), On::shaped(ProductImported::TYPE, SET, price_of_row)],
};

const SET: &str = "\
INSERT INTO catalog_price (product, list, valid_from_ms, price_milli_minor, currency, version) \
SELECT value->>'$.p.product', value->>'$.p.list', value->>'$.p.valid_from_ms', value->>'$.p.price.milli_minor', \
  value->>'$.p.price.currency', value->>'$.position' FROM jsonb_each(?1) \
WHERE true ON CONFLICT (product, list, valid_from_ms) DO UPDATE SET \
  price_milli_minor = excluded.price_milli_minor, currency = excluded.currency, version = excluded.version;";

/// A row of a file in the form of a price that was set; None where it had none.
fn price_of_row(payload: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Imported {
        product: ProductId,
        price: Option<ImportedPrice>,
    }
    #[derive(Serialize)]
    struct Set {
        product: ProductId,
        #[serde(flatten)]
        price: ImportedPrice,
    }
    let row: Imported = serde_json::from_slice(payload).ok()?;
    serde_json::to_string(&Set { product: row.product, price: row.price? }).ok()
}

/// What a product costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "catalog/")]
pub struct PriceRow {
    /// For one unit.
    pub price: UnitPrice,
    /// The journal position of the fact that set it.
    #[ts(type = "number")]
    pub version: i64,
}

/// `?1` are product ids as a JSON array, `?2` is the list, `?3` the time.
const PRICES: &str = "\
SELECT product, price_milli_minor, currency, version FROM jsonb_each(?1) k JOIN catalog_price c ON c.product = k.value \
AND c.list = ?2 AND c.valid_from_ms = (SELECT max(valid_from_ms) FROM catalog_price \
WHERE product = k.value AND list = ?2 AND valid_from_ms <= ?3)";

/// What a product costs in a list at a time; None where nothing holds yet.
pub async fn price_at(
    connection: &mut SqliteConnection,
    product: ProductId,
    as_of: AsOf,
) -> Result<Option<PriceRow>, sqlx::Error> {
    Ok(prices_at(connection, &[product], as_of).await?.into_iter().next().map(|(_, price)| price))
}

/// What these products cost in a list at a time; those without a price are left out.
pub async fn prices_at(
    connection: &mut SqliteConnection,
    products: &[ProductId],
    as_of: AsOf,
) -> Result<Vec<(ProductId, PriceRow)>, sqlx::Error> {
    let rows = sqlx::query(PRICES)
        .bind(super::row::ids(products))
        .bind(as_of.list.to_string())
        .bind(as_of.at_ms)
        .fetch_all(connection)
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<(ProductId, PriceRow), sqlx::Error> {
    let price = UnitPrice { milli_minor: row.get(1), currency: currency(row, 2)? };
    Ok((parsed(row, 0)?, PriceRow { price, version: row.get(3) }))
}

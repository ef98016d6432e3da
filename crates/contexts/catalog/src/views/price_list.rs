//! Price lists.

use super::row::parsed;
use crate::price_list::PriceListOpened;
use eventing::{On, View};
use kernel::{Currency, Fact, PriceListId};
use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// One row a list.
pub static PRICE_LIST: View = View {
    name: "catalog_price_list",
    version: 1,
    tables: &["catalog_price_list"],
    ddl: "CREATE TABLE catalog_price_list (list TEXT PRIMARY KEY, name TEXT NOT NULL, currency TEXT NOT NULL, \
          tax_included INTEGER NOT NULL) STRICT, WITHOUT ROWID;",
    on: &[On::new(
        PriceListOpened::TYPE,
        "INSERT INTO catalog_price_list (list, name, currency, tax_included) \
         SELECT value->>'$.p.list', value->>'$.p.name', value->>'$.p.currency', value->>'$.p.tax_included' \
         FROM jsonb_each(?1) WHERE true ON CONFLICT (list) DO NOTHING;",
    )],
};

/// A price list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "catalog/")]
pub struct PriceListRow {
    /// Its id.
    pub list: PriceListId,
    /// What people call it.
    pub name: String,
    /// Of every price in it.
    pub currency: Currency,
    /// Whether its prices include tax.
    pub tax_included: bool,
}

/// A price list, if it was opened.
pub async fn find_price_list(
    connection: &mut SqliteConnection,
    list: PriceListId,
) -> Result<Option<PriceListRow>, sqlx::Error> {
    let row = sqlx::query("SELECT list, name, currency, tax_included FROM catalog_price_list WHERE list = ?")
        .bind(list.to_string())
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Every price list, by name.
pub async fn list_price_lists(connection: &mut SqliteConnection) -> Result<Vec<PriceListRow>, sqlx::Error> {
    let rows = sqlx::query("SELECT list, name, currency, tax_included FROM catalog_price_list ORDER BY name, list");
    rows.fetch_all(connection).await?.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<PriceListRow, sqlx::Error> {
    let currency = super::row::currency(row, 2)?;
    Ok(PriceListRow { list: parsed(row, 0)?, name: row.get(1), currency, tax_included: row.get(3) })
}

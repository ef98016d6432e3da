//! `orders_line`: the lines of placed orders, as they were frozen, with what was written on them.

use super::{id, money, named};
use crate::order::events::{LineNoted, OrderReopened};
use contracts::{OrderConfirmed, OrderPlaced, ProductKind, TaxTreatment};
use eventing::{On, View};
use kernel::{Currency, Fact, LineNumber, Money, OrderId, ProductId, Quantity, Rate, UnitPrice};
use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::{Error, Row, SqliteConnection};

/// The view. A reopened order is a cart again and has no frozen lines until it is placed once more. A note is written
/// before that, so it has a table of its own; a placed order takes no edits, so the note is as frozen as its line. Which
/// products were sold where in the journal is a narrow table: a receipt is looked for among years of them.
pub static ORDERS_LINE: View = View {
    name: "orders_line",
    version: 3,
    tables: &["orders_line", "orders_line_note", "orders_sold"],
    ddl: "\
CREATE TABLE orders_line (
    order_id               TEXT NOT NULL,
    line                   INTEGER NOT NULL,
    product                TEXT NOT NULL,
    sku                    TEXT NOT NULL,
    name                   TEXT NOT NULL,
    kind                   TEXT NOT NULL,
    quantity_milli         INTEGER NOT NULL,
    unit                   TEXT NOT NULL,
    currency               TEXT NOT NULL,
    list_price_milli_minor INTEGER NOT NULL,
    unit_price_milli_minor INTEGER NOT NULL,
    tax_group              TEXT NOT NULL,
    treatment              TEXT NOT NULL,
    tax_rate_ppm           INTEGER NOT NULL,
    amount_minor           INTEGER NOT NULL,
    discount_minor         INTEGER NOT NULL,
    line_total_minor       INTEGER NOT NULL,
    tax_base_minor         INTEGER NOT NULL,
    tax_minor              INTEGER NOT NULL,
    PRIMARY KEY (order_id, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE orders_line_note (
    order_id TEXT NOT NULL,
    line     INTEGER NOT NULL,
    note     TEXT,
    PRIMARY KEY (order_id, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE orders_sold (
    product  TEXT NOT NULL,
    position INTEGER NOT NULL,
    order_id TEXT NOT NULL,
    PRIMARY KEY (product, position)
) STRICT, WITHOUT ROWID;",
    on: &[
        On::new(
            LineNoted::TYPE,
            "INSERT OR REPLACE INTO orders_line_note \
             SELECT value->>'$.p.order', value->>'$.p.line', value->>'$.p.note' FROM jsonb_each(?1)",
        ),
        On::new(
            OrderPlaced::TYPE,
            "INSERT OR REPLACE INTO orders_line \
             SELECT o.value->>'$.p.order', l.value->>'$.line', l.value->>'$.product', \
               l.value->>'$.sku', l.value->>'$.name', l.value->>'$.kind', l.value->>'$.quantity.milli', \
               l.value->>'$.quantity.unit', l.value->>'$.line_total.currency', \
               l.value->>'$.list_price.milli_minor', l.value->>'$.unit_price.milli_minor', \
               l.value->>'$.tax_group', l.value->>'$.treatment', l.value->>'$.tax_rate', \
               l.value->>'$.amount.minor', l.value->>'$.discount.minor', l.value->>'$.line_total.minor', \
               l.value->>'$.tax_base.minor', l.value->>'$.tax.minor' \
             FROM jsonb_each(?1) AS o, jsonb_each(o.value, '$.p.quote.lines') AS l",
        ),
        On::new(
            OrderConfirmed::TYPE,
            "INSERT OR IGNORE INTO orders_sold \
             SELECT l.product, o.value->>'$.position', l.order_id \
             FROM jsonb_each(?1) AS o CROSS JOIN orders_line l ON l.order_id = o.value->>'$.p.order'",
        ),
        On::new(
            OrderReopened::TYPE,
            "DELETE FROM orders_line WHERE order_id IN (SELECT value->>'$.p.order' FROM jsonb_each(?1))",
        ),
    ],
};

/// One frozen line. How its amounts came about is in the quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "orders/")]
pub struct OrderLineRow {
    /// Its number within the order.
    pub line: LineNumber,
    /// What was sold.
    pub product: ProductId,
    /// Our code for it, as it was.
    pub sku: String,
    /// Its name, as it was.
    pub name: String,
    /// What it is.
    pub kind: ProductKind,
    /// How much.
    pub quantity: Quantity,
    /// What the price list asked for one unit.
    pub list_price: UnitPrice,
    /// What was charged for one unit before discounts.
    pub unit_price: UnitPrice,
    /// The tax group's code.
    pub tax_group: String,
    /// How tax treats it.
    pub treatment: TaxTreatment,
    /// The rate that was applied.
    pub tax_rate: Rate,
    /// Before discounts.
    pub amount: Money,
    /// All discounts; positive.
    pub discount: Money,
    /// After discounts, as the price list states tax.
    pub line_total: Money,
    /// The line without tax.
    pub tax_base: Money,
    /// The tax.
    pub tax: Money,
    /// What somebody wrote on it.
    pub note: Option<String>,
}

/// The frozen lines of an order, by their numbers: at most as many as an order may have. None while it is open.
pub async fn list_lines(connection: &mut SqliteConnection, order: OrderId) -> Result<Vec<OrderLineRow>, Error> {
    let found = sqlx::query(
        "SELECT l.*, n.note FROM orders_line l LEFT JOIN orders_line_note n USING (order_id, line) \
         WHERE order_id = ? ORDER BY line",
    )
    .bind(order.to_string());
    found.fetch_all(connection).await?.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<OrderLineRow, Error> {
    let currency: Currency = named(row, "currency")?;
    let price = |column: &str| -> Result<UnitPrice, Error> {
        let milli_minor: i64 = row.try_get(column)?;
        UnitPrice::checked(milli_minor.into(), currency).map_err(|error| Error::Decode(error.into()))
    };
    let treatment = serde_json::from_str(row.try_get("treatment")?);
    Ok(OrderLineRow {
        line: LineNumber(row.try_get("line")?),
        product: id(row, "product")?,
        sku: row.try_get("sku")?,
        name: row.try_get("name")?,
        kind: named(row, "kind")?,
        quantity: Quantity { milli: row.try_get("quantity_milli")?, unit: named(row, "unit")? },
        list_price: price("list_price_milli_minor")?,
        unit_price: price("unit_price_milli_minor")?,
        tax_group: row.try_get("tax_group")?,
        treatment: treatment.map_err(|error| Error::Decode(error.into()))?,
        tax_rate: Rate::from_ppm(row.try_get("tax_rate_ppm")?).map_err(|error| Error::Decode(error.into()))?,
        amount: money(row, "amount_minor", currency)?,
        discount: money(row, "discount_minor", currency)?,
        line_total: money(row, "line_total_minor", currency)?,
        tax_base: money(row, "tax_base_minor", currency)?,
        tax: money(row, "tax_minor", currency)?,
        note: row.try_get("note")?,
    })
}

//! Orders by what was on them, for whoever looks for a receipt.

use super::money;
use contracts::{TaxRow, TaxTreatment};
use kernel::{Currency, OrderId, ProductId, Rate};
use sqlx::{Error, Row, SqliteConnection};

/// Paid orders that sold one of these products, the newest first, at most `limit`.
pub async fn list_that_sold(
    connection: &mut SqliteConnection,
    products: &[ProductId],
    limit: u32,
) -> Result<Vec<OrderId>, Error> {
    let products: Vec<String> = products.iter().map(ToString::to_string).collect();
    let rows = sqlx::query(
        "SELECT DISTINCT s.order_id, s.position \
         FROM json_each(?1) AS p CROSS JOIN orders_sold s ON s.product = p.value ORDER BY s.position DESC LIMIT ?2",
    )
    .bind(serde_json::to_string(&products).expect("texts are plain data"))
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| super::id(row, "order_id")).collect()
}

/// Orders with a note, on a line or on the whole, that holds this text, whatever its case and accents. At most `limit`.
/// Notes are rare: all of them are read.
pub async fn list_noted(connection: &mut SqliteConnection, text: &str, limit: u32) -> Result<Vec<OrderId>, Error> {
    let wanted = kernel::fold(text.trim());
    let rows = sqlx::query(
        "SELECT order_id, note FROM orders_line_note WHERE note IS NOT NULL \
         UNION ALL SELECT order_id, note FROM orders_order WHERE note IS NOT NULL",
    )
    .fetch_all(connection)
    .await?;
    let mut found = Vec::new();
    for row in &rows {
        if found.len() < limit as usize && kernel::fold(row.try_get("note")?).contains(&wanted) {
            found.push(super::id(row, "order_id")?);
        }
    }
    Ok(found)
}

/// Base and tax of these orders by group, treatment and rate, highest rate first: Σ of their frozen lines.
pub async fn sum_taxes(connection: &mut SqliteConnection, orders: &[OrderId]) -> Result<Vec<TaxRow>, Error> {
    let orders: Vec<String> = orders.iter().map(ToString::to_string).collect();
    let rows = sqlx::query(
        "SELECT tax_group, treatment, tax_rate_ppm, currency, sum(tax_base_minor) AS base, sum(tax_minor) AS tax \
         FROM json_each(?1) AS o CROSS JOIN orders_line l ON l.order_id = o.value \
         GROUP BY tax_group, treatment, tax_rate_ppm, currency ORDER BY tax_rate_ppm DESC, tax_group",
    )
    .bind(serde_json::to_string(&orders).expect("texts are plain data"))
    .fetch_all(connection)
    .await?;
    let decode = |error: serde_json::Error| Error::Decode(error.into());
    rows.iter()
        .map(|row| {
            let currency: Currency = super::named(row, "currency")?;
            let treatment: TaxTreatment = serde_json::from_str(row.try_get("treatment")?).map_err(decode)?;
            let rate = Rate::from_ppm(row.try_get("tax_rate_ppm")?).map_err(|error| Error::Decode(error.into()))?;
            let (base, tax) = (money(row, "base", currency)?, money(row, "tax", currency)?);
            Ok(TaxRow { tax_group: row.try_get("tax_group")?, treatment, rate, base, tax })
        })
        .collect()
}

//! What sold lately, for the order of tiles.

use kernel::{ProductId, ShiftId};
use sqlx::{Error, Row, SqliteConnection};

/// The most orders that are looked at, the newest first: it bounds the work, not the truth.
pub const MAX_ORDERS_LOOKED_AT: u32 = 10_000;

/// The most products that are named.
pub const MAX_PRODUCTS_NAMED: u32 = 200;

/// Products and how many pieces of them sold in these shifts, best first. What is weighed or measured counts once a
/// line: 200 g of something are one sale of it. Reversed orders did not sell.
pub async fn list_sold(connection: &mut SqliteConnection, shifts: &[ShiftId]) -> Result<Vec<(ProductId, i64)>, Error> {
    let shifts = serde_json::to_string(shifts).map_err(|error| Error::Encode(error.into()))?;
    let rows = sqlx::query(
        "WITH recent AS ( \
           SELECT order_id FROM orders_order \
           WHERE shift IN (SELECT value FROM json_each(?1)) AND confirmed_position IS NOT NULL AND state = 'confirmed' \
           ORDER BY confirmed_position DESC LIMIT ?2) \
         SELECT l.product, sum(iif(l.unit = 'ea', l.quantity_milli / 1000, 1)) AS sold \
         FROM recent CROSS JOIN orders_line l ON l.order_id = recent.order_id \
         WHERE l.quantity_milli > 0 GROUP BY l.product ORDER BY sold DESC, l.product LIMIT ?3",
    );
    let rows = rows.bind(shifts).bind(MAX_ORDERS_LOOKED_AT).bind(MAX_PRODUCTS_NAMED).fetch_all(connection).await?;
    rows.iter().map(|row| Ok((super::id(row, "product")?, row.try_get("sold")?))).collect()
}

//! The frozen quote of a placed order, straight from the journal: nothing else holds all of it.

use crate::Order;
use crate::order::events::OrderReopened;
use contracts::{OrderPlaced, Quote};
use eventing::Decider;
use kernel::{Fact, OrderId};
use sqlx::{Error, Row, SqliteConnection};

/// The quote that the order was last placed with, once that is committed. None for an order that was never placed or
/// is a cart again.
pub async fn find_quote(connection: &mut SqliteConnection, order: OrderId) -> Result<Option<Quote>, Error> {
    let found = sqlx::query(
        "SELECT type, payload FROM event WHERE stream = ? AND kind = ? AND type IN (?, ?) \
         ORDER BY position DESC LIMIT 1",
    )
    .bind(order.0.as_bytes().to_vec())
    .bind(Order::KIND)
    .bind(OrderPlaced::TYPE)
    .bind(OrderReopened::TYPE);
    match found.fetch_optional(connection).await? {
        Some(row) if row.try_get::<&str, _>("type")? == OrderPlaced::TYPE => {
            let placed = serde_json::from_slice::<OrderPlaced>(row.try_get("payload")?);
            Ok(Some(placed.map_err(|error| Error::Decode(error.into()))?.quote))
        }
        Some(_) | None => Ok(None),
    }
}

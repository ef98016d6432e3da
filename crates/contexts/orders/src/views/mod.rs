//! Read models of orders.

pub mod found;
pub mod invariants;
pub mod line;
pub mod order;
pub mod quote;
pub mod sold;

pub use found::{list_noted, list_that_sold, sum_taxes};
pub use invariants::INVARIANTS;
pub use line::{OrderLineRow, list_lines};
pub use order::{
    MAX_ORDERS_PER_PAGE, OrderRow, OrderState, Parking, count_parked, find_at_hand, find_open, find_order,
    last_confirmed_in_shift, list_parked, list_placed_before,
};
pub use quote::find_quote;
pub use sold::list_sold;

use kernel::{Currency, Money};
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteRow;
use sqlx::{Error, Row};
use std::str::FromStr;

/// An id column.
fn id<T: FromStr<Err: Into<Box<dyn std::error::Error + Send + Sync>>>>(
    row: &SqliteRow,
    column: &str,
) -> Result<T, Error> {
    row.try_get::<&str, _>(column)?.parse().map_err(|error: T::Err| Error::Decode(error.into()))
}

/// An enum column, by the name that it has on the wire.
fn named<T: DeserializeOwned>(row: &SqliteRow, column: &str) -> Result<T, Error> {
    let name = serde_json::Value::String(row.try_get(column)?);
    serde_json::from_value(name).map_err(|error| Error::Decode(error.into()))
}

fn money(row: &SqliteRow, column: &str, currency: Currency) -> Result<Money, Error> {
    let minor: i64 = row.try_get(column)?;
    Money::checked(minor.into(), currency).map_err(|error| Error::Decode(error.into()))
}

//! `orders_order`: one row for each order, whatever became of it.

use super::{id, money, named};
use crate::order::events::{LineAdded, LineVoided, OrderNoted, OrderOpened, OrderParked, OrderReopened, OrderResumed};
use contracts::{OrderCancelled, OrderConfirmed, OrderPlaced, OrderReversed};
use eventing::{On, View};
use kernel::{Fact, Money, OperatorId, OrderId, ShiftId};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Error, Row, SqliteConnection};

/// The most that one query returns.
pub const MAX_ORDERS_PER_PAGE: u32 = 200;

/// The view. `shift` is the one in which the order last moved forward: a sale belongs to the shift that confirmed it.
/// Label, time and operator of the last parking stay when the order is resumed.
pub static ORDERS_ORDER: View = View {
    name: "orders_order",
    version: 3,
    tables: &["orders_order"],
    ddl: "\
CREATE TABLE orders_order (
    order_id           TEXT PRIMARY KEY,
    state              TEXT NOT NULL CHECK (state IN ('open', 'parked', 'placed', 'confirmed', 'cancelled', 'reversed')),
    opened_ms          INTEGER NOT NULL,
    opened_by          TEXT NOT NULL,
    line_count         INTEGER NOT NULL,
    total_minor        INTEGER,
    currency           TEXT,
    shift              TEXT,
    placed_ms          INTEGER,
    confirmed_ms       INTEGER,
    confirmed_position INTEGER,
    note               TEXT,
    label              TEXT,
    parked_ms          INTEGER,
    parked_by          TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_order_open ON orders_order (opened_ms) WHERE state = 'open';
CREATE INDEX orders_order_parked ON orders_order (parked_ms) WHERE state = 'parked';
CREATE INDEX orders_order_placed ON orders_order (placed_ms) WHERE state = 'placed';
CREATE INDEX orders_order_sold ON orders_order (shift, confirmed_position) WHERE confirmed_position IS NOT NULL;
CREATE INDEX orders_order_noted ON orders_order (note) WHERE note IS NOT NULL;",
    on: &[
        On::new(
            OrderOpened::TYPE,
            "INSERT INTO orders_order (order_id, state, opened_ms, opened_by, line_count, shift) \
             SELECT value->>'$.p.order', 'open', value->>'$.at', value->>'$.actor', 0, value->>'$.shift' \
             FROM jsonb_each(?1) WHERE true ON CONFLICT (order_id) DO NOTHING",
        ),
        On::new(
            LineAdded::TYPE,
            "UPDATE orders_order SET line_count = line_count + added.lines \
             FROM (SELECT value->>'$.p.order' AS id, count(*) AS lines FROM jsonb_each(?1) GROUP BY 1) AS added \
             WHERE order_id = added.id",
        ),
        On::new(
            LineVoided::TYPE,
            "UPDATE orders_order SET line_count = line_count - voided.lines \
             FROM (SELECT value->>'$.p.order' AS id, count(*) AS lines FROM jsonb_each(?1) GROUP BY 1) AS voided \
             WHERE order_id = voided.id",
        ),
        On::new(
            OrderNoted::TYPE,
            "UPDATE orders_order SET note = noted.note \
             FROM (SELECT value->>'$.p.order' AS id, value->>'$.p.note' AS note, max(value->>'$.position') \
                   FROM jsonb_each(?1) GROUP BY 1) AS noted \
             WHERE order_id = noted.id",
        ),
        On::new(
            OrderParked::TYPE,
            "UPDATE orders_order SET state = 'parked', label = value->>'$.p.label', parked_ms = value->>'$.at', \
               parked_by = value->>'$.actor' \
             FROM jsonb_each(?1) WHERE order_id = value->>'$.p.order'",
        ),
        On::new(
            OrderResumed::TYPE,
            "UPDATE orders_order SET state = 'open' FROM jsonb_each(?1) WHERE order_id = value->>'$.p.order'",
        ),
        On::new(
            OrderPlaced::TYPE,
            "UPDATE orders_order SET state = 'placed', total_minor = value->>'$.p.quote.total.minor', \
               currency = value->>'$.p.quote.currency', placed_ms = value->>'$.at', \
               shift = coalesce(value->>'$.shift', shift) \
             FROM jsonb_each(?1) WHERE order_id = value->>'$.p.order'",
        ),
        On::new(
            OrderReopened::TYPE,
            "UPDATE orders_order SET state = 'open', total_minor = NULL, currency = NULL, placed_ms = NULL \
             FROM jsonb_each(?1) WHERE order_id = value->>'$.p.order'",
        ),
        On::new(
            OrderConfirmed::TYPE,
            "UPDATE orders_order SET state = 'confirmed', confirmed_ms = value->>'$.at', \
               confirmed_position = value->>'$.position', shift = coalesce(value->>'$.shift', shift) \
             FROM jsonb_each(?1) WHERE order_id = value->>'$.p.order'",
        ),
        On::new(
            OrderCancelled::TYPE,
            "UPDATE orders_order SET state = 'cancelled' FROM jsonb_each(?1) WHERE order_id = value->>'$.p.order'",
        ),
        On::new(
            OrderReversed::TYPE,
            "UPDATE orders_order SET state = 'reversed' FROM jsonb_each(?1) WHERE order_id = value->>'$.p.order'",
        ),
    ],
};

/// What became of an order so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "orders/")]
pub enum OrderState {
    /// A cart.
    Open,
    /// A cart that waits while others are served.
    Parked,
    /// Priced and frozen; waits for money.
    Placed,
    /// Paid in full.
    Confirmed,
    /// Given up before it was paid.
    Cancelled,
    /// Undone by a mirror document.
    Reversed,
}

/// One order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "orders/")]
pub struct OrderRow {
    /// The order.
    pub order: OrderId,
    /// What became of it.
    pub state: OrderState,
    /// When the first thing was scanned, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub opened_ms: i64,
    /// By whom.
    pub opened_by: OperatorId,
    /// Lines, without the voided ones.
    pub line_count: u32,
    /// What the customer pays; None until it is placed.
    pub total: Option<Money>,
    /// The shift in which it last moved forward.
    pub shift: Option<ShiftId>,
    /// When it was placed, in milliseconds since 1970 UTC.
    #[ts(type = "number | null")]
    pub placed_ms: Option<i64>,
    /// When it was confirmed, in milliseconds since 1970 UTC.
    #[ts(type = "number | null")]
    pub confirmed_ms: Option<i64>,
    /// What somebody wrote on it.
    pub note: Option<String>,
    /// When it was last parked, by whom and under which name.
    pub parking: Option<Parking>,
}

/// How an order was parked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "orders/")]
pub struct Parking {
    /// What somebody called it.
    pub label: Option<String>,
    /// When, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub parked_ms: i64,
    /// By whom.
    pub parked_by: OperatorId,
}

/// The order, if anything was ever scanned on it.
pub async fn find_order(connection: &mut SqliteConnection, order: OrderId) -> Result<Option<OrderRow>, Error> {
    let found = sqlx::query("SELECT * FROM orders_order WHERE order_id = ?").bind(order.to_string());
    found.fetch_optional(connection).await?.as_ref().map(read).transpose()
}

/// The order on the counter: the one that is placed and not paid, or else the newest open one. A part-paid order comes
/// first, because it holds money.
pub async fn find_at_hand(connection: &mut SqliteConnection) -> Result<Option<OrderId>, Error> {
    let found = sqlx::query(
        "SELECT * FROM (SELECT order_id FROM orders_order WHERE state = 'placed' ORDER BY placed_ms DESC LIMIT 1) \
         UNION ALL \
         SELECT * FROM (SELECT order_id FROM orders_order WHERE state = 'open' ORDER BY opened_ms DESC LIMIT 1)",
    );
    found.fetch_optional(connection).await?.map(|row| id(&row, "order_id")).transpose()
}

/// The newest open order: the one that a scan without an order means.
pub async fn find_open(connection: &mut SqliteConnection) -> Result<Option<OrderId>, Error> {
    let found = sqlx::query("SELECT order_id FROM orders_order WHERE state = 'open' ORDER BY opened_ms DESC LIMIT 1");
    found.fetch_optional(connection).await?.map(|row| id(&row, "order_id")).transpose()
}

/// Orders that wait while others are served, the one that waits longest first. At most [`MAX_ORDERS_PER_PAGE`].
pub async fn list_parked(connection: &mut SqliteConnection) -> Result<Vec<OrderRow>, Error> {
    let found = sqlx::query("SELECT * FROM orders_order WHERE state = 'parked' ORDER BY parked_ms, order_id LIMIT ?");
    found.bind(MAX_ORDERS_PER_PAGE).fetch_all(connection).await?.iter().map(read).collect()
}

/// How many orders wait while others are served.
pub async fn count_parked(connection: &mut SqliteConnection) -> Result<u32, Error> {
    sqlx::query_scalar("SELECT count(*) FROM orders_order WHERE state = 'parked'").fetch_one(connection).await
}

/// Orders that were placed before `before_ms` (milliseconds since 1970 UTC) and still wait for money, the oldest
/// first: candidates for giving up. Whether one holds money is payments' to know. At most [`MAX_ORDERS_PER_PAGE`].
pub async fn list_placed_before(connection: &mut SqliteConnection, before_ms: i64) -> Result<Vec<OrderId>, Error> {
    let found = sqlx::query(
        "SELECT order_id FROM orders_order WHERE state = 'placed' AND placed_ms < ? \
         ORDER BY placed_ms, order_id LIMIT ?",
    )
    .bind(before_ms)
    .bind(MAX_ORDERS_PER_PAGE);
    found.fetch_all(connection).await?.iter().map(|row| id(row, "order_id")).collect()
}

/// The last sale of a shift. None where there was none, and where it is reversed already: undoing a shift sale by
/// sale is no correction.
pub async fn last_confirmed_in_shift(
    connection: &mut SqliteConnection,
    shift: ShiftId,
) -> Result<Option<OrderId>, Error> {
    let found = sqlx::query(
        "SELECT order_id, state FROM orders_order WHERE shift = ? AND confirmed_position IS NOT NULL \
         ORDER BY confirmed_position DESC LIMIT 1",
    )
    .bind(shift.to_string());
    match found.fetch_optional(connection).await? {
        Some(row) if named::<OrderState>(&row, "state")? == OrderState::Confirmed => Ok(Some(id(&row, "order_id")?)),
        Some(_) | None => Ok(None),
    }
}

fn read(row: &SqliteRow) -> Result<OrderRow, Error> {
    let total = match row.try_get::<Option<&str>, _>("currency")? {
        Some(_) => Some(money(row, "total_minor", named(row, "currency")?)?),
        None => None,
    };
    let shift = match row.try_get::<Option<&str>, _>("shift")? {
        Some(_) => Some(id(row, "shift")?),
        None => None,
    };
    Ok(OrderRow {
        order: id(row, "order_id")?,
        state: named(row, "state")?,
        opened_ms: row.try_get("opened_ms")?,
        opened_by: id(row, "opened_by")?,
        line_count: row.try_get("line_count")?,
        total,
        shift,
        placed_ms: row.try_get("placed_ms")?,
        confirmed_ms: row.try_get("confirmed_ms")?,
        note: row.try_get("note")?,
        parking: parking(row)?,
    })
}

fn parking(row: &SqliteRow) -> Result<Option<Parking>, Error> {
    let Some(parked_ms) = row.try_get("parked_ms")? else { return Ok(None) };
    Ok(Some(Parking { label: row.try_get("label")?, parked_ms, parked_by: id(row, "parked_by")? }))
}

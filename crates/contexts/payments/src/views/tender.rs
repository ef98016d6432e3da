//! Every tender, with what became of it.

use crate::TenderState;
use contracts::{CardSlip, TenderGivenBack, TenderKind, TenderTaken};
use eventing::{On, View};
use kernel::{Fact, Money, OrderId, ShiftId, TenderId};
use serde::{Deserialize, Serialize};
use sqlx::{Row, SqliteConnection};

/// One row a tender.
pub static TENDER: View = View {
    name: "payments_tender",
    version: 2,
    tables: &["payments_tender"],
    ddl: "CREATE TABLE payments_tender (
            tender              TEXT PRIMARY KEY,
            order_id            TEXT NOT NULL,
            kind                TEXT NOT NULL,
            currency            TEXT NOT NULL,
            amount_minor        INTEGER NOT NULL,
            tendered_minor      INTEGER NOT NULL,
            change_minor        INTEGER NOT NULL,
            cash_rounding_minor INTEGER NOT NULL,
            forfeited_minor     INTEGER NOT NULL,
            card_reference      TEXT,
            card_brand          TEXT,
            card_last_four      TEXT,
            state               TEXT NOT NULL CHECK (state IN ('taken', 'given_back')),
            position            INTEGER NOT NULL,
            shift               TEXT,
            at_ms               INTEGER NOT NULL,
            handed_back_minor   INTEGER,
            given_back_reason   TEXT,
            given_back_shift    TEXT,
            given_back_ms       INTEGER,
            given_back_position INTEGER
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX payments_tender_by_last_four ON payments_tender (card_last_four, position)
            WHERE card_last_four IS NOT NULL;
          CREATE INDEX payments_tender_by_order ON payments_tender (order_id, position);",
    on: &[On::new(TenderTaken::TYPE, TAKEN), On::new(TenderGivenBack::TYPE, GIVEN_BACK)],
};

const TAKEN: &str = "INSERT INTO payments_tender (tender, order_id, kind, currency, amount_minor, tendered_minor, \
      change_minor, cash_rounding_minor, forfeited_minor, card_reference, card_brand, card_last_four, state, position, \
      shift, at_ms) \
    SELECT value->>'$.p.tender', value->>'$.p.order', value->>'$.p.kind', value->>'$.p.amount.currency', \
      value->>'$.p.amount.minor', value->>'$.p.tendered.minor', value->>'$.p.change.minor', \
      value->>'$.p.cash_rounding.minor', value->>'$.p.forfeited.minor', value->>'$.p.card.reference', \
      value->>'$.p.card.brand', value->>'$.p.card.last_four', 'taken', value->>'position', value->>'shift', \
      value->>'at' \
    FROM jsonb_each(?1)";

const GIVEN_BACK: &str = "UPDATE payments_tender SET state = 'given_back', \
      handed_back_minor = e.value->>'$.p.handed_back.minor', given_back_reason = e.value->>'$.p.reason', \
      given_back_shift = e.value->>'shift', given_back_ms = e.value->>'at', \
      given_back_position = e.value->>'position' \
    FROM jsonb_each(?1) e WHERE tender = e.value->>'$.p.tender'";

/// One tender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "payments/")]
pub struct TenderRow {
    /// The tender.
    pub tender: TenderId,
    /// The order that it pays.
    pub order: OrderId,
    /// What it is.
    pub kind: TenderKind,
    /// What it settles of the order's total.
    pub amount: Money,
    /// What the customer handed over.
    pub tendered: Money,
    /// What went back at once.
    pub change: Money,
    /// What cash rounding added to the amount.
    pub cash_rounding: Money,
    /// Coupon value beyond the balance.
    pub forfeited: Money,
    /// The slip of a card.
    pub card: Option<CardSlip>,
    /// Whether the order still holds it.
    pub state: TenderState,
    /// The shift that took it.
    pub shift: Option<ShiftId>,
    /// When it was taken, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at_ms: i64,
    /// What was physically handed back, once it was.
    pub handed_back: Option<Money>,
    /// Where in the journal it was taken.
    #[ts(type = "number")]
    pub position: i64,
    /// Where in the journal it was given back, once it was.
    #[ts(type = "number | null")]
    pub given_back_position: Option<i64>,
}

/// The tenders of an order, in the order of taking; those that were given back too.
pub async fn list_tenders(connection: &mut SqliteConnection, order: OrderId) -> Result<Vec<TenderRow>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT json_object('tender', tender, 'order', order_id, 'kind', kind, \
           'amount', json_object('minor', amount_minor, 'currency', currency), \
           'tendered', json_object('minor', tendered_minor, 'currency', currency), \
           'change', json_object('minor', change_minor, 'currency', currency), \
           'cash_rounding', json_object('minor', cash_rounding_minor, 'currency', currency), \
           'forfeited', json_object('minor', forfeited_minor, 'currency', currency), \
           'card', json(iif(card_reference IS NULL, 'null', json_object('reference', card_reference, \
             'brand', card_brand, 'last_four', card_last_four))), \
           'state', state, 'shift', shift, 'at_ms', at_ms, \
           'handed_back', json(iif(handed_back_minor IS NULL, 'null', \
             json_object('minor', handed_back_minor, 'currency', currency))), \
           'position', position, 'given_back_position', given_back_position) \
         FROM payments_tender WHERE order_id = ?1 ORDER BY position",
    )
    .bind(order.to_string())
    .fetch_all(connection)
    .await?;
    let read = |row| serde_json::from_str(row).map_err(|error| sqlx::Error::Decode(Box::new(error)));
    rows.iter().map(|row| read(row.try_get(0)?)).collect()
}

/// Orders that were paid with a card of these last four digits, the newest first, at most `limit`.
pub async fn list_by_last_four(
    connection: &mut SqliteConnection,
    last_four: &str,
    limit: u32,
) -> Result<Vec<OrderId>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT order_id FROM payments_tender WHERE card_last_four = ?1 AND card_last_four IS NOT NULL \
         ORDER BY position DESC LIMIT ?2",
    )
    .bind(last_four.to_owned())
    .bind(limit)
    .fetch_all(connection)
    .await?;
    let read = |id: &str| id.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)));
    rows.iter().map(|row| read(row.try_get(0)?)).collect()
}

/// Whether an order holds money: such an order waits for a person, and no rule may give it up.
pub async fn holds_money(connection: &mut SqliteConnection, order: OrderId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM payments_tender WHERE order_id = ?1 AND state = 'taken')")
        .bind(order.to_string())
        .fetch_one(connection)
        .await
}

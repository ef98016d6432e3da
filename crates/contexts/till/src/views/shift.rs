//! Every shift with its money, as it stands: tenders move it at once.

use crate::Rejection;
use contracts::{OrderConfirmed, OrderReversed, Pieces, ShiftClosed, ShiftOpened, TenderGivenBack, TenderTaken};
use eventing::{On, View};
use kernel::{Currency, Fact, Money, OperatorId, RegisterId, ShiftId};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// One row a shift. Money is of the shift that was running when it moved, whichever shift the order began in.
pub static SHIFT: View = View {
    name: "till_shift",
    version: 2,
    tables: &["till_shift"],
    ddl: "CREATE TABLE till_shift (
            shift                 TEXT PRIMARY KEY,
            register              TEXT NOT NULL,
            number                INTEGER NOT NULL,
            opened_ms             INTEGER NOT NULL,
            opened_by             TEXT NOT NULL,
            currency              TEXT NOT NULL,
            float_minor           INTEGER NOT NULL,
            cash_taken_minor      INTEGER NOT NULL DEFAULT 0,
            cash_given_back_minor INTEGER NOT NULL DEFAULT 0,
            card_minor            INTEGER NOT NULL DEFAULT 0,
            coupon_minor          INTEGER NOT NULL DEFAULT 0,
            sales_count           INTEGER NOT NULL DEFAULT 0,
            sales_minor           INTEGER NOT NULL DEFAULT 0,
            reversals_count       INTEGER NOT NULL DEFAULT 0,
            reversals_minor       INTEGER NOT NULL DEFAULT 0,
            expected_minor        INTEGER NOT NULL GENERATED ALWAYS AS
                                    (float_minor + cash_taken_minor - cash_given_back_minor) VIRTUAL,
            closed_ms             INTEGER,
            closed_by             TEXT,
            counted_minor         INTEGER,
            over_short_minor      INTEGER,
            pieces                TEXT NOT NULL DEFAULT '[]'
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX till_shift_by_number ON till_shift (register, number);
          CREATE INDEX till_shift_open ON till_shift (register) WHERE closed_ms IS NULL;",
    on: &[
        On::new(ShiftOpened::TYPE, OPENED),
        On::new(TenderTaken::TYPE, TAKEN),
        On::new(TenderGivenBack::TYPE, GIVEN_BACK),
        On::new(OrderConfirmed::TYPE, CONFIRMED),
        On::new(OrderReversed::TYPE, REVERSED),
        On::new(ShiftClosed::TYPE, CLOSED),
    ],
};

const OPENED: &str = "INSERT INTO till_shift (shift, register, number, opened_ms, opened_by, currency, float_minor) \
    SELECT value->>'$.p.shift', value->>'$.p.register', value->>'$.p.number', value->>'at', value->>'actor', \
      value->>'$.p.float.currency', value->>'$.p.float.minor' \
    FROM jsonb_each(?1)";

const TAKEN: &str = "UPDATE till_shift SET cash_taken_minor = cash_taken_minor + t.cash, \
      card_minor = card_minor + t.card, coupon_minor = coupon_minor + t.coupon \
    FROM (SELECT value->>'shift' AS of_shift, \
            sum(iif(value->>'$.p.kind' = 'cash', value->>'$.p.tendered.minor' - value->>'$.p.change.minor', 0)) AS cash, \
            sum(iif(value->>'$.p.kind' = 'card', value->>'$.p.amount.minor', 0)) AS card, \
            sum(iif(value->>'$.p.kind' = 'coupon', value->>'$.p.amount.minor', 0)) AS coupon \
          FROM jsonb_each(?1) GROUP BY 1) t \
    WHERE shift = t.of_shift";

const GIVEN_BACK: &str = "UPDATE till_shift SET cash_given_back_minor = cash_given_back_minor + t.cash, \
      card_minor = card_minor - t.card, coupon_minor = coupon_minor - t.coupon \
    FROM (SELECT value->>'shift' AS of_shift, \
            sum(iif(value->>'$.p.kind' = 'cash', value->>'$.p.handed_back.minor', 0)) AS cash, \
            sum(iif(value->>'$.p.kind' = 'card', value->>'$.p.amount.minor', 0)) AS card, \
            sum(iif(value->>'$.p.kind' = 'coupon', value->>'$.p.amount.minor', 0)) AS coupon \
          FROM jsonb_each(?1) GROUP BY 1) t \
    WHERE shift = t.of_shift";

const CONFIRMED: &str = "UPDATE till_shift SET sales_count = sales_count + t.orders, \
      sales_minor = sales_minor + t.minor \
    FROM (SELECT value->>'shift' AS of_shift, count(*) AS orders, sum(value->>'$.p.total.minor') AS minor \
          FROM jsonb_each(?1) GROUP BY 1) t \
    WHERE shift = t.of_shift";

const REVERSED: &str = "UPDATE till_shift SET reversals_count = reversals_count + t.orders, \
      reversals_minor = reversals_minor + t.minor \
    FROM (SELECT value->>'shift' AS of_shift, count(*) AS orders, sum(value->>'$.p.total.minor') AS minor \
          FROM jsonb_each(?1) GROUP BY 1) t \
    WHERE shift = t.of_shift";

const CLOSED: &str = "UPDATE till_shift SET closed_ms = e.value->>'at', closed_by = e.value->>'actor', \
      counted_minor = e.value->>'$.p.counted.minor', over_short_minor = e.value->>'$.p.over_short.minor', \
      pieces = coalesce(e.value->'$.p.pieces', '[]') \
    FROM jsonb_each(?1) e WHERE shift = e.value->>'$.p.shift'";

/// One shift. Amounts are of the float's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "till/")]
pub struct ShiftRow {
    /// The shift.
    pub shift: ShiftId,
    /// The register.
    pub register: RegisterId,
    /// Its number on the register, from 1.
    pub number: u32,
    /// When it was opened, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub opened_ms: i64,
    /// Who opened it.
    pub opened_by: OperatorId,
    /// What lay in the drawer.
    pub float: Money,
    /// Σ (cash taken − change).
    pub cash_taken: Money,
    /// Σ cash given back.
    pub cash_given_back: Money,
    /// Cards taken less cards given back.
    pub card: Money,
    /// Coupons taken less coupons given back.
    pub coupon: Money,
    /// Orders confirmed.
    pub sales_count: u32,
    /// Σ their totals.
    pub sales: Money,
    /// Orders reversed, of this shift or an earlier one.
    pub reversals_count: u32,
    /// Σ their totals; positive.
    pub reversals: Money,
    /// Float + cash taken − cash given back. A blind count must not see it.
    pub expected: Money,
    /// When it was closed.
    #[ts(type = "number | null")]
    pub closed_ms: Option<i64>,
    /// Who closed it.
    pub closed_by: Option<OperatorId>,
    /// What was counted.
    pub counted: Option<Money>,
    /// Counted − expected.
    pub over_short: Option<Money>,
    /// What was counted, piece by piece, largest first; empty where only a sum was given.
    pub pieces: Vec<Pieces>,
}

/// The columns of [`ShiftRow`], as one JSON object.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT json_object('shift', shift, 'register', register, 'number', number, 'opened_ms', opened_ms, \
             'opened_by', opened_by, 'float', json_object('minor', float_minor, 'currency', currency), \
             'cash_taken', json_object('minor', cash_taken_minor, 'currency', currency), \
             'cash_given_back', json_object('minor', cash_given_back_minor, 'currency', currency), \
             'card', json_object('minor', card_minor, 'currency', currency), \
             'coupon', json_object('minor', coupon_minor, 'currency', currency), 'sales_count', sales_count, \
             'sales', json_object('minor', sales_minor, 'currency', currency), 'reversals_count', reversals_count, \
             'reversals', json_object('minor', reversals_minor, 'currency', currency), \
             'expected', json_object('minor', expected_minor, 'currency', currency), 'closed_ms', closed_ms, \
             'closed_by', closed_by, \
             'counted', json(iif(closed_ms IS NULL, 'null', json_object('minor', counted_minor, 'currency', currency))), \
             'over_short', json(iif(closed_ms IS NULL, 'null', \
               json_object('minor', over_short_minor, 'currency', currency))), 'pieces', json(pieces)) FROM till_shift ",
            $rest
        )
    };
}

/// The open shift of a register, the newest where there should be but one.
pub async fn find_open_shift(
    connection: &mut SqliteConnection,
    register: RegisterId,
) -> Result<Option<ShiftRow>, sqlx::Error> {
    let sql = select!("WHERE register = ?1 AND closed_ms IS NULL ORDER BY number DESC LIMIT 1");
    let row = sqlx::query(sql).bind(register.to_string()).fetch_optional(connection).await?;
    row.as_ref().map(read).transpose()
}

/// A shift by its id.
pub async fn find_shift(connection: &mut SqliteConnection, shift: ShiftId) -> Result<Option<ShiftRow>, sqlx::Error> {
    let row = sqlx::query(select!("WHERE shift = ?1")).bind(shift.to_string()).fetch_optional(connection).await?;
    row.as_ref().map(read).transpose()
}

/// The highest number that a shift of this register has; 0 before the first.
pub async fn last_number(connection: &mut SqliteConnection, register: RegisterId) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM till_shift WHERE register = ?1")
        .bind(register.to_string())
        .fetch_one(connection)
        .await
}

/// The last shifts of a register, the newest first, at most `limit`.
pub async fn list_last_shifts(
    connection: &mut SqliteConnection,
    register: RegisterId,
    limit: u32,
) -> Result<Vec<ShiftId>, sqlx::Error> {
    let rows = sqlx::query("SELECT shift FROM till_shift WHERE register = ?1 ORDER BY number DESC LIMIT ?2");
    let rows = rows.bind(register.to_string()).bind(limit).fetch_all(connection).await?;
    let read = |row: &SqliteRow| row.get::<&str, _>(0).parse().map_err(|error| sqlx::Error::Decode(Box::new(error)));
    rows.iter().map(read).collect()
}

/// Sales less reversals of a register from its first shift to this one: it only ever grows by what was sold, and is
/// never reset.
pub async fn grand_total(
    connection: &mut SqliteConnection,
    register: RegisterId,
    number: u32,
    currency: Currency,
) -> Result<Money, sqlx::Error> {
    let minor: i64 = sqlx::query_scalar(
        "SELECT coalesce(sum(sales_minor - reversals_minor), 0) FROM till_shift WHERE register = ?1 AND number <= ?2",
    )
    .bind(register.to_string())
    .bind(number)
    .fetch_one(connection)
    .await?;
    Money::checked(minor.into(), currency).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// One open shift a register: refuses where [`find_open_shift`] found one.
///
/// # Errors
/// TIL-001.
pub fn refuse_second_shift(open: Option<&ShiftRow>) -> Result<(), Rejection> {
    match open {
        Some(row) => Err(Rejection::ShiftAlreadyOpen { number: row.number }),
        None => Ok(()),
    }
}

/// Money belongs to a shift: refuses where [`find_open_shift`] found none.
///
/// # Errors
/// TIL-002.
pub fn require_open_shift(open: Option<ShiftRow>) -> Result<ShiftRow, Rejection> {
    open.ok_or(Rejection::NoOpenShift)
}

fn read(row: &SqliteRow) -> Result<ShiftRow, sqlx::Error> {
    serde_json::from_str(row.try_get(0)?).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

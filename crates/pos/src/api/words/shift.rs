//! The till's accountability, as a screen shows it.

pub use contracts::Pieces;
use kernel::{Money, ShiftId};
use serde::{Deserialize, Serialize};

/// A running shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ShiftView {
    /// The shift.
    pub shift: ShiftId,
    /// Its number on this register.
    pub number: u32,
    /// When it was opened, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub opened_ms: i64,
    /// What lay in the drawer.
    pub float: Money,
    /// The coins and notes to count, largest first.
    pub denominations: Vec<Money>,
}

/// A closed shift: what was counted, what was expected, and the difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ShiftClosedView {
    /// The shift.
    pub shift: ShiftId,
    /// Its number on this register.
    pub number: u32,
    /// What the operator counted.
    pub counted: Money,
    /// What the events say.
    pub expected: Money,
    /// Counted − expected.
    pub over_short: Money,
}

/// A closed shift in full: what its printed report says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ShiftReport {
    /// The shift.
    pub shift: ShiftId,
    /// Its number on this register.
    pub number: u32,
    /// When it was opened and closed, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub opened_ms: i64,
    /// When it was closed.
    #[ts(type = "number")]
    pub closed_ms: i64,
    /// Who opened it.
    pub opened_by: String,
    /// Who closed it.
    pub closed_by: String,
    /// What lay in the drawer at the start.
    pub float: Money,
    /// Cash taken less change.
    pub cash_taken: Money,
    /// Cash given back.
    pub cash_given_back: Money,
    /// Cards, less cards given back.
    pub card: Money,
    /// Coupons, less coupons given back.
    pub coupon: Money,
    /// Sales completed, and their total.
    pub sales_count: u32,
    /// Σ their totals.
    pub sales: Money,
    /// Sales undone, and their total.
    pub reversals_count: u32,
    /// Σ their totals; positive.
    pub reversals: Money,
    /// Base and tax by rate, reversals taken off.
    pub taxes: Vec<contracts::TaxRow>,
    /// Copies of receipts that were printed.
    pub copies: u32,
    /// The first and last receipt number of the shift.
    pub first_number: Option<String>,
    /// The last one.
    pub last_number: Option<String>,
    /// What was counted, piece by piece; empty where only a sum was given.
    pub pieces: Vec<Pieces>,
    /// What was counted.
    pub counted: Money,
    /// What the events say.
    pub expected: Money,
    /// Counted − expected.
    pub over_short: Money,
    /// Sales less reversals since the register's first, never reset.
    pub grand_total: Money,
}

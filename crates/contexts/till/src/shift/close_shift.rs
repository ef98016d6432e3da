//! A shift ends.

use super::{Event, Shift, check_size};
use crate::Rejection;
use contracts::ShiftClosed;
use kernel::{Money, ShiftId};

/// Closes a shift with what was counted: `ShiftClosed`. The operator counts without seeing what is expected; the
/// difference is recorded as it is, and closing is always possible.
///
/// # Errors
/// TIL-002 for a shift that was never opened; TIL-003 for one that was closed; TIL-005 for a negative count; TIL-006
/// for an absurd one; TIL-007 for another currency than the float's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseShift {
    /// The shift.
    pub shift: ShiftId,
    /// What was counted.
    pub counted: Money,
    /// What the view expects, read in the same transaction; below zero where more went back than came in.
    pub expected: Money,
}

impl CloseShift {
    pub(super) fn decide(self, state: &Shift) -> Result<Vec<Event>, Rejection> {
        let Self { shift, counted, expected } = self;
        let float = match state {
            Shift::Blank => return Err(Rejection::NoOpenShift),
            Shift::Closed { .. } => return Err(Rejection::ShiftIsClosed),
            Shift::Open { float, .. } => float,
        };
        for given in [counted.currency, expected.currency] {
            if given != float.currency {
                return Err(Rejection::CurrencyMismatch { expected: float.currency, given });
            }
        }
        if counted.minor < 0 {
            return Err(Rejection::CountNegative { counted });
        }
        check_size(counted)?;
        let over_short = Money { minor: counted.minor - expected.minor, ..counted };
        Ok(vec![ShiftClosed { shift, counted, expected, over_short }.into()])
    }
}

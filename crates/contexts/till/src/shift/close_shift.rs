//! A shift ends.

use super::{Event, MAX_DRAWER_MINOR, Shift, check_size};
use crate::Rejection;
use contracts::{Pieces, ShiftClosed};
use kernel::{Money, ShiftId};
use std::collections::BTreeMap;

/// Closes a shift with what was counted: `ShiftClosed`. The operator counts without seeing what is expected; the
/// difference is recorded as it is, and closing is always possible.
///
/// # Errors
/// TIL-002 for a shift that was never opened; TIL-003 for one that was closed; TIL-005 for a negative count; TIL-006
/// for an absurd one; TIL-007 for another currency than the float's; TIL-008 for pieces that are not what was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseShift {
    /// The shift.
    pub shift: ShiftId,
    /// What was counted.
    pub counted: Money,
    /// What the view expects, read in the same transaction; below zero where more went back than came in.
    pub expected: Money,
    /// What was counted, piece by piece; empty where only a sum was given.
    pub pieces: Vec<Pieces>,
}

impl CloseShift {
    pub(super) fn decide(self, state: &Shift) -> Result<Vec<Event>, Rejection> {
        let Self { shift, counted, expected, pieces } = self;
        let float = match state {
            Shift::Blank => return Err(Rejection::NoOpenShift),
            Shift::Closed { .. } => return Err(Rejection::ShiftIsClosed),
            Shift::Open { float, .. } => float,
        };
        let of_pieces = pieces.iter().map(|counted| counted.value.currency);
        for given in [counted.currency, expected.currency].into_iter().chain(of_pieces) {
            if given != float.currency {
                return Err(Rejection::CurrencyMismatch { expected: float.currency, given });
            }
        }
        if counted.minor < 0 {
            return Err(Rejection::CountNegative { counted });
        }
        check_size(counted)?;
        let pieces = added_up(counted, pieces)?;
        let over_short = Money { minor: counted.minor - expected.minor, ..counted };
        Ok(vec![ShiftClosed { shift, counted, expected, over_short, pieces }.into()])
    }
}

/// The pieces by value, largest first, each value once, if they are what was counted.
fn added_up(counted: Money, pieces: Vec<Pieces>) -> Result<Vec<Pieces>, Rejection> {
    let mut by_value: BTreeMap<i64, u32> = BTreeMap::new();
    for Pieces { value, pieces } in pieces {
        if value.minor <= 0 {
            return Err(Rejection::CountNegative { counted: value });
        }
        let known = by_value.entry(value.minor).or_default();
        *known = known.saturating_add(pieces);
    }
    by_value.retain(|_, pieces| *pieces > 0);
    let sum: i128 = by_value.iter().map(|(minor, pieces)| i128::from(*minor) * i128::from(*pieces)).sum();
    if !by_value.is_empty() && sum != i128::from(counted.minor) {
        // An absurd sum is said as the most that a drawer holds, which is wrong enough.
        let minor = i64::try_from(sum).unwrap_or(MAX_DRAWER_MINOR).min(MAX_DRAWER_MINOR);
        return Err(Rejection::PiecesDoNotAddUp { counted, sum: Money { minor, ..counted } });
    }
    let values = by_value.into_iter().rev();
    Ok(values.map(|(minor, pieces)| Pieces { value: Money { minor, ..counted }, pieces }).collect())
}

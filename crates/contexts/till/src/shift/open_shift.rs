//! A shift begins.

use super::{Event, Shift, check_size};
use crate::Rejection;
use contracts::ShiftOpened;
use kernel::{Money, RegisterId, ShiftId};

/// Opens a shift with what lies in the drawer: `ShiftOpened`. Whether another shift is open on the register is asked
/// of the view before, by [`refuse_second_shift`](crate::refuse_second_shift).
///
/// # Errors
/// TIL-001 for a shift that is open; TIL-003 for one that was closed; TIL-004 for a negative float; TIL-006 for an
/// absurd one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenShift {
    /// The shift's new id.
    pub shift: ShiftId,
    /// The register.
    pub register: RegisterId,
    /// One more than the last number on this register.
    pub number: u32,
    /// What lies in the drawer; may be zero.
    pub float: Money,
}

impl OpenShift {
    pub(super) fn decide(self, state: &Shift) -> Result<Vec<Event>, Rejection> {
        let Self { shift, register, number, float } = self;
        match state {
            Shift::Blank => {}
            Shift::Open { number, .. } => return Err(Rejection::ShiftAlreadyOpen { number: *number }),
            Shift::Closed { .. } => return Err(Rejection::ShiftIsClosed),
        }
        if float.minor < 0 {
            return Err(Rejection::FloatNegative { float });
        }
        check_size(float)?;
        Ok(vec![ShiftOpened { shift, register, number, float }.into()])
    }
}

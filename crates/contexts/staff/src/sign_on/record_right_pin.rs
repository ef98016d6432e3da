//! The right PIN, for something other than signing on.

use super::{Lock, PinAccepted, SignOnEvent, SignOnState, refuse_locked};
use crate::Rejection;
use kernel::{Moment, OperatorId, RegisterId};

/// Records [`PinAccepted`] when wrong PINs came before, so that those of many approvals do not add up to a lock;
/// otherwise nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordRightPin {
    /// Who.
    pub operator: OperatorId,
    /// Where.
    pub register: RegisterId,
}

impl RecordRightPin {
    pub(super) fn decide(self, state: &SignOnState, at: &Moment) -> Result<Vec<SignOnEvent>, Rejection> {
        refuse_locked(state, at)?;
        if state.lock == Lock::default() {
            return Ok(vec![]);
        }
        Ok(vec![PinAccepted { operator: self.operator, register: self.register }.into()])
    }
}

//! The right PIN, to sign on.

use super::{SignOnEvent, SignOnState, SignedOn, refuse_locked};
use crate::{OperatorState, Rejection};
use kernel::{Moment, OperatorId, RegisterId};

/// Records [`SignedOn`], after a PIN was found right outside. The lock counts once more: two guesses that were hashed
/// side by side must not both pass.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordSignOn {
    /// Who.
    pub operator: OperatorId,
    /// Where.
    pub register: RegisterId,
    /// The operator as the journal has them now.
    pub standing: OperatorState,
}

impl RecordSignOn {
    pub(super) fn decide(self, state: &SignOnState, at: &Moment) -> Result<Vec<SignOnEvent>, Rejection> {
        self.standing.pin()?;
        if self.standing.active()?.operator != self.operator {
            return Err(Rejection::NotActive);
        }
        refuse_locked(state, at)?;
        Ok(vec![SignedOn { operator: self.operator, register: self.register }.into()])
    }
}

//! A new PIN forgives the wrong ones before it.

use super::{Lock, PinAccepted, SignOnEvent, SignOnState};
use kernel::{OperatorId, RegisterId};

/// Records [`PinAccepted`] whatever the lock says, after a recovery code was found right: who forgot a PIN has often
/// locked themselves out with guesses. Nothing where nothing is to be forgiven.
#[derive(Debug, Clone, PartialEq)]
pub struct Forgive {
    /// Who.
    pub operator: OperatorId,
    /// Where.
    pub register: RegisterId,
}

impl Forgive {
    pub(super) fn decide(self, state: &SignOnState) -> Vec<SignOnEvent> {
        if state.lock == Lock::default() {
            return vec![];
        }
        vec![PinAccepted { operator: self.operator, register: self.register }.into()]
    }
}

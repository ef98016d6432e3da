//! Leaving the register.

use super::{Presence, SignOnEvent, SignOnState, SignedOff};
use kernel::{OperatorId, RegisterId};

/// Records [`SignedOff`]; nothing for somebody who is not signed on.
#[derive(Debug, Clone, PartialEq)]
pub struct SignOff {
    /// Who.
    pub operator: OperatorId,
    /// Where.
    pub register: RegisterId,
}

impl SignOff {
    pub(super) fn decide(self, state: &SignOnState) -> Vec<SignOnEvent> {
        match state.presence {
            Presence::Off => vec![],
            Presence::On => vec![SignedOff { operator: self.operator, register: self.register }.into()],
        }
    }
}

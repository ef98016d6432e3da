//! The code on paper is used: a new PIN, and the code is worth nothing any more.

use super::{MOST_PIN_DIGITS, OperatorEvent, OperatorState, PinChanged, RecoveryCodeUsed};
use crate::{Rejection, RoleDetails};
use kernel::Uuid;

/// Uses the recovery code up for a new PIN. Records [`RecoveryCodeUsed`] and [`PinChanged`].
#[derive(Debug, Clone, PartialEq)]
pub struct Recover {
    /// The secret whose code was found right outside. It must still be the operator's: of two tries that were hashed
    /// side by side, one passes.
    pub code_verifier_id: Uuid,
    /// The secret that holds the new PIN's verifier.
    pub verifier_id: Uuid,
    /// How many digits the new PIN has.
    pub digits: u8,
    /// The operator's role, which says how many digits are enough.
    pub role: RoleDetails,
}

impl Recover {
    pub(super) fn decide(self, state: &OperatorState) -> Result<Vec<OperatorEvent>, Rejection> {
        let details = state.changeable()?;
        if details.role != self.role.role {
            return Err(Rejection::RoleNotDefined);
        }
        if details.recovery != Some(self.code_verifier_id) {
            return Err(Rejection::NoRecoveryCode);
        }
        let least = self.role.least_pin_digits();
        if !(least..=MOST_PIN_DIGITS).contains(&self.digits) {
            return Err(Rejection::PinLength { least, most: MOST_PIN_DIGITS });
        }
        let Self { code_verifier_id, verifier_id, digits, .. } = self;
        let operator = details.operator;
        Ok(vec![
            RecoveryCodeUsed { operator, verifier_id: code_verifier_id }.into(),
            PinChanged { operator, verifier_id, digits }.into(),
        ])
    }
}

//! A new PIN.

use super::{OperatorEvent, OperatorState, PinChanged};
use crate::{Rejection, RoleDetails};
use kernel::Uuid;

/// What a keypad shows without scrolling.
pub const MOST_PIN_DIGITS: u8 = 12;

/// Points an operator to a new verifier, which was made outside and stored as a secret. Records [`PinChanged`].
#[derive(Debug, Clone, PartialEq)]
pub struct ChangePin {
    /// The secret that holds the verifier.
    pub verifier_id: Uuid,
    /// How many digits the PIN has.
    pub digits: u8,
    /// The operator's role, which says how many digits are enough.
    pub role: RoleDetails,
}

impl ChangePin {
    pub(super) fn decide(self, state: &OperatorState) -> Result<Vec<OperatorEvent>, Rejection> {
        let details = state.changeable()?;
        if details.role != self.role.role {
            return Err(Rejection::RoleNotDefined);
        }
        let least = self.role.least_pin_digits();
        if !(least..=MOST_PIN_DIGITS).contains(&self.digits) {
            return Err(Rejection::PinLength { least, most: MOST_PIN_DIGITS });
        }
        let (operator, verifier_id) = (details.operator, self.verifier_id);
        Ok(vec![PinChanged { operator, verifier_id, digits: self.digits }.into()])
    }
}

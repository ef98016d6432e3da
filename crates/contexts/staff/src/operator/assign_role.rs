//! Another role.

use super::{MOST_PIN_DIGITS, OperatorEvent, OperatorState, RoleAssigned};
use crate::{Permission, Rejection, RoleDetails};

/// Gives an operator another role. Records [`RoleAssigned`]; nothing when they have it already.
#[derive(Debug, Clone, PartialEq)]
pub struct AssignRole {
    /// What they may do from now on.
    pub role: RoleDetails,
    /// How many other people may edit staff: somebody must be left.
    pub others_who_edit_staff: u32,
}

impl AssignRole {
    pub(super) fn decide(self, state: &OperatorState) -> Result<Vec<OperatorEvent>, Rejection> {
        let details = state.changeable()?;
        if details.role == self.role.role {
            return Ok(vec![]);
        }
        // A PIN of four digits must not come to guard a manager's permissions: first the longer PIN, then the role.
        let least = self.role.least_pin_digits();
        if details.pin.is_some_and(|pin| pin.digits < least) {
            return Err(Rejection::PinLength { least, most: MOST_PIN_DIGITS });
        }
        let keeps = self.role.grants.iter().any(|grant| grant.permission == Permission::EditStaff);
        if !keeps && self.others_who_edit_staff == 0 {
            return Err(Rejection::NobodyLeft);
        }
        Ok(vec![RoleAssigned { operator: details.operator, role: self.role.role }.into()])
    }
}

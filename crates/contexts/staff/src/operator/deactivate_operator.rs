//! Somebody no longer works here.

use super::{OperatorDeactivated, OperatorEvent, OperatorState};
use crate::Rejection;

/// Ends an operator's access, at once and for good. Records [`OperatorDeactivated`]; nothing when it has ended.
#[derive(Debug, Clone, PartialEq)]
pub struct DeactivateOperator {
    /// How many other people may edit staff: somebody must be left.
    pub others_who_edit_staff: u32,
}

impl DeactivateOperator {
    pub(super) fn decide(self, state: &OperatorState) -> Result<Vec<OperatorEvent>, Rejection> {
        if let OperatorState::Inactive(_) = state {
            return Ok(vec![]);
        }
        let details = state.changeable()?;
        if self.others_who_edit_staff == 0 {
            return Err(Rejection::NobodyLeft);
        }
        Ok(vec![OperatorDeactivated { operator: details.operator }.into()])
    }
}

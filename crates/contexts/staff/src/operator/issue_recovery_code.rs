//! A code on paper for the day when the PIN is forgotten.

use super::{OperatorEvent, OperatorState, RecoveryCodeIssued};
use crate::Rejection;
use kernel::Uuid;

/// Points an operator to the verifier of a recovery code. Records [`RecoveryCodeIssued`].
#[derive(Debug, Clone, PartialEq)]
pub struct IssueRecoveryCode {
    /// The secret that holds the verifier.
    pub verifier_id: Uuid,
}

impl IssueRecoveryCode {
    pub(super) fn decide(self, state: &OperatorState) -> Result<Vec<OperatorEvent>, Rejection> {
        let operator = state.changeable()?.operator;
        Ok(vec![RecoveryCodeIssued { operator, verifier_id: self.verifier_id }.into()])
    }
}

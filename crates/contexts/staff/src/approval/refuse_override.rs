//! The approver's PIN was wrong.

use super::{ApprovalState, OverrideEvent, OverrideRefused, RefusedBecause};
use crate::{Act, Rejection};
use kernel::OperatorId;

/// Notes that an approval came to nothing. Records [`OverrideRefused`]. The wrong PIN itself counts in the
/// approver's own sign-on stream, like any other.
#[derive(Debug, Clone, PartialEq)]
pub struct RefuseOverride {
    /// Who was asked.
    pub approver: OperatorId,
    /// Who asked.
    pub asked_by: OperatorId,
    /// What was asked.
    pub act: Act,
    /// The act in words.
    pub text: String,
    /// Why.
    pub why: RefusedBecause,
}

impl RefuseOverride {
    pub(super) fn decide(self, state: &ApprovalState) -> Result<Vec<OverrideEvent>, Rejection> {
        match state {
            ApprovalState::Unapproved => Ok(vec![
                OverrideRefused {
                    approver: self.approver,
                    asked_by: self.asked_by,
                    permission: self.act.permission(),
                    text: self.text,
                    why: self.why,
                }
                .into(),
            ]),
            ApprovalState::Granted(_) | ApprovalState::Used { .. } => Err(Rejection::AlreadyExists),
        }
    }
}

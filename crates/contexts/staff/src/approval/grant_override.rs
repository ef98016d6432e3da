//! The approver's PIN was right.

use super::{ApprovalState, OverrideEvent, OverrideGranted, OverrideRefused, RefusedBecause};
use crate::{Act, Fingerprint, OperatorState, Rejection, RoleState, check};
use kernel::{Moment, OperatorId};

/// How long an override waits for its act.
pub const OVERRIDE_LASTS_MS: i64 = 60_000;

/// Approves one act of the operator who is signed on. Records [`OverrideGranted`]; or [`OverrideRefused`] when the
/// approver may not do it either, or is the one who asks.
#[derive(Debug, Clone, PartialEq)]
pub struct GrantOverride {
    /// Who approves.
    pub approver: OperatorId,
    /// The approver as the journal has them now.
    pub standing: OperatorState,
    /// The approver's role.
    pub role: RoleState,
    /// Who asks.
    pub asked_by: OperatorId,
    /// What is asked, with its size.
    pub act: Act,
    /// The exact command.
    pub fingerprint: Fingerprint,
    /// The act in the words that the approver read.
    pub text: String,
}

impl GrantOverride {
    pub(super) fn decide(self, state: &ApprovalState, at: &Moment) -> Result<Vec<OverrideEvent>, Rejection> {
        match state {
            ApprovalState::Unapproved => {}
            ApprovalState::Granted(_) | ApprovalState::Used { .. } => return Err(Rejection::AlreadyExists),
        }
        let permission = self.act.permission();
        if !permission.can_be_overridden() {
            return Err(Rejection::NotPermitted { permission });
        }
        self.standing.pin()?;
        if self.standing.active()?.operator != self.approver {
            return Err(Rejection::NotActive);
        }
        let second = self.approver != self.asked_by;
        match check(&self.standing, &self.role, &self.act) {
            Ok(()) if second => Ok(vec![
                OverrideGranted {
                    approver: self.approver,
                    asked_by: self.asked_by,
                    permission,
                    text: self.text,
                    fingerprint: self.fingerprint,
                    clock_ms: at.now_ms,
                    expires_ms: at.highest_ms.saturating_add(OVERRIDE_LASTS_MS),
                }
                .into(),
            ]),
            Ok(()) | Err(Rejection::NotPermitted { .. } | Rejection::AboveLimit { .. }) => Ok(vec![
                OverrideRefused {
                    approver: self.approver,
                    asked_by: self.asked_by,
                    permission,
                    text: self.text,
                    why: RefusedBecause::NotPermitted,
                }
                .into(),
            ]),
            Err(other) => Err(other),
        }
    }
}

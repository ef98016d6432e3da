//! The act is done under its override.

use super::{ApprovalState, OVERRIDE_LASTS_MS, OverrideEvent, OverrideGranted, OverrideUsed};
use crate::{Fingerprint, OverrideFault, Rejection};
use kernel::Moment;

/// Uses an override up, in the transaction of the act. Records [`OverrideUsed`].
#[derive(Debug, Clone, PartialEq)]
pub struct UseOverride {
    /// The command that is about to run.
    pub fingerprint: Fingerprint,
}

impl UseOverride {
    pub(super) fn decide(self, state: &ApprovalState, at: &Moment) -> Result<Vec<OverrideEvent>, Rejection> {
        let granted = match state {
            ApprovalState::Unapproved => return Err(does_not_hold(OverrideFault::NotGranted)),
            ApprovalState::Used { .. } => return Err(does_not_hold(OverrideFault::Used)),
            ApprovalState::Granted(granted) => granted,
        };
        if granted.fingerprint != self.fingerprint || granted.asked_by != at.actor {
            return Err(does_not_hold(OverrideFault::ForAnotherAct));
        }
        if is_over(granted, at) {
            return Err(does_not_hold(OverrideFault::Expired));
        }
        Ok(vec![
            OverrideUsed {
                approver: granted.approver,
                asked_by: granted.asked_by,
                permission: granted.permission,
                text: granted.text.clone(),
            }
            .into(),
        ])
    }
}

/// The highest time stands still while the clock is set back, so the clock itself must also lie within the minute.
fn is_over(granted: &OverrideGranted, at: &Moment) -> bool {
    let clock_end_ms = granted.clock_ms.saturating_add(OVERRIDE_LASTS_MS);
    at.highest_ms > granted.expires_ms || !(granted.clock_ms..=clock_end_ms).contains(&at.now_ms)
}

const fn does_not_hold(why: OverrideFault) -> Rejection {
    Rejection::OverrideDoesNotHold { why }
}

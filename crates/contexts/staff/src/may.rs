//! The question that every command asks first: may this operator do this?

use crate::{Act, Limit, OperatorState, Permission, Rejection, RoleDetails, RoleState};
use serde::{Deserialize, Serialize};

/// Whether a role permits an act of this size.
///
/// # Errors
/// STF-001 when the role does not hold the permission, STF-002 when the act is beyond its limit.
pub fn may(role: &RoleDetails, act: &Act) -> Result<(), Rejection> {
    let (permission, size) = (act.permission(), act.size());
    let Some(grant) = role.grants.iter().find(|grant| grant.permission == permission) else {
        return Err(Rejection::NotPermitted { permission });
    };
    match (grant.limit, size) {
        _ if grant.covers(size.as_ref()) => Ok(()),
        (Some(limit), Some(asked)) => Err(Rejection::AboveLimit { permission, limit, asked }),
        (_, _) => Err(Rejection::NotPermitted { permission }),
    }
}

/// Whether an operator, as the journal has them now, may do it: a deactivated operator may nothing, whatever session
/// is still open.
///
/// # Errors
/// STF-006 for an operator who is not active, STF-011 for a role that is not defined or not theirs, else those of
/// [`may`].
pub fn check(operator: &OperatorState, role: &RoleState, act: &Act) -> Result<(), Rejection> {
    let operator = operator.active()?;
    let role = role.defined()?;
    if operator.role != role.role {
        return Err(Rejection::RoleNotDefined);
    }
    may(role, act)
}

/// A refusal that a second operator may lift, once, for this very act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "staff/")]
pub struct CanBeOverridden {
    /// What the second operator must hold.
    pub permission: Permission,
    /// What the first one is limited to; without one, the first does not hold it at all.
    pub limit: Option<Limit>,
    /// The size of the act, where it has one.
    pub asked: Option<Limit>,
}

impl Rejection {
    /// Whether a manager can lift it in place; None for everything that is no question of permission.
    pub fn can_be_overridden(&self) -> Option<CanBeOverridden> {
        let found = match *self {
            Self::NotPermitted { permission } => CanBeOverridden { permission, limit: None, asked: None },
            Self::AboveLimit { permission, limit, asked } => {
                CanBeOverridden { permission, limit: Some(limit), asked: Some(asked) }
            }
            Self::Locked { .. }
            | Self::WrongPin { .. }
            | Self::NameNotUsable { .. }
            | Self::NotActive
            | Self::AlreadyExists
            | Self::PinLength { .. }
            | Self::BuiltIn
            | Self::NoPin
            | Self::RoleNotDefined
            | Self::GrantNotSound { .. }
            | Self::NobodyLeft
            | Self::NoRecoveryCode
            | Self::WrongRecoveryCode { .. }
            | Self::RecoveryCodeShownOnce
            | Self::WouldGrow { .. }
            | Self::OverrideDoesNotHold { .. } => return None,
        };
        found.permission.can_be_overridden().then_some(found)
    }
}

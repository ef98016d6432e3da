//! Giving a role its name and its permissions.

use super::{RoleDefined, RoleEvent, RoleState};
use crate::built_in::{built_in_roles, is_fixed};
use crate::operator::usable_name;
use crate::{Grant, Rejection};
use kernel::RoleId;

/// Defines a role, or defines it anew. Records [`RoleDefined`]; nothing when it is so already.
#[derive(Debug, Clone, PartialEq)]
pub struct DefineRole {
    /// The role, which is also the stream's id.
    pub role: RoleId,
    /// What people call it.
    pub name: String,
    /// What it holds.
    pub grants: Vec<Grant>,
}

impl DefineRole {
    pub(super) fn decide(self, state: &RoleState) -> Result<Vec<RoleEvent>, Rejection> {
        let name = usable_name(&self.name)?;
        if is_fixed(self.role) && !built_in_roles().contains(&self) {
            return Err(Rejection::BuiltIn);
        }
        let sound = |(index, grant): (usize, &Grant)| {
            let twice = self.grants[..index].iter().any(|earlier| earlier.permission == grant.permission);
            !twice && grant.limit.is_none_or(|limit| grant.permission.takes(&limit))
        };
        if let Some((_, grant)) = self.grants.iter().enumerate().find(|entry| !sound(*entry)) {
            return Err(Rejection::GrantNotSound { permission: grant.permission });
        }
        let defined = RoleDefined { role: self.role, name, grants: self.grants };
        match state {
            RoleState::Defined(now) if now.name == defined.name && now.grants == defined.grants => Ok(vec![]),
            RoleState::Undefined | RoleState::Defined(_) => Ok(vec![defined.into()]),
        }
    }
}

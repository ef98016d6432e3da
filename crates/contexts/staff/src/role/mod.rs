//! A role: a named set of permissions. The stream's id is the role's.

mod define_role;
mod events;

pub use define_role::DefineRole;
pub use events::{RoleDefined, RoleEvent};

use crate::{Grant, Rejection};
use eventing::Decider;
use kernel::{Moment, RoleId};
use serde::{Deserialize, Serialize};

/// PIN digits that a role needs which can only sell.
const SHORT_PIN_DIGITS: u8 = 4;

/// PIN digits that a role needs which can approve, give money back or see everything.
const LONG_PIN_DIGITS: u8 = 6;

/// The rules of a role.
pub struct Role;

/// What can be asked of a role.
#[derive(Debug, Clone, PartialEq)]
pub enum RoleCommand {
    /// Give it a name and permissions.
    Define(DefineRole),
}

/// A role, as its stream has it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum RoleState {
    /// Nobody has defined it.
    #[default]
    Undefined,
    /// It has a name and permissions.
    Defined(RoleDetails),
}

/// A defined role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoleDetails {
    /// The role.
    pub role: RoleId,
    /// What people call it.
    pub name: String,
    /// What it holds; each permission at most once.
    pub grants: Vec<Grant>,
}

impl RoleState {
    /// The role, if it is defined.
    ///
    /// # Errors
    /// STF-011.
    pub fn defined(&self) -> Result<&RoleDetails, Rejection> {
        match self {
            Self::Undefined => Err(Rejection::RoleNotDefined),
            Self::Defined(details) => Ok(details),
        }
    }
}

impl RoleDetails {
    /// PIN digits that its holders need at least. A discount without a limit counts as worth stealing.
    pub fn least_pin_digits(&self) -> u8 {
        let long = self.grants.iter().any(|grant| {
            let unlimited_discount = grant.permission == crate::Permission::Discount && grant.limit.is_none();
            grant.permission.needs_long_pin() || unlimited_discount
        });
        if long { LONG_PIN_DIGITS } else { SHORT_PIN_DIGITS }
    }
}

impl Decider for Role {
    const KIND: &'static str = "staff.role";
    const FOLD_VERSION: u16 = 1;
    type State = RoleState;
    type Command = RoleCommand;
    type Event = RoleEvent;
    type Rejection = Rejection;

    fn decide(state: &RoleState, command: RoleCommand, _at: &Moment) -> Result<Vec<RoleEvent>, Rejection> {
        match command {
            RoleCommand::Define(command) => command.decide(state),
        }
    }

    fn evolve(_state: RoleState, event: &RoleEvent) -> RoleState {
        match event {
            RoleEvent::RoleDefined(RoleDefined { role, name, grants }) => {
                RoleState::Defined(RoleDetails { role: *role, name: name.clone(), grants: grants.clone() })
            }
        }
    }
}

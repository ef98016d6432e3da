//! An operator: somebody who signs on. The stream's id is the operator's.

mod add_operator;
mod assign_role;
mod change_pin;
mod deactivate_operator;
mod events;
mod issue_recovery_code;
mod recover;

pub use add_operator::AddOperator;
pub use assign_role::AssignRole;
pub use change_pin::{ChangePin, MOST_PIN_DIGITS};
pub use deactivate_operator::DeactivateOperator;
pub use events::{
    OperatorAdded, OperatorDeactivated, OperatorEvent, PinChanged, RecoveryCodeIssued, RecoveryCodeUsed, RoleAssigned,
};
pub use issue_recovery_code::IssueRecoveryCode;
pub use recover::Recover;

use crate::{Rejection, is_built_in};
use eventing::Decider;
use kernel::{Moment, OperatorId, RoleId, Uuid};
use serde::{Deserialize, Serialize};

/// Characters that fit a receipt and a button.
const MOST_NAME_CHARS: usize = 40;

/// The rules of an operator.
pub struct Operator;

/// What can be asked of an operator.
#[derive(Debug, Clone, PartialEq)]
pub enum OperatorCommand {
    /// Somebody begins to work here.
    Add(AddOperator),
    /// A new PIN.
    ChangePin(ChangePin),
    /// Another role.
    AssignRole(AssignRole),
    /// Somebody no longer works here.
    Deactivate(DeactivateOperator),
    /// A code on paper for the day when the PIN is forgotten.
    IssueRecoveryCode(IssueRecoveryCode),
    /// That code is used.
    Recover(Recover),
}

/// An operator, as the stream has them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum OperatorState {
    /// Nobody by this id.
    #[default]
    Unknown,
    /// Works here.
    Active(OperatorDetails),
    /// No longer works here; past acts keep their name.
    Inactive(OperatorDetails),
}

/// Somebody who signs on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OperatorDetails {
    /// Who.
    pub operator: OperatorId,
    /// The name on buttons and receipts.
    pub name: String,
    /// One to three letters for a small badge.
    pub initials: String,
    /// What they may do.
    pub role: RoleId,
    /// Their PIN, if one was set.
    pub pin: Option<Pin>,
    /// The verifier of a recovery code, if one was issued; the last one counts.
    pub recovery: Option<Uuid>,
}

/// A PIN as the journal knows it: where its verifier lies, and how long it is. Never the PIN, never its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The secret that holds the verifier.
    pub verifier_id: Uuid,
    /// How many digits it has.
    pub digits: u8,
}

impl OperatorState {
    /// The operator, if they work here.
    ///
    /// # Errors
    /// STF-006.
    pub fn active(&self) -> Result<&OperatorDetails, Rejection> {
        match self {
            Self::Active(details) => Ok(details),
            Self::Unknown | Self::Inactive(_) => Err(Rejection::NotActive),
        }
    }

    /// The PIN to check before a sign-on or an approval.
    ///
    /// # Errors
    /// STF-006 when they do not work here, STF-009 for a built-in operator, STF-010 when no PIN was set.
    pub fn pin(&self) -> Result<Pin, Rejection> {
        let details = self.active()?;
        if is_built_in(details.operator) {
            return Err(Rejection::BuiltIn);
        }
        details.pin.ok_or(Rejection::NoPin)
    }

    /// The secret that the recovery code is checked against.
    ///
    /// # Errors
    /// STF-006 when they do not work here, STF-009 for a built-in operator, STF-015 when no code is out.
    pub fn recovery(&self) -> Result<Uuid, Rejection> {
        self.changeable()?.recovery.ok_or(Rejection::NoRecoveryCode)
    }

    /// Somebody who works here and whose record may change.
    fn changeable(&self) -> Result<&OperatorDetails, Rejection> {
        let details = self.active()?;
        if is_built_in(details.operator) { Err(Rejection::BuiltIn) } else { Ok(details) }
    }

    fn changed(self, change: impl FnOnce(&mut OperatorDetails)) -> Self {
        match self {
            Self::Unknown => Self::Unknown,
            Self::Active(mut details) => {
                change(&mut details);
                Self::Active(details)
            }
            Self::Inactive(mut details) => {
                change(&mut details);
                Self::Inactive(details)
            }
        }
    }
}

/// A name without blanks around it.
pub(crate) fn usable_name(name: &str) -> Result<String, Rejection> {
    let name = name.trim();
    let fits = !kernel::is_blank(name) && kernel::is_line(name, MOST_NAME_CHARS);
    if fits { Ok(name.to_owned()) } else { Err(Rejection::NameNotUsable { most: MOST_NAME_CHARS }) }
}

impl Decider for Operator {
    const KIND: &'static str = "staff.operator";
    const FOLD_VERSION: u16 = 1;
    type State = OperatorState;
    type Command = OperatorCommand;
    type Event = OperatorEvent;
    type Rejection = Rejection;

    fn decide(state: &OperatorState, command: OperatorCommand, _at: &Moment) -> Result<Vec<OperatorEvent>, Rejection> {
        match command {
            OperatorCommand::Add(command) => command.decide(state),
            OperatorCommand::ChangePin(command) => command.decide(state),
            OperatorCommand::AssignRole(command) => command.decide(state),
            OperatorCommand::Deactivate(command) => command.decide(state),
            OperatorCommand::IssueRecoveryCode(command) => command.decide(state),
            OperatorCommand::Recover(command) => command.decide(state),
        }
    }

    fn evolve(state: OperatorState, event: &OperatorEvent) -> OperatorState {
        match event {
            OperatorEvent::OperatorAdded(added) => OperatorState::Active(OperatorDetails {
                operator: added.operator,
                name: added.name.clone(),
                initials: added.initials.clone(),
                role: added.role,
                pin: None,
                recovery: None,
            }),
            OperatorEvent::PinChanged(PinChanged { verifier_id, digits, .. }) => {
                let pin = Pin { verifier_id: *verifier_id, digits: *digits };
                state.changed(|details| details.pin = Some(pin))
            }
            OperatorEvent::RoleAssigned(assigned) => state.changed(|details| details.role = assigned.role),
            OperatorEvent::OperatorDeactivated(_) => match state {
                OperatorState::Active(details) | OperatorState::Inactive(details) => OperatorState::Inactive(details),
                OperatorState::Unknown => OperatorState::Unknown,
            },
            OperatorEvent::RecoveryCodeIssued(issued) => {
                state.changed(|details| details.recovery = Some(issued.verifier_id))
            }
            OperatorEvent::RecoveryCodeUsed(_) => state.changed(|details| details.recovery = None),
        }
    }
}

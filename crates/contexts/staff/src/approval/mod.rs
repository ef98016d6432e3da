//! A second operator's approval of one refused act, once. The stream's id is made by whoever asks.

mod events;
mod grant_override;
mod refuse_override;
mod use_override;

pub use events::{OverrideEvent, OverrideGranted, OverrideRefused, OverrideUsed, RefusedBecause};
pub use grant_override::{GrantOverride, OVERRIDE_LASTS_MS};
pub use refuse_override::RefuseOverride;
pub use use_override::UseOverride;

use crate::Rejection;
use eventing::Decider;
use kernel::{Moment, OperatorId};
use serde::{Deserialize, Serialize};

/// The rules of an override.
pub struct OverrideApproval;

/// What can be asked of an override.
#[expect(clippy::large_enum_variant, reason = "made once a gesture and taken apart at once")]
#[derive(Debug, Clone, PartialEq)]
pub enum OverrideCommand {
    /// The approver's PIN was right.
    Grant(GrantOverride),
    /// The approver's PIN was wrong.
    Refuse(RefuseOverride),
    /// The act is done under it.
    Use(UseOverride),
}

/// An override, as its stream has it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum ApprovalState {
    /// Nobody approved it; wrong PINs may have come.
    #[default]
    Unapproved,
    /// Approved, and waiting for its act.
    Granted(OverrideGranted),
    /// Its act was done.
    Used {
        /// Who approved it.
        approver: OperatorId,
    },
}

impl ApprovalState {
    /// Who approved it, to be named in the commit of the act.
    pub fn approver(&self) -> Option<OperatorId> {
        match self {
            Self::Unapproved => None,
            Self::Granted(granted) => Some(granted.approver),
            Self::Used { approver } => Some(*approver),
        }
    }
}

impl Decider for OverrideApproval {
    const KIND: &'static str = "staff.override";
    const FOLD_VERSION: u16 = 1;
    type State = ApprovalState;
    type Command = OverrideCommand;
    type Event = OverrideEvent;
    type Rejection = Rejection;

    fn decide(state: &ApprovalState, command: OverrideCommand, at: &Moment) -> Result<Vec<OverrideEvent>, Rejection> {
        match command {
            OverrideCommand::Grant(command) => command.decide(state, at),
            OverrideCommand::Refuse(command) => command.decide(state),
            OverrideCommand::Use(command) => command.decide(state, at),
        }
    }

    fn evolve(state: ApprovalState, event: &OverrideEvent) -> ApprovalState {
        match event {
            OverrideEvent::OverrideGranted(granted) => ApprovalState::Granted(granted.clone()),
            OverrideEvent::OverrideRefused(_) => state,
            OverrideEvent::OverrideUsed(used) => ApprovalState::Used { approver: used.approver },
        }
    }
}

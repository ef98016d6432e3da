//! One till's period of accountability.

mod close_shift;
mod open_shift;

pub use close_shift::CloseShift;
pub use open_shift::OpenShift;

use crate::Rejection;
use contracts::{ShiftClosed, ShiftOpened};
use eventing::Decider;
use kernel::{Moment, Money, RegisterId};
use serde::{Deserialize, Serialize};

/// The most that a drawer holds, in minor units: ten million euros, and a thousand million dong. A barcode of eight
/// digits in the amount field is more.
pub const MAX_DRAWER_MINOR: i64 = 1_000_000_000;

eventing::events! {
    /// What happens to a shift.
    pub enum Event { ShiftOpened, ShiftClosed }
}

/// Where a shift stands. The stream's id is the shift's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Shift {
    /// Never opened.
    #[default]
    Blank,
    /// Somebody answers for the drawer.
    Open {
        /// The register.
        register: RegisterId,
        /// The shift's number on this register.
        number: u32,
        /// What lay in the drawer.
        float: Money,
    },
    /// Counted.
    Closed {
        /// The shift's number on this register.
        number: u32,
    },
}

/// What can be asked of a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Begin, with a float.
    OpenShift(OpenShift),
    /// End, with a count.
    CloseShift(CloseShift),
}

impl Decider for Shift {
    const KIND: &'static str = "till.shift";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(state: &Self, command: Command, _at: &Moment) -> Result<Vec<Event>, Rejection> {
        match command {
            Command::OpenShift(command) => command.decide(state),
            Command::CloseShift(command) => command.decide(state),
        }
    }

    fn evolve(state: Self, event: &Event) -> Self {
        match event {
            Event::ShiftOpened(fact) => Self::Open { register: fact.register, number: fact.number, float: fact.float },
            Event::ShiftClosed(_) => match state {
                Self::Open { number, .. } => Self::Closed { number },
                Self::Blank | Self::Closed { .. } => state,
            },
        }
    }
}

fn check_size(amount: Money) -> Result<(), Rejection> {
    let most = Money::new(MAX_DRAWER_MINOR, amount.currency);
    if amount.minor > most.minor { Err(Rejection::AmountTooLarge { most }) } else { Ok(()) }
}

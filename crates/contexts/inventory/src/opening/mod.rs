//! The stock that a shop begins with: one wide fact instead of one an article.

mod events;
mod state_opening;

pub use events::{Event, OpeningStated};
pub use state_opening::{MAX_OPENING_LINES, StateOpening};

use crate::Rejection;
use eventing::Decider;
use kernel::{Moment, ProductId, Uuid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The products whose opening was stated. There is one such stream: [`Opening::STREAM`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Opening {
    /// Stated so far.
    pub products: BTreeSet<ProductId>,
}

impl Opening {
    /// The one stream.
    pub const STREAM: Uuid = Uuid::nil();
}

impl Decider for Opening {
    const KIND: &'static str = "inventory.opening";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = StateOpening;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(state: &Self, command: StateOpening, _at: &Moment) -> Result<Vec<Event>, Rejection> {
        command.decide(state)
    }

    fn evolve(mut state: Self, event: &Event) -> Self {
        match event {
            Event::OpeningStated(fact) => state.products.extend(fact.lines.iter().map(|line| line.product)),
        }
        state
    }
}

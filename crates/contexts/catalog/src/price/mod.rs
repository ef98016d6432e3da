//! Prices: one short stream for each list and product.

mod events;
mod set_price;

pub use events::*;
pub use set_price::SetPrice;
pub(crate) use set_price::check_price;

use crate::Rejection;
use eventing::Decider;
use kernel::{Moment, UnitPrice};
use serde::{Deserialize, Serialize};

/// What a product costs in one list, as far as people set it. Prices from files come with the product's own facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Price {
    /// Nobody set one yet.
    #[default]
    Unset,
    /// The price that was set last.
    Set {
        /// For one unit.
        price: UnitPrice,
    },
}

impl Decider for Price {
    const KIND: &'static str = "catalog.price";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = SetPrice;
    type Event = PriceEvent;
    type Rejection = Rejection;

    fn decide(state: &Self, command: SetPrice, _: &Moment) -> Result<Vec<PriceEvent>, Rejection> {
        set_price::decide(*state, command)
    }

    fn evolve(_: Self, event: &PriceEvent) -> Self {
        match event {
            PriceEvent::PriceSet(set) => Self::Set { price: set.price },
        }
    }
}

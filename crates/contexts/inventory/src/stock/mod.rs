//! What people do to one product's stock: receive, adjust, count, and say what happens when it runs out.

mod adjust_stock;
mod count_stock;
mod events;
mod receive_stock;
mod set_stock_policy;

pub use adjust_stock::AdjustStock;
pub use count_stock::CountStock;
pub use events::{Event, StockAdjusted, StockCounted, StockPolicySet, StockReceived};
pub use receive_stock::ReceiveStock;
pub use set_stock_policy::SetStockPolicy;

use crate::Rejection;
use eventing::Decider;
use kernel::{Moment, Quantity, Unit};
use serde::{Deserialize, Serialize};

/// The longest note or reason, in characters: what one line of a stock card shows.
pub const MAX_TEXT_CHARS: usize = 200;

/// What happens when a sale wants more than there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "inventory/")]
pub enum StockPolicy {
    /// Nobody claims to know the stock: it sells freely. The default until the first receipt, count or opening.
    Untracked,
    /// The till never argues with a person who holds the item; below zero is a fact for review.
    Allow,
    /// Below zero needs a second operator. The default once stock is tracked.
    Approve,
}

/// What the rules must remember of one product. The stream's id is the product's; the level itself is a view.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stock {
    /// The unit of the first booking.
    pub unit: Option<Unit>,
    /// The policy that somebody chose.
    pub policy: Option<StockPolicy>,
}

/// What can be asked of a product's stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Goods came in.
    ReceiveStock(ReceiveStock),
    /// Goods vanished or appeared.
    AdjustStock(AdjustStock),
    /// Somebody counted.
    CountStock(CountStock),
    /// What happens when it runs out.
    SetStockPolicy(SetStockPolicy),
}

impl Decider for Stock {
    const KIND: &'static str = "inventory.stock";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(state: &Self, command: Command, _at: &Moment) -> Result<Vec<Event>, Rejection> {
        match command {
            Command::ReceiveStock(command) => command.decide(state),
            Command::AdjustStock(command) => command.decide(state),
            Command::CountStock(command) => command.decide(state),
            Command::SetStockPolicy(command) => Ok(command.decide(state)),
        }
    }

    fn evolve(mut state: Self, event: &Event) -> Self {
        match event {
            Event::StockReceived(fact) => state.unit = state.unit.or(Some(fact.quantity.unit)),
            Event::StockAdjusted(fact) => state.unit = state.unit.or(Some(fact.by.unit)),
            Event::StockCounted(fact) => state.unit = state.unit.or(Some(fact.counted.unit)),
            Event::StockPolicySet(fact) => state.policy = Some(fact.policy),
        }
        state
    }
}

impl Stock {
    /// Refuses a quantity in another unit than the one that the stock is kept in.
    fn check_unit(&self, given: Unit) -> Result<(), Rejection> {
        match self.unit {
            Some(kept) if kept != given => Err(Rejection::UnitMismatch { kept: kept.code(), given: given.code() }),
            Some(_) | None => Ok(()),
        }
    }
}

/// Refuses an absurd quantity, and a part of what comes in whole pieces.
fn check_size(quantity: Quantity) -> Result<(), Rejection> {
    let absurd = quantity.milli.unsigned_abs() > Quantity::MAX_MILLI.unsigned_abs();
    let broken = quantity.unit.is_whole() && quantity.milli % 1_000 != 0;
    if absurd || broken { Err(Rejection::QuantityRefused { quantity }) } else { Ok(()) }
}

fn check_text(text: &str) -> Result<(), Rejection> {
    if text.chars().count() > MAX_TEXT_CHARS { Err(Rejection::TextTooLong { most: MAX_TEXT_CHARS }) } else { Ok(()) }
}

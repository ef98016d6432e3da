//! What one order holds of the stock: one stream an order, one fact a step.

mod events;
mod issue_stock;
mod release_stock;
mod reserve_stock;
mod return_stock;

pub use events::{Event, StockIssued, StockReleased, StockReturned};
pub use issue_stock::IssueStock;
pub use release_stock::ReleaseStock;
pub use reserve_stock::{Level, ReserveStock, Wanted};
pub use return_stock::ReturnStock;

use crate::Rejection;
use contracts::{ShortLine, StockLine};
use eventing::Decider;
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// Where an order's stock stands. The stream's id is the order's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Reservation {
    /// Nobody asked yet.
    #[default]
    Blank,
    /// Held for the order.
    Reserved {
        /// What is held, once a product.
        lines: Vec<StockLine>,
    },
    /// Nothing is held; the order may be placed again.
    Failed {
        /// The lines that were short.
        short: Vec<ShortLine>,
    },
    /// Given back to the shelf before it was sold.
    Released,
    /// Left with the customer.
    Issued {
        /// What left.
        lines: Vec<StockLine>,
    },
    /// Brought back by a reversal.
    Returned {
        /// What came back.
        lines: Vec<StockLine>,
    },
}

/// What can be asked of a reservation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Hold the order's goods, all or none.
    ReserveStock(ReserveStock),
    /// The goods leave.
    IssueStock(IssueStock),
    /// The goods stay after all.
    ReleaseStock(ReleaseStock),
    /// The goods come back.
    ReturnStock(ReturnStock),
}

impl Decider for Reservation {
    const KIND: &'static str = "inventory.reservation";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(state: &Self, command: Command, _at: &Moment) -> Result<Vec<Event>, Rejection> {
        match command {
            Command::ReserveStock(command) => command.decide(state),
            Command::IssueStock(command) => command.decide(state),
            Command::ReleaseStock(command) => command.decide(state),
            Command::ReturnStock(command) => command.decide(state),
        }
    }

    fn evolve(_state: Self, event: &Event) -> Self {
        match event {
            Event::StockReserved(fact) => Self::Reserved { lines: fact.lines.clone() },
            Event::StockReservationFailed(fact) => Self::Failed { short: fact.short.clone() },
            Event::StockReleased(_) => Self::Released,
            Event::StockIssued(fact) => Self::Issued { lines: fact.lines.clone() },
            Event::StockReturned(fact) => Self::Returned { lines: fact.lines.clone() },
        }
    }
}

//! The order: its states, what can be asked of it, what it records.

mod add_line;
mod answer_unknown;
mod cancel;
mod cart;
mod change_quantity;
mod confirm;
mod discount_line;
mod discount_order;
pub mod events;
mod ignore_unknown;
pub mod limits;
mod note_line;
mod note_order;
mod open_order;
mod override_line;
mod park;
mod place;
mod reopen;
mod resume;
mod reverse;
mod scan_unknown;
mod secure_stock;
mod source;
mod state;
mod take_over;
mod void_line;

pub use add_line::AddLine;
pub use answer_unknown::AnswerUnknown;
pub use cancel::Cancel;
pub use cart::{Cart, CartLine, UnknownCode};
pub use change_quantity::ChangeQuantity;
pub use confirm::Confirm;
pub use discount_line::DiscountLine;
pub use discount_order::DiscountOrder;
pub use events::OrderEvent;
pub use ignore_unknown::IgnoreUnknown;
pub use note_line::NoteLine;
pub use note_order::NoteOrder;
pub use open_order::OpenOrder;
pub use override_line::OverrideLine;
pub use park::Park;
pub use place::Place;
pub use reopen::Reopen;
pub use resume::Resume;
pub use reverse::Reverse;
pub use scan_unknown::ScanUnknown;
pub use secure_stock::SecureStock;
pub use source::ExternalSource;
pub use void_line::VoidLine;

use crate::Rejection;
use contracts::TaxRow;
use eventing::Decider;
use kernel::{Moment, Money, OrderId};
use serde::{Deserialize, Serialize};

/// One transaction from first scan to confirmation or cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Nothing was scanned yet.
    #[default]
    Blank,
    /// A cart.
    Open(Cart),
    /// A cart that waits while others are served.
    Parked(Cart),
    /// Priced and frozen; waits for stock, then for money.
    Placed(Placed),
    /// Paid in full.
    Confirmed(Confirmed),
    /// Undone by a mirror document.
    Reversed,
    /// Given up before it was paid.
    Cancelled,
}

/// A placed order. What it was paid so far is payments' to know: a second count here could only differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// What it becomes again if the stock falls short.
    pub cart: Cart,
    /// What the customer pays.
    pub total: Money,
    /// Base and tax by rate.
    pub taxes: Vec<TaxRow>,
    /// Whether it may be paid.
    pub stock: Stock,
}

/// Inventory's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stock {
    /// Not there yet.
    Awaited,
    /// All lines are held.
    Secured,
}

/// A confirmed order: what its mirror would need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// The order.
    pub order: OrderId,
    /// What was paid.
    pub total: Money,
    /// Base and tax by rate.
    pub taxes: Vec<TaxRow>,
}

/// Declares the commands: one variant for each, and `From` for each.
macro_rules! commands {
    ($(#[$meta:meta])* pub enum $name:ident { $($command:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name { $(#[doc = "See the command of the same name."] $command($command)),* }

        $(impl From<$command> for $name {
            fn from(command: $command) -> Self {
                Self::$command(command)
            }
        })*
    };
}

commands! {
    /// What can be asked of an order.
    pub enum OrderCommand {
        OpenOrder,
        AddLine,
        ChangeQuantity,
        VoidLine,
        DiscountLine,
        DiscountOrder,
        OverrideLine,
        NoteLine,
        NoteOrder,
        ScanUnknown,
        AnswerUnknown,
        IgnoreUnknown,
        Park,
        Resume,
        Place,
        SecureStock,
        Reopen,
        Confirm,
        Cancel,
        Reverse,
    }
}

impl Decider for Order {
    const KIND: &'static str = "orders.order";
    const FOLD_VERSION: u16 = 2;
    type State = Self;
    type Command = OrderCommand;
    type Event = OrderEvent;
    type Rejection = Rejection;

    fn decide(order: &Self, command: OrderCommand, at: &Moment) -> Result<Vec<OrderEvent>, Rejection> {
        let events = match command {
            OrderCommand::OpenOrder(command) => command.decide(order, at),
            OrderCommand::AddLine(command) => command.decide(order, at),
            OrderCommand::ChangeQuantity(command) => command.decide(order),
            OrderCommand::VoidLine(command) => command.decide(order),
            OrderCommand::DiscountLine(command) => command.decide(order),
            OrderCommand::DiscountOrder(command) => command.decide(order),
            OrderCommand::OverrideLine(command) => command.decide(order),
            OrderCommand::NoteLine(command) => command.decide(order),
            OrderCommand::NoteOrder(command) => command.decide(order),
            OrderCommand::ScanUnknown(command) => command.decide(order, at),
            OrderCommand::AnswerUnknown(command) => command.decide(order),
            OrderCommand::IgnoreUnknown(command) => command.decide(order),
            OrderCommand::Park(command) => command.decide(order),
            OrderCommand::Resume(Resume) => Resume::decide(order),
            OrderCommand::Place(command) => command.decide(order),
            OrderCommand::SecureStock(SecureStock) => SecureStock::decide(order),
            OrderCommand::Reopen(command) => command.decide(order),
            OrderCommand::Confirm(command) => command.decide(order),
            // Whoever gives an order up does not go on with it: the fact itself names them.
            OrderCommand::Cancel(command) => return command.decide(order),
            OrderCommand::Reverse(command) => command.decide(order),
        }?;
        Ok(order.in_the_hands_of(at.actor, events))
    }

    fn evolve(order: Self, event: &OrderEvent) -> Self {
        match event {
            OrderEvent::OrderOpened(e) => Self::Open(Cart::opened(e.order, e.operator)),
            OrderEvent::LineAdded(e) => order.with_cart(|cart| cart.add(e)),
            OrderEvent::QuantityChanged(e) => order.with_cart(|cart| cart.change_quantity(e)),
            OrderEvent::LineVoided(e) => order.with_cart(|cart| cart.void(e)),
            OrderEvent::LineDiscounted(e) => order.with_cart(|cart| {
                cart.change_line(e.line, |line| {
                    (line.discount, line.discount_reason) = (e.discount, e.reason.clone());
                });
            }),
            OrderEvent::OrderDiscounted(e) => order.with_cart(|cart| cart.discount = e.discount),
            OrderEvent::LineOverridden(e) => {
                order.with_cart(|cart| cart.change_line(e.line, |line| line.override_.clone_from(&e.override_)))
            }
            OrderEvent::LineNoted(e) => {
                order.with_cart(|cart| cart.change_line(e.line, |line| line.note.clone_from(&e.note)))
            }
            OrderEvent::OrderNoted(e) => order.with_cart(|cart| cart.note.clone_from(&e.note)),
            OrderEvent::UnknownScanned(e) => order.with_cart(|cart| cart.keep_unknown(e)),
            OrderEvent::UnknownAnswered(e) => order.with_cart(|cart| cart.settle_unknown(e.unknown)),
            OrderEvent::UnknownIgnored(e) => order.with_cart(|cart| cart.settle_unknown(e.unknown)),
            OrderEvent::UnknownLeft(_) => order,
            OrderEvent::OrderParked(e) => order.parked(e.label.as_deref()),
            OrderEvent::OrderResumed(_) => order.resumed(),
            OrderEvent::OrderTakenOver(e) => order.with_cart(|cart| cart.operator = Some(e.by)),
            OrderEvent::OrderPlaced(e) => order.placed_with(e.quote.total, &e.quote.taxes),
            OrderEvent::StockSecured(_) => order.secured(),
            OrderEvent::OrderReopened(e) => order.reopened(&e.short),
            OrderEvent::OrderConfirmed(e) => {
                Self::Confirmed(Confirmed { order: e.order, total: e.total, taxes: e.taxes.clone() })
            }
            OrderEvent::OrderCancelled(_) => Self::Cancelled,
            OrderEvent::OrderReversed(_) => Self::Reversed,
        }
    }
}

//! The open order.

use kernel::{CommandId, LineNumber, Money, OrderId, ProductId, UnitPrice, Uuid};

requests! {
    /// A scanned code.
    Scan {
        /// The command.
        command: CommandId,
        /// The order; None is the open one, or begins one.
        order: Option<OrderId>,
        /// As it was scanned.
        code: String,
        /// Thousandths of a unit; None is one unit.
        quantity_milli: Option<i64> = "number | null",
    }
    /// A tile or a search result.
    AddProduct {
        /// The command.
        command: CommandId,
        /// The order; None is the open one, or begins one.
        order: Option<OrderId>,
        /// What to sell.
        product: ProductId,
        /// Thousandths of a unit; None is one unit.
        quantity_milli: Option<i64> = "number | null",
        /// The unknown code that this product answers.
        instead_of: Option<u32>,
    }
    /// Another quantity for a line.
    ChangeQuantity {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// Thousandths of a unit.
        quantity_milli: i64 = "number",
    }
    /// A line that goes before payment.
    VoidLine {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
    }
    /// A discount on a line; None takes it off.
    DiscountLine {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// How much.
        discount: Option<contracts::quote::Discount>,
        /// Why.
        reason: String,
    }
    /// A discount on the whole order; None takes it off.
    DiscountOrder {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// How much.
        discount: Option<contracts::quote::Discount>,
        /// Why.
        reason: String,
    }
    /// Another price for one unit of a line; None goes back to the list.
    OverridePrice {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// For one unit.
        price: Option<UnitPrice>,
        /// Why.
        reason: String,
    }
    /// Another total for a line.
    OverrideLineTotal {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// For the whole line.
        total: Money,
        /// Why.
        reason: String,
    }
    /// Giving an order up before it is complete.
    CancelOrder {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// Why.
        reason: String,
    }
    /// What somebody writes on a line; None wipes it.
    NoteLine {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// At most 200 characters.
        note: Option<String>,
    }
    /// What somebody writes on the order; None wipes it.
    NoteOrder {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
        /// At most 200 characters.
        note: Option<String>,
    }
    /// An unknown code is not for sale: it leaves the screen.
    IgnoreUnknown {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
        /// The unknown code's number.
        unknown: u32,
    }
    /// The order waits while others are served.
    ParkOrder {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
        /// What to call it, such as the customer's name.
        label: Option<String>,
    }
    /// A parked order comes back; the open one, if it has lines, is parked in its place.
    ResumeOrder {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
    }
}

//! Every fact that an order records, with its stored name. Those that others listen to are contracts.

use super::{ExternalSource, UnknownCode};
use contracts::{Discount, OrderCancelled, OrderConfirmed, OrderPlaced, OrderReversed, Override, ShortLine};
use eventing::{events, fact};
use kernel::{LineNumber, Moment, OperatorId, OrderId, ProductId, Quantity};

fact! {
    /// The first thing was scanned, or a sale from elsewhere begins again.
    OrderOpened, "orders.order.opened", v 1, {
        /// The order.
        order: OrderId,
        /// Where it was made before; None for a sale of this counter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<ExternalSource>,
        /// Who began it; None in orders from before this was written down.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        operator: Option<OperatorId>,
    }
}

impl OrderOpened {
    /// An order of this counter, begun by whoever acts.
    pub(super) fn by(order: OrderId, at: &Moment) -> Self {
        Self { order, source: None, operator: Some(at.actor) }
    }
}

fact! {
    /// Something to sell. No price: an open cart holds inputs only.
    LineAdded, "orders.order.line_added", v 1, {
        /// The order.
        order: OrderId,
        /// Its number, never used before in this order.
        line: LineNumber,
        /// What.
        product: ProductId,
        /// How much.
        quantity: Quantity,
        /// The code as the reader sent it; None where it was chosen on the screen.
        scanned: Option<String>,
    }
}

fact! {
    /// More or less of it, by hand or because the same thing was scanned again.
    QuantityChanged, "orders.order.quantity_changed", v 1, {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// What it was.
        from: Quantity,
        /// What it is.
        to: Quantity,
    }
}

fact! {
    /// Removed before payment. Many of these by one cashier are a signal, so it says what was removed.
    LineVoided, "orders.order.line_voided", v 1, {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// What it sold.
        product: ProductId,
        /// How much.
        quantity: Quantity,
    }
}

fact! {
    /// A discount on one line was given, changed or taken away.
    LineDiscounted, "orders.order.line_discounted", v 1, {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// The discount; None where it was taken away.
        discount: Option<Discount>,
        /// Why; None where it was taken away without a word.
        reason: Option<String>,
    }
}

fact! {
    /// A discount on the whole order was given, changed or taken away.
    OrderDiscounted, "orders.order.discounted", v 1, {
        /// The order.
        order: OrderId,
        /// The discount; None where it was taken away.
        discount: Option<Discount>,
        /// Why; None where it was taken away without a word.
        reason: Option<String>,
    }
}

fact! {
    /// An operator set a price instead of the list's, or went back to the list's.
    LineOverridden, "orders.order.line_overridden", v 1, {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// The price with its reason; None for the list's.
        #[serde(rename = "override")]
        override_: Option<Override>,
    }
}

fact! {
    /// Somebody wrote on a line, or wiped what stood there.
    LineNoted, "orders.order.line_noted", v 1, {
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// The words; None where they were wiped.
        note: Option<String>,
    }
}

fact! {
    /// Somebody wrote on the order, or wiped what stood there.
    OrderNoted, "orders.order.noted", v 1, {
        /// The order.
        order: OrderId,
        /// The words; None where they were wiped.
        note: Option<String>,
    }
}

fact! {
    /// A code was scanned that no product has.
    UnknownScanned, "orders.order.unknown_scanned", v 1, {
        /// The order.
        order: OrderId,
        /// Its number among the unknown codes, never used before in this order.
        unknown: u32,
        /// As it was scanned.
        code: String,
        /// The last line at that time; 0 before the first.
        after: LineNumber,
    }
}

fact! {
    /// The product behind an unknown code was found and is in the cart.
    UnknownAnswered, "orders.order.unknown_answered", v 1, {
        /// The order.
        order: OrderId,
        /// The unknown code's number.
        unknown: u32,
        /// The line that sells it.
        line: LineNumber,
    }
}

fact! {
    /// An unknown code was let go. Many of these by one cashier are a signal, so it says what was scanned.
    UnknownIgnored, "orders.order.unknown_ignored", v 1, {
        /// The order.
        order: OrderId,
        /// The unknown code's number.
        unknown: u32,
        /// As it was scanned.
        code: String,
    }
}

fact! {
    /// Money is taken although codes are unsettled: somebody was asked, and went on. Goods may have left free.
    UnknownLeft, "orders.order.unknown_left", v 1, {
        /// The order.
        order: OrderId,
        /// The codes.
        codes: Vec<UnknownCode>,
    }
}

fact! {
    /// It waits while others are served.
    OrderParked, "orders.order.parked", v 1, {
        /// The order.
        order: OrderId,
        /// What somebody called it.
        label: Option<String>,
    }
}

fact! {
    /// It is on the counter again.
    OrderResumed, "orders.order.resumed", v 1, {
        /// The order.
        order: OrderId,
    }
}

fact! {
    /// Another operator goes on with the cart.
    OrderTakenOver, "orders.order.taken_over", v 1, {
        /// The order.
        order: OrderId,
        /// Who had it.
        from: OperatorId,
        /// Who has it now.
        by: OperatorId,
    }
}

fact! {
    /// Everything is held: the order may be paid.
    StockSecured, "orders.order.stock_secured", v 1, {
        /// The order.
        order: OrderId,
    }
}

fact! {
    /// Nothing is held: the order is a cart again, with the short lines marked.
    OrderReopened, "orders.order.reopened", v 1, {
        /// The order.
        order: OrderId,
        /// Which lines, and what is left.
        short: Vec<ShortLine>,
    }
}

events! {
    /// What an order records.
    pub enum OrderEvent {
        OrderOpened,
        LineAdded,
        QuantityChanged,
        LineVoided,
        LineDiscounted,
        OrderDiscounted,
        LineOverridden,
        LineNoted,
        OrderNoted,
        UnknownScanned,
        UnknownAnswered,
        UnknownIgnored,
        UnknownLeft,
        OrderParked,
        OrderResumed,
        OrderTakenOver,
        OrderPlaced,
        StockSecured,
        OrderReopened,
        OrderConfirmed,
        OrderCancelled,
        OrderReversed,
    }
}

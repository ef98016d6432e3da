//! Every fact that an order records, with its stored name. Those that others listen to are contracts.

use super::ExternalSource;
use contracts::{Discount, OrderCancelled, OrderConfirmed, OrderPlaced, OrderReversed, Override, ShortLine};
use eventing::{events, fact};
use kernel::{LineNumber, OrderId, ProductId, Quantity};

fact! {
    /// The first thing was scanned, or a sale from elsewhere begins again.
    OrderOpened, "orders.order.opened", v 1, {
        /// The order.
        order: OrderId,
        /// Where it was made before; None for a sale of this counter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<ExternalSource>,
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
        OrderPlaced,
        StockSecured,
        OrderReopened,
        OrderConfirmed,
        OrderCancelled,
        OrderReversed,
    }
}

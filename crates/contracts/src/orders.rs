//! What orders tell the others.

use crate::quote::{Quote, TaxRow};
use kernel::fact;
use kernel::{DocumentId, Money, OrderId, ProductId};

fact! {
    /// The cart is closed and priced: lines, prices and tax are frozen. Inventory answers.
    OrderPlaced, "orders.order.placed", v 1, {
        /// The order.
        order: OrderId,
        /// Everything priced, as it will be printed.
        quote: Quote,
        /// Products that a second operator let go below zero, for this order alone.
        short_approved: Vec<ProductId>,
    }
}

fact! {
    /// Paid in full: stock leaves, the receipt gets its number.
    OrderConfirmed, "orders.order.confirmed", v 1, {
        /// The order.
        order: OrderId,
        /// What was paid.
        total: Money,
        /// Base and tax by rate.
        taxes: Vec<TaxRow>,
    }
}

fact! {
    /// Given up before completion. Inventory releases what it held.
    OrderCancelled, "orders.order.cancelled", v 1, {
        /// The order.
        order: OrderId,
        /// Why.
        reason: String,
        /// Whether it had been placed.
        placed: bool,
    }
}

fact! {
    /// A confirmed order undone as a whole by a mirror document: stock comes back, a number is taken.
    OrderReversed, "orders.order.reversed", v 1, {
        /// The order.
        order: OrderId,
        /// The mirror document.
        document: DocumentId,
        /// Why.
        reason: String,
        /// What goes back; positive.
        total: Money,
        /// Base and tax by rate that go back; positive.
        taxes: Vec<TaxRow>,
    }
}

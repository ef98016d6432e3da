//! What a reservation can record.

use contracts::{StockLine, StockReservationFailed, StockReserved};
use kernel::OrderId;

eventing::fact! {
    /// The order was given up: what it held is free again.
    StockReleased, "inventory.reservation.released", v 1, {
        /// The order.
        order: OrderId,
        /// What is free again.
        lines: Vec<StockLine>,
    }
}

eventing::fact! {
    /// The order was paid: what it held left the shop.
    StockIssued, "inventory.reservation.issued", v 1, {
        /// The order.
        order: OrderId,
        /// What left.
        lines: Vec<StockLine>,
    }
}

eventing::fact! {
    /// The order was reversed: what had left is back on the shelf.
    StockReturned, "inventory.reservation.returned", v 1, {
        /// The order.
        order: OrderId,
        /// What came back.
        lines: Vec<StockLine>,
    }
}

eventing::events! {
    /// What happens to an order's stock.
    pub enum Event { StockReserved, StockReservationFailed, StockReleased, StockIssued, StockReturned }
}

//! What inventory tells the others.

use kernel::fact;
use kernel::{LineNumber, OrderId, ProductId, Quantity};
use serde::{Deserialize, Serialize};

/// Stock of one product that an order takes. One entry a product, however many lines name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockLine {
    /// What.
    pub product: ProductId,
    /// How much, over all lines of the order.
    pub quantity: Quantity,
}

/// A line that could not be reserved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "contracts/")]
pub struct ShortLine {
    /// The line.
    pub line: LineNumber,
    /// What it sells.
    pub product: ProductId,
    /// What all lines of the order ask of this product.
    pub wanted: Quantity,
    /// What is left; may be below zero.
    pub available: Quantity,
}

fact! {
    /// All lines are held for this order.
    StockReserved, "inventory.reservation.reserved", v 1, {
        /// The order.
        order: OrderId,
        /// What is held: goods only.
        lines: Vec<StockLine>,
    }
}

fact! {
    /// Nothing is held: these lines are short.
    StockReservationFailed, "inventory.reservation.failed", v 1, {
        /// The order.
        order: OrderId,
        /// Which lines, and what is left.
        short: Vec<ShortLine>,
    }
}

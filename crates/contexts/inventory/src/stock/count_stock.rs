//! Somebody counts the shelf.

use super::{Event, Stock, StockCounted, check_size};
use crate::Rejection;
use kernel::{ProductId, Quantity};

/// Books a count: `StockCounted` with the difference as its movement, so that a sale between two counts is never
/// counted twice. Goods held for an order still lie on the shelf and are counted.
///
/// # Errors
/// INV-002 for a negative or absurd count; INV-003 for another unit than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountStock {
    /// The product.
    pub product: ProductId,
    /// What lies there.
    pub counted: Quantity,
    /// What the view has on hand, read in the same transaction; may be below zero.
    pub expected: Quantity,
}

impl CountStock {
    pub(super) fn decide(self, state: &Stock) -> Result<Vec<Event>, Rejection> {
        let Self { product, counted, expected } = self;
        state.check_unit(counted.unit)?;
        check_size(counted)?;
        if counted.milli < 0 {
            return Err(Rejection::QuantityRefused { quantity: counted });
        }
        if expected.unit != counted.unit {
            return Err(Rejection::UnitMismatch { kept: expected.unit.code(), given: counted.unit.code() });
        }
        let difference = Quantity::milli(counted.milli.saturating_sub(expected.milli), counted.unit);
        Ok(vec![StockCounted { product, counted, expected, difference }.into()])
    }
}

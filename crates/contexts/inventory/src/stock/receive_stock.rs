//! Goods come in.

use super::{Event, Stock, StockReceived, check_size, check_text};
use crate::Rejection;
use kernel::{ProductId, Quantity};

/// Books goods in: `StockReceived`.
///
/// # Errors
/// INV-002 for a quantity that is not above zero, or absurd; INV-003 for another unit than before; INV-005 for a
/// note that is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiveStock {
    /// The product.
    pub product: ProductId,
    /// How much; above zero.
    pub quantity: Quantity,
    /// A delivery note's number, say; may be empty.
    pub note: String,
}

impl ReceiveStock {
    pub(super) fn decide(self, state: &Stock) -> Result<Vec<Event>, Rejection> {
        let Self { product, quantity, note } = self;
        state.check_unit(quantity.unit)?;
        check_size(quantity)?;
        check_text(&note)?;
        if quantity.milli <= 0 {
            return Err(Rejection::QuantityRefused { quantity });
        }
        Ok(vec![StockReceived { product, quantity, note }.into()])
    }
}

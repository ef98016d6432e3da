//! Goods vanish or appear.

use super::{Event, Stock, StockAdjusted, check_size, check_text};
use crate::Rejection;
use kernel::{ProductId, Quantity};

/// Books breakage, loss or a find: `StockAdjusted`.
///
/// # Errors
/// INV-002 for zero or an absurd quantity; INV-003 for another unit than before; INV-004 without a reason; INV-005
/// for one that is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdjustStock {
    /// The product.
    pub product: ProductId,
    /// By how much: negative for goods that are gone.
    pub by: Quantity,
    /// Why.
    pub reason: String,
}

impl AdjustStock {
    pub(super) fn decide(self, state: &Stock) -> Result<Vec<Event>, Rejection> {
        let Self { product, by, reason } = self;
        state.check_unit(by.unit)?;
        check_size(by)?;
        check_text(&reason)?;
        if by.milli == 0 {
            return Err(Rejection::QuantityRefused { quantity: by });
        }
        if reason.trim().is_empty() {
            return Err(Rejection::ReasonMissing);
        }
        Ok(vec![StockAdjusted { product, by, reason }.into()])
    }
}

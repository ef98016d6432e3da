//! Paid in full.

use super::{Order, OrderEvent, Stock};
use crate::Rejection;
use contracts::OrderConfirmed;
use kernel::Money;

/// Confirms a placed order whose stock is secured and whose balance is zero.
///
/// Records `OrderConfirmed`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// What payments says is still due.
    pub remaining: Money,
}

impl Confirm {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let placed = order.placed()?;
        if placed.stock == Stock::Awaited {
            return Err(Rejection::StockNotSecured);
        }
        if !self.remaining.is_zero() {
            return Err(Rejection::AmountStillDue { remaining: self.remaining });
        }
        let (order, total, taxes) = (placed.cart.order, placed.total, placed.taxes.clone());
        Ok(vec![OrderConfirmed { order, total, taxes }.into()])
    }
}

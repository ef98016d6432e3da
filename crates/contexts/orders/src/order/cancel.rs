//! Given up before it was paid.

use super::{Order, OrderEvent, limits};
use crate::Rejection;
use contracts::OrderCancelled;

/// Voids an open or a parked order, or abandons a placed one. No rule moves cash: one that holds money is refused until an
/// operator has given the tenders back.
///
/// Records `OrderCancelled`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancel {
    /// Why.
    pub reason: String,
    /// Whether payments holds a tender for it, or waits for one.
    pub holds_money: bool,
}

impl Cancel {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let (order, placed) = match order {
            Order::Open(cart) | Order::Parked(cart) => (cart.order, false),
            Order::Placed(placed) => (placed.cart.order, true),
            Order::Blank => return Err(Rejection::OrderNotFound),
            Order::Confirmed(_) => return Err(Rejection::AlreadyConfirmed),
            Order::Reversed | Order::Cancelled => return Err(Rejection::AlreadyEnded),
        };
        if self.holds_money {
            return Err(Rejection::HoldsMoney);
        }
        let reason = limits::reason(&self.reason)?;
        Ok(vec![OrderCancelled { order, reason, placed }.into()])
    }
}

//! A discount on the whole order.

use super::events::OrderDiscounted;
use super::{Order, OrderEvent, limits};
use crate::Rejection;
use contracts::Discount;

/// Gives, changes or takes away the discount on the whole order.
///
/// Records `OrderDiscounted`, or nothing where the order has this discount already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscountOrder {
    /// What to take off; None takes the discount away.
    pub discount: Option<Discount>,
    /// Why; may be empty where the discount is taken away.
    pub reason: String,
}

impl DiscountOrder {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        self.discount.map_or(Ok(()), limits::discount)?;
        let reason = limits::reason_for(self.discount, &self.reason)?;
        if self.discount == cart.discount {
            return Ok(Vec::new());
        }
        Ok(vec![OrderDiscounted { order: cart.order, discount: self.discount, reason }.into()])
    }
}

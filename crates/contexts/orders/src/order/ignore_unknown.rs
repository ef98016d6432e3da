//! An unknown code is not for sale.

use super::events::UnknownIgnored;
use super::{Order, OrderEvent};
use crate::Rejection;

/// Lets an unknown code go. An order that then has nothing left is given up.
///
/// Records `UnknownIgnored`, and `OrderCancelled` where it was the last thing on the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoreUnknown {
    /// Its number among the unknown codes.
    pub unknown: u32,
}

impl IgnoreUnknown {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let code = cart.unknown(self.unknown)?.code.clone();
        let mut events = vec![UnknownIgnored { order: cart.order, unknown: self.unknown, code }.into()];
        if cart.lines.is_empty() && cart.unknown.len() == 1 {
            events.push(cart.emptied().into());
        }
        Ok(events)
    }
}

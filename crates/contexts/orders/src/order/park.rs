//! The order waits while others are served.

use super::events::OrderParked;
use super::{Order, OrderEvent, limits};
use crate::Rejection;

/// Puts an open order aside. A placed one stays on the counter: it holds goods, and perhaps money.
///
/// Records `OrderParked`, or nothing where it is parked already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Park {
    /// What to call it; None keeps the name that it had when it was parked before.
    pub label: Option<String>,
    /// How many orders wait already.
    pub waiting: u32,
}

impl Park {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        if let Order::Parked(_) = order {
            return Ok(Vec::new());
        }
        let cart = order.cart()?;
        if cart.is_empty() {
            return Err(Rejection::Empty);
        }
        if self.waiting >= limits::MAX_PARKED {
            return Err(Rejection::TooManyParked { most: limits::MAX_PARKED });
        }
        let label = limits::words(self.label, limits::MAX_LABEL_CHARS)?.or_else(|| cart.label.clone());
        Ok(vec![OrderParked { order: cart.order, label }.into()])
    }
}

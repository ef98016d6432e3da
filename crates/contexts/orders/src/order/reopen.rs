//! Inventory holds nothing: some lines are short.

use super::events::OrderReopened;
use super::{Order, OrderEvent, Stock};
use crate::Rejection;
use contracts::ShortLine;

/// Gives the cart back with the short lines marked. Only while inventory's answer is awaited: once the stock is
/// held, nobody would release it.
///
/// Records `OrderReopened`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopen {
    /// Which lines, and what is left.
    pub short: Vec<ShortLine>,
}

impl Reopen {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let placed = order.placed()?;
        match placed.stock {
            Stock::Awaited => Ok(vec![OrderReopened { order: placed.cart.order, short: self.short }.into()]),
            Stock::Secured => Err(Rejection::AlreadyPlaced),
        }
    }
}

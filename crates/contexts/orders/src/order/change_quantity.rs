//! More or less of one line.

use super::events::QuantityChanged;
use super::{Order, OrderEvent, limits};
use crate::Rejection;
use kernel::{LineNumber, Quantity};

/// Sets a line's quantity, in the unit that it has. Zero is refused: a void says what happened.
///
/// Records `QuantityChanged`, or nothing where it is that much already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeQuantity {
    /// The line.
    pub line: LineNumber,
    /// How much it shall be.
    pub quantity: Quantity,
}

impl ChangeQuantity {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let line = cart.line(self.line)?;
        let to = limits::sellable(self.quantity)?;
        if to.unit != line.quantity.unit {
            return Err(Rejection::QuantityNotSellable { quantity: to });
        }
        if to == line.quantity {
            return Ok(Vec::new());
        }
        Ok(vec![QuantityChanged { order: cart.order, line: self.line, from: line.quantity, to }.into()])
    }
}

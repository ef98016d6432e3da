//! A line is taken off before payment.

use super::events::LineVoided;
use super::{Order, OrderEvent};
use crate::Rejection;
use kernel::LineNumber;

/// Takes a line off the order. Its number is never used again. An order that then has nothing left is given up.
///
/// Records `LineVoided`, and `OrderCancelled` where it was the last thing on the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoidLine {
    /// The line.
    pub line: LineNumber,
}

impl VoidLine {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let line = cart.line(self.line)?;
        let (product, quantity) = (line.product, line.quantity);
        let mut events = vec![LineVoided { order: cart.order, line: self.line, product, quantity }.into()];
        if cart.lines.len() == 1 && cart.unknown.is_empty() {
            events.push(cart.emptied().into());
        }
        Ok(events)
    }
}

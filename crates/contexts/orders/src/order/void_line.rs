//! A line is taken off before payment.

use super::events::LineVoided;
use super::{Order, OrderEvent};
use crate::Rejection;
use kernel::LineNumber;

/// Takes a line off the order. Its number is never used again.
///
/// Records `LineVoided`.
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
        Ok(vec![LineVoided { order: cart.order, line: self.line, product, quantity }.into()])
    }
}

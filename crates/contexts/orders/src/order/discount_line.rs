//! A discount on one line.

use super::events::LineDiscounted;
use super::{Order, OrderEvent, limits};
use crate::Rejection;
use contracts::Discount;
use kernel::LineNumber;

/// Gives, changes or takes away a line's discount.
///
/// Records `LineDiscounted`, or nothing where the line has this discount already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscountLine {
    /// The line.
    pub line: LineNumber,
    /// What to take off; None takes the discount away.
    pub discount: Option<Discount>,
    /// Why; may be empty where the discount is taken away.
    pub reason: String,
}

impl DiscountLine {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let line = cart.line(self.line)?;
        self.discount.map_or(Ok(()), limits::discount)?;
        let reason = limits::reason_for(self.discount, &self.reason)?;
        if self.discount == line.discount {
            return Ok(Vec::new());
        }
        Ok(vec![LineDiscounted { order: cart.order, line: self.line, discount: self.discount, reason }.into()])
    }
}

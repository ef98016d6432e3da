//! Another price than the list's.

use super::events::LineOverridden;
use super::{Order, OrderEvent, limits};
use crate::Rejection;
use contracts::Override;
use kernel::LineNumber;

/// Sets a line's price or total instead of the price list's, or goes back to the list.
///
/// Records `LineOverridden`, or nothing where the line has this override already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverrideLine {
    /// The line.
    pub line: LineNumber,
    /// The price with its reason; None for the list's.
    pub override_: Option<Override>,
}

impl OverrideLine {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let line = cart.line(self.line)?;
        let override_ = self.override_.map(limits::price).transpose()?;
        if override_ == line.override_ {
            return Ok(Vec::new());
        }
        Ok(vec![LineOverridden { order: cart.order, line: self.line, override_ }.into()])
    }
}

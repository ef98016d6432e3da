//! The product of an unknown code is found.

use super::events::UnknownAnswered;
use super::{Order, OrderEvent};
use crate::Rejection;
use kernel::LineNumber;

/// Settles an unknown code by a line that sells what it stood for.
///
/// Records `UnknownAnswered`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerUnknown {
    /// Its number among the unknown codes.
    pub unknown: u32,
    /// The line that was added for it.
    pub line: LineNumber,
}

impl AnswerUnknown {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        cart.unknown(self.unknown)?;
        let line = cart.line(self.line)?.line;
        Ok(vec![UnknownAnswered { order: cart.order, unknown: self.unknown, line }.into()])
    }
}

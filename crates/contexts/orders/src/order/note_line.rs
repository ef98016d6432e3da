//! Words on one line.

use super::events::LineNoted;
use super::{Order, OrderEvent, limits};
use crate::Rejection;
use kernel::LineNumber;

/// Writes on a line, or wipes what stands there. A noted line takes no more of the same: the words are about the pieces
/// that it had.
///
/// Records `LineNoted`, or nothing where it says so already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// The line.
    pub line: LineNumber,
    /// The words; None, or nothing but spaces, wipes them.
    pub note: Option<String>,
}

impl NoteLine {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let line = cart.line(self.line)?;
        let note = limits::words(self.note, limits::MAX_NOTE_CHARS)?;
        if note == line.note {
            return Ok(Vec::new());
        }
        Ok(vec![LineNoted { order: cart.order, line: self.line, note }.into()])
    }
}

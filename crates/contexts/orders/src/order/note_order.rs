//! Words on the whole order.

use super::events::OrderNoted;
use super::{Order, OrderEvent, limits};
use crate::Rejection;

/// Writes on the order, or wipes what stands there.
///
/// Records `OrderNoted`, or nothing where it says so already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteOrder {
    /// The words; None, or nothing but spaces, wipes them.
    pub note: Option<String>,
}

impl NoteOrder {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let note = limits::words(self.note, limits::MAX_NOTE_CHARS)?;
        if note == cart.note {
            return Ok(Vec::new());
        }
        Ok(vec![OrderNoted { order: cart.order, note }.into()])
    }
}

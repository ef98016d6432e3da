//! A confirmed order is undone as a whole.

use super::{Order, OrderEvent, limits};
use crate::Rejection;
use contracts::OrderReversed;
use kernel::DocumentId;

/// Undoes a confirmed order by a mirror document. Which order may be reversed (the last sale of the running shift) is
/// asked before, of the view.
///
/// Records `OrderReversed`, with the very amounts that were confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reverse {
    /// The mirror document.
    pub document: DocumentId,
    /// Why.
    pub reason: String,
}

impl Reverse {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let confirmed = order.confirmed()?;
        let reason = limits::reason(&self.reason)?;
        let (order, total, taxes) = (confirmed.order, confirmed.total, confirmed.taxes.clone());
        Ok(vec![OrderReversed { order, document: self.document, reason, total, taxes }.into()])
    }
}

//! A sale that another system recorded begins again here.

use super::events::OrderOpened;
use super::{ExternalSource, Order, OrderEvent};
use crate::Rejection;
use kernel::{Moment, OrderId};

/// Opens an order before its first line, because it has a past that is worth keeping. At the counter nobody does
/// this: there, the first line opens the order.
///
/// Records `OrderOpened`, or nothing where the order is open already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOrder {
    /// The order.
    pub order: OrderId,
    /// Where it was made.
    pub source: ExternalSource,
}

impl OpenOrder {
    pub(super) fn decide(self, order: &Order, at: &Moment) -> Result<Vec<OrderEvent>, Rejection> {
        if *order == Order::Blank {
            return Ok(vec![OrderOpened { source: Some(self.source), ..OrderOpened::by(self.order, at) }.into()]);
        }
        order.cart().map(|_| Vec::new())
    }
}

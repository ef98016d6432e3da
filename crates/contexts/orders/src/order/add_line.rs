//! Something is scanned or chosen.

use super::events::{LineAdded, OrderOpened, QuantityChanged};
use super::{Cart, Order, OrderEvent, limits};
use crate::Rejection;
use kernel::{LineNumber, OrderId, ProductId, Quantity};

/// Adds an item. The first one opens the order; more of the same whole pieces goes to the line that has them.
///
/// Records `OrderOpened` and `LineAdded`, `LineAdded`, or `QuantityChanged`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddLine {
    /// The order that it may begin.
    pub order: OrderId,
    /// What.
    pub product: ProductId,
    /// How much, in the product's unit.
    pub quantity: Quantity,
    /// The code as the reader sent it; None where it was chosen on the screen.
    pub scanned: Option<String>,
}

impl AddLine {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        limits::sellable(self.quantity)?;
        limits::scanned(self.scanned.as_deref())?;
        if *order == Order::Blank {
            let opened = OrderOpened { order: self.order, source: None };
            let added = self.added(opened.order, Cart::FIRST_LINE);
            return Ok(vec![opened.into(), added.into()]);
        }
        let cart = order.cart()?;
        if let Some(line) = cart.mergeable(self.product, self.quantity.unit) {
            let from = line.quantity;
            let to = limits::sellable(Quantity { milli: from.milli + self.quantity.milli, unit: from.unit })?;
            return Ok(vec![QuantityChanged { order: cart.order, line: line.line, from, to }.into()]);
        }
        if cart.lines.len() >= limits::MAX_LINES {
            return Err(Rejection::TooManyLines { most: limits::MAX_LINES });
        }
        Ok(vec![self.added(cart.order, cart.next_line).into()])
    }

    fn added(self, order: OrderId, line: LineNumber) -> LineAdded {
        LineAdded { order, line, product: self.product, quantity: self.quantity, scanned: self.scanned }
    }
}

//! Something is scanned or chosen.

use super::events::{LineAdded, OrderOpened, QuantityChanged, UnknownAnswered};
use super::{Cart, Order, OrderEvent, limits};
use crate::Rejection;
use kernel::{LineNumber, Moment, OrderId, ProductId, Quantity};
use std::iter;

/// Adds an item. The first one opens the order; more of the same whole pieces goes to the line that has them. A code
/// that waited as unknown and is known by now is thereby settled.
///
/// Records `OrderOpened` and `LineAdded`, `LineAdded`, or `QuantityChanged`; then `UnknownAnswered` for such a code.
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
    pub(super) fn decide(self, order: &Order, at: &Moment) -> Result<Vec<OrderEvent>, Rejection> {
        limits::sellable(self.quantity)?;
        limits::scanned(self.scanned.as_deref())?;
        if *order == Order::Blank {
            let opened = OrderOpened::by(self.order, at);
            let added = self.added(opened.order, Cart::FIRST_LINE);
            return Ok(vec![opened.into(), added.into()]);
        }
        let cart = order.cart()?;
        let waited = cart.unknown.iter().find(|waits| Some(&waits.code) == self.scanned.as_ref());
        let answered = |line| waited.map(|waits| UnknownAnswered { order: cart.order, unknown: waits.unknown, line });
        if let Some(line) = cart.mergeable(self.product, self.quantity.unit) {
            let from = line.quantity;
            let to = limits::sellable(Quantity { milli: from.milli + self.quantity.milli, unit: from.unit })?;
            let more = QuantityChanged { order: cart.order, line: line.line, from, to };
            return Ok(iter::once(more.into()).chain(answered(line.line).map(OrderEvent::from)).collect());
        }
        if cart.lines.len() >= limits::MAX_LINES {
            return Err(Rejection::TooManyLines { most: limits::MAX_LINES });
        }
        let added = self.added(cart.order, cart.next_line);
        let answered = answered(added.line);
        Ok(iter::once(added.into()).chain(answered.map(OrderEvent::from)).collect())
    }

    fn added(self, order: OrderId, line: LineNumber) -> LineAdded {
        LineAdded { order, line, product: self.product, quantity: self.quantity, scanned: self.scanned }
    }
}

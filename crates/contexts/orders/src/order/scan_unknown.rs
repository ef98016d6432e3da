//! Something is scanned that nobody knows.

use super::events::{OrderOpened, UnknownScanned};
use super::{Cart, Order, OrderEvent, limits};
use crate::Rejection;
use kernel::{LineNumber, Moment, OrderId};

/// Keeps a code that no product has, until somebody finds its product or lets it go: a piece that only a sound spoke
/// of would leave the shop free. The first one opens the order.
///
/// Records `OrderOpened` and `UnknownScanned`, `UnknownScanned`, or nothing where the same code waits already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanUnknown {
    /// The order that it may begin.
    pub order: OrderId,
    /// As it was scanned.
    pub code: String,
}

impl ScanUnknown {
    pub(super) fn decide(self, order: &Order, at: &Moment) -> Result<Vec<OrderEvent>, Rejection> {
        limits::scanned(Some(&self.code))?;
        if *order == Order::Blank {
            let opened = OrderOpened::by(self.order, at);
            let scanned = self.scanned(opened.order, Cart::FIRST_UNKNOWN, LineNumber(0));
            return Ok(vec![opened.into(), scanned.into()]);
        }
        let cart = order.cart()?;
        if cart.unknown.iter().any(|known| known.code == self.code) {
            return Ok(Vec::new());
        }
        if cart.unknown.len() >= limits::MAX_UNKNOWN {
            return Err(Rejection::TooManyUnknown { most: limits::MAX_UNKNOWN });
        }
        let after = cart.lines.last().map_or(LineNumber(0), |line| line.line);
        Ok(vec![self.scanned(cart.order, cart.next_unknown, after).into()])
    }

    fn scanned(self, order: OrderId, unknown: u32, after: LineNumber) -> UnknownScanned {
        UnknownScanned { order, unknown, code: self.code, after }
    }
}

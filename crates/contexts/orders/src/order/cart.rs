//! An open order as the cashier sees it: inputs, no prices.

use super::events::{LineAdded, LineVoided, QuantityChanged};
use crate::Rejection;
use contracts::{Discount, Override, Quote, ShortLine};
use kernel::{LineNumber, OrderId, ProductId, Quantity, Unit};
use serde::{Deserialize, Serialize};

/// One item of an open order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "orders/")]
pub struct CartLine {
    /// Its number within the order; never used again after a void.
    pub line: LineNumber,
    /// What.
    pub product: ProductId,
    /// How much.
    pub quantity: Quantity,
    /// The code as the reader sent it.
    pub scanned: Option<String>,
    /// A price that an operator set.
    #[serde(rename = "override")]
    pub override_: Option<Override>,
    /// What an operator takes off.
    pub discount: Option<Discount>,
}

/// What an open order holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cart {
    /// The order.
    pub order: OrderId,
    /// By their numbers.
    pub lines: Vec<CartLine>,
    /// On the whole order.
    pub discount: Option<Discount>,
    /// Lines that could not be reserved and were not touched since.
    pub short: Vec<ShortLine>,
    /// The number of the next line.
    pub next_line: LineNumber,
}

impl Cart {
    /// The number of the first line.
    pub const FIRST_LINE: LineNumber = LineNumber(1);

    pub(super) fn opened(order: OrderId) -> Self {
        Self { order, lines: Vec::new(), discount: None, short: Vec::new(), next_line: Self::FIRST_LINE }
    }

    /// The line of this number.
    ///
    /// # Errors
    /// ORD-008.
    pub fn line(&self, line: LineNumber) -> Result<&CartLine, Rejection> {
        self.lines.iter().find(|l| l.line == line).ok_or(Rejection::LineNotFound { line })
    }

    /// The line that takes more of the same: whole pieces at the list's price. What was weighed or measured is an
    /// item of its own, and a line with an override or a discount was agreed on for its quantity.
    pub fn mergeable(&self, product: ProductId, unit: Unit) -> Option<&CartLine> {
        let takes_more = |l: &&CartLine| {
            let same = l.product == product && l.quantity.unit == unit;
            same && unit.is_whole() && l.override_.is_none() && l.discount.is_none()
        };
        self.lines.iter().find(takes_more)
    }

    /// Whether `quote` priced exactly these lines.
    pub(super) fn is_priced_by(&self, quote: &Quote) -> bool {
        let ours = self.lines.iter().map(|l| (l.line, l.product, l.quantity));
        ours.eq(quote.lines.iter().map(|l| (l.line, l.product, l.quantity)))
    }

    pub(super) fn add(&mut self, added: &LineAdded) {
        self.next_line = self.next_line.max(LineNumber(added.line.0.saturating_add(1)));
        self.lines.push(CartLine {
            line: added.line,
            product: added.product,
            quantity: added.quantity,
            scanned: added.scanned.clone(),
            override_: None,
            discount: None,
        });
    }

    pub(super) fn change_quantity(&mut self, changed: &QuantityChanged) {
        self.change_line(changed.line, |line| line.quantity = changed.to);
        self.clear_mark(changed.line);
    }

    pub(super) fn void(&mut self, voided: &LineVoided) {
        self.lines.retain(|l| l.line != voided.line);
        self.clear_mark(voided.line);
    }

    pub(super) fn change_line(&mut self, line: LineNumber, change: impl FnOnce(&mut CartLine)) {
        if let Some(found) = self.lines.iter_mut().find(|l| l.line == line) {
            change(found);
        }
    }

    /// The cashier has dealt with a short line; the next placing will tell.
    fn clear_mark(&mut self, line: LineNumber) {
        self.short.retain(|short| short.line != line);
    }
}

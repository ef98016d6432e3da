//! An open order as the cashier sees it: inputs, no prices.

use super::events::{LineAdded, LineVoided, QuantityChanged, UnknownScanned};
use crate::Rejection;
use contracts::{Discount, OrderCancelled, Override, Quote, ShortLine};
use kernel::{LineNumber, OperatorId, OrderId, ProductId, Quantity, Unit};
use serde::{Deserialize, Serialize};

/// The reason that is recorded where an order is given up because nothing is left on it.
const EMPTIED: &str = "emptied";

/// One item of an open order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Why it is taken off.
    pub discount_reason: Option<String>,
    /// What somebody wrote on it.
    pub note: Option<String>,
}

impl CartLine {
    /// Why the line costs something else than the list says: the override's reason, or else the discount's.
    pub fn reason(&self) -> Option<&str> {
        let overridden = self.override_.as_ref().map(|set| match set {
            Override::UnitPrice { reason, .. } | Override::LineTotal { reason, .. } => reason.as_str(),
        });
        overridden.or(self.discount_reason.as_deref())
    }
}

/// A scanned code that no product has, and that nobody has dealt with yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnknownCode {
    /// Its number among the unknown codes of the order; never used again.
    pub unknown: u32,
    /// As it was scanned.
    pub code: String,
    /// The last line at that time; 0 before the first.
    pub after: LineNumber,
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
    /// What somebody wrote on the order.
    pub note: Option<String>,
    /// Codes that nobody knows, oldest first.
    pub unknown: Vec<UnknownCode>,
    /// The number of the next unknown code.
    pub next_unknown: u32,
    /// What it was called when it was last parked.
    pub label: Option<String>,
    /// Whose hands it is in; None in orders that were opened before this was written down.
    pub operator: Option<OperatorId>,
}

impl Cart {
    /// The number of the first line.
    pub const FIRST_LINE: LineNumber = LineNumber(1);

    /// The number of the first unknown code.
    pub const FIRST_UNKNOWN: u32 = 1;

    pub(super) fn opened(order: OrderId, operator: Option<OperatorId>) -> Self {
        Self {
            order,
            lines: Vec::new(),
            discount: None,
            short: Vec::new(),
            next_line: Self::FIRST_LINE,
            note: None,
            unknown: Vec::new(),
            next_unknown: Self::FIRST_UNKNOWN,
            label: None,
            operator,
        }
    }

    /// Whether nothing lies on it: neither a line nor a code that somebody has to deal with.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.unknown.is_empty()
    }

    /// What an order records whose last thing went.
    pub(super) fn emptied(&self) -> OrderCancelled {
        OrderCancelled { order: self.order, reason: EMPTIED.to_owned(), placed: false }
    }

    /// The unknown code of this number.
    ///
    /// # Errors
    /// ORD-023.
    pub fn unknown(&self, unknown: u32) -> Result<&UnknownCode, Rejection> {
        self.unknown.iter().find(|code| code.unknown == unknown).ok_or(Rejection::UnknownCodeNotFound { unknown })
    }

    /// The line of this number.
    ///
    /// # Errors
    /// ORD-008.
    pub fn line(&self, line: LineNumber) -> Result<&CartLine, Rejection> {
        self.lines.iter().find(|l| l.line == line).ok_or(Rejection::LineNotFound { line })
    }

    /// The line that takes more of the same: whole pieces at the list's price. What was weighed or measured is an
    /// item of its own, and a line with an override, a discount or a note was agreed on for its quantity.
    pub fn mergeable(&self, product: ProductId, unit: Unit) -> Option<&CartLine> {
        let takes_more = |l: &&CartLine| {
            let same = l.product == product && l.quantity.unit == unit;
            same && unit.is_whole() && l.override_.is_none() && l.discount.is_none() && l.note.is_none()
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
            discount_reason: None,
            note: None,
        });
    }

    pub(super) fn keep_unknown(&mut self, scanned: &UnknownScanned) {
        self.next_unknown = self.next_unknown.max(scanned.unknown.saturating_add(1));
        let (unknown, code, after) = (scanned.unknown, scanned.code.clone(), scanned.after);
        self.unknown.push(UnknownCode { unknown, code, after });
    }

    pub(super) fn settle_unknown(&mut self, unknown: u32) {
        self.unknown.retain(|code| code.unknown != unknown);
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

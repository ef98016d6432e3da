//! Stating what a shop begins with.

use super::{Event, Opening, OpeningStated};
use crate::Rejection;
use contracts::StockLine;
use kernel::{ProductId, Quantity};
use std::collections::BTreeSet;

/// The most products of one statement; more come in several.
pub const MAX_OPENING_LINES: usize = 1_000;

/// States what lies on the shelves when the shop begins: `OpeningStated`. A product is stated once; afterwards its
/// stock is received, adjusted and counted.
///
/// # Errors
/// INV-006 without a line or with too many; INV-002 for a negative, broken or absurd quantity; INV-007 for a product
/// that was stated before, or twice here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateOpening {
    /// Each product once; zero is a statement too.
    pub lines: Vec<StockLine>,
}

impl StateOpening {
    pub(super) fn decide(self, state: &Opening) -> Result<Vec<Event>, Rejection> {
        if self.lines.is_empty() || self.lines.len() > MAX_OPENING_LINES {
            return Err(Rejection::OpeningSize { most: MAX_OPENING_LINES });
        }
        let mut seen: BTreeSet<ProductId> = BTreeSet::new();
        for StockLine { product, quantity } in &self.lines {
            if state.products.contains(product) || !seen.insert(*product) {
                return Err(Rejection::OpeningRepeated { product: *product });
            }
            if !is_stock(*quantity) {
                return Err(Rejection::QuantityRefused { quantity: *quantity });
            }
        }
        Ok(vec![OpeningStated { lines: self.lines }.into()])
    }
}

fn is_stock(quantity: Quantity) -> bool {
    quantity.milli == 0 || quantity.is_sellable()
}

//! Holding an order's goods.

use super::{Event, Reservation};
use crate::{Rejection, StockPolicy};
use contracts::{ShortLine, StockLine, StockReservationFailed, StockReserved};
use kernel::{LineNumber, OrderId, ProductId, Quantity};
use serde::{Deserialize, Serialize};

/// Holds all goods of an order, or none of them: `StockReserved`, or `StockReservationFailed` naming every line of
/// every product that is short. Lines of one product compete for the same stock, so they count together.
///
/// A failed reservation may be tried again; the cashier then took something off, or a second operator approved.
///
/// # Errors
/// INV-001 once the order's stock was answered for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReserveStock {
    /// The order.
    pub order: OrderId,
    /// Its lines of goods.
    pub wanted: Vec<Wanted>,
    /// Where the stock of these products stands; a product that is missing was never moved, and is untracked.
    pub levels: Vec<Level>,
    /// Products that a second operator let go below zero, for this order alone.
    pub short_approved: Vec<ProductId>,
}

/// One line's wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The line.
    pub line: LineNumber,
    /// What it sells.
    pub product: ProductId,
    /// How much.
    pub quantity: Quantity,
}

/// Where a product's stock stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// The product.
    pub product: ProductId,
    /// On hand less reserved, in thousandths of its unit; may be below zero.
    pub available_milli: i64,
    /// What happens when it does not suffice.
    pub policy: StockPolicy,
}

impl ReserveStock {
    pub(super) fn decide(self, state: &Reservation) -> Result<Vec<Event>, Rejection> {
        match state {
            Reservation::Blank | Reservation::Failed { .. } => {}
            Reservation::Reserved { .. }
            | Reservation::Released
            | Reservation::Issued { .. }
            | Reservation::Returned { .. } => return Err(Rejection::ReservationSettled),
        }
        let lines = self.by_product();
        let short: Vec<ShortLine> = self.wanted.iter().filter_map(|wanted| self.short_line(wanted, &lines)).collect();
        let order = self.order;
        Ok(vec![if short.is_empty() {
            StockReserved { order, lines }.into()
        } else {
            StockReservationFailed { order, short }.into()
        }])
    }

    /// What the order wants of each product, in the order of the lines.
    fn by_product(&self) -> Vec<StockLine> {
        let mut lines: Vec<StockLine> = Vec::new();
        for Wanted { product, quantity, .. } in &self.wanted {
            match lines.iter_mut().find(|line| line.product == *product) {
                Some(line) => line.quantity.milli = line.quantity.milli.saturating_add(quantity.milli),
                None => lines.push(StockLine { product: *product, quantity: *quantity }),
            }
        }
        lines
    }

    fn short_line(&self, wanted: &Wanted, lines: &[StockLine]) -> Option<ShortLine> {
        let level = self.levels.iter().find(|level| level.product == wanted.product)?;
        let total = lines.iter().find(|line| line.product == wanted.product)?.quantity;
        let may_go_below = match level.policy {
            StockPolicy::Untracked | StockPolicy::Allow => true,
            StockPolicy::Approve => self.short_approved.contains(&wanted.product),
        };
        (!may_go_below && level.available_milli < total.milli).then(|| ShortLine {
            line: wanted.line,
            product: wanted.product,
            wanted: total,
            available: Quantity::milli(level.available_milli, total.unit),
        })
    }
}

//! Goods stay after all.

use super::{Event, Reservation, StockReleased};
use crate::Rejection;
use kernel::OrderId;

/// What the order held is free again: `StockReleased` with the lines that were held.
///
/// # Errors
/// INV-001 unless it is held: an order given up before it was placed holds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseStock {
    /// The order.
    pub order: OrderId,
}

impl ReleaseStock {
    pub(super) fn decide(self, state: &Reservation) -> Result<Vec<Event>, Rejection> {
        match state {
            Reservation::Reserved { lines } => {
                Ok(vec![StockReleased { order: self.order, lines: lines.clone() }.into()])
            }
            Reservation::Blank
            | Reservation::Failed { .. }
            | Reservation::Released
            | Reservation::Issued { .. }
            | Reservation::Returned { .. } => Err(Rejection::ReservationSettled),
        }
    }
}

//! Goods come back.

use super::{Event, Reservation, StockReturned};
use crate::Rejection;
use kernel::OrderId;

/// What had left is back on the shelf: `StockReturned` with the lines that were issued.
///
/// # Errors
/// INV-001 unless it had left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnStock {
    /// The order.
    pub order: OrderId,
}

impl ReturnStock {
    pub(super) fn decide(self, state: &Reservation) -> Result<Vec<Event>, Rejection> {
        match state {
            Reservation::Issued { lines } => Ok(vec![StockReturned { order: self.order, lines: lines.clone() }.into()]),
            Reservation::Blank
            | Reservation::Failed { .. }
            | Reservation::Released
            | Reservation::Reserved { .. }
            | Reservation::Returned { .. } => Err(Rejection::ReservationSettled),
        }
    }
}

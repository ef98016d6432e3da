//! Goods leave with the customer.

use super::{Event, Reservation, StockIssued};
use crate::Rejection;
use kernel::OrderId;

/// What the order held leaves: `StockIssued` with the lines that were held.
///
/// # Errors
/// INV-001 unless it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueStock {
    /// The order.
    pub order: OrderId,
}

impl IssueStock {
    pub(super) fn decide(self, state: &Reservation) -> Result<Vec<Event>, Rejection> {
        match state {
            Reservation::Reserved { lines } => Ok(vec![StockIssued { order: self.order, lines: lines.clone() }.into()]),
            Reservation::Blank
            | Reservation::Failed { .. }
            | Reservation::Released
            | Reservation::Issued { .. }
            | Reservation::Returned { .. } => Err(Rejection::ReservationSettled),
        }
    }
}

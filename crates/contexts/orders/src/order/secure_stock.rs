//! Inventory holds everything.

use super::events::StockSecured;
use super::{Order, OrderEvent, Stock};
use crate::Rejection;
use contracts::OrderConfirmed;

/// Lets a placed order be paid. An order that costs nothing needs no tender and is confirmed at once.
///
/// Records `StockSecured`, then `OrderConfirmed` for a total of zero; nothing where the stock was secured already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecureStock;

impl SecureStock {
    pub(super) fn decide(order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let placed = order.placed()?;
        if placed.stock == Stock::Secured {
            return Ok(Vec::new());
        }
        let order = placed.cart.order;
        let mut events = vec![StockSecured { order }.into()];
        if placed.total.is_zero() {
            events.push(OrderConfirmed { order, total: placed.total, taxes: placed.taxes.clone() }.into());
        }
        Ok(events)
    }
}

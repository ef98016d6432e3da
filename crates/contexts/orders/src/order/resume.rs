//! A parked order comes back.

use super::events::OrderResumed;
use super::{Order, OrderEvent};
use crate::Rejection;

/// Takes a parked order up again as it was left; its prices are those of now.
///
/// Records `OrderResumed`, or nothing where it is open already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resume;

impl Resume {
    pub(super) fn decide(order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        match order {
            Order::Parked(cart) => Ok(vec![OrderResumed { order: cart.order }.into()]),
            Order::Blank
            | Order::Open(_)
            | Order::Placed(_)
            | Order::Confirmed(_)
            | Order::Reversed
            | Order::Cancelled => order.cart().map(|_| Vec::new()),
        }
    }
}

//! How an order moves between its states, and what it says when it is in another than a command needs.

use super::{Confirmed, Order, Placed, Stock};
use crate::{Cart, Rejection};
use contracts::{ShortLine, TaxRow};
use kernel::Money;

impl Order {
    /// The cart of an open order.
    ///
    /// # Errors
    /// ORD-001 to ORD-004, ORD-020: it is in another state.
    pub fn cart(&self) -> Result<&Cart, Rejection> {
        match self {
            Self::Open(cart) => Ok(cart),
            Self::Blank => Err(Rejection::OrderNotFound),
            Self::Parked(_) => Err(Rejection::Parked),
            Self::Placed(_) => Err(Rejection::AlreadyPlaced),
            Self::Confirmed(_) => Err(Rejection::AlreadyConfirmed),
            Self::Reversed | Self::Cancelled => Err(Rejection::AlreadyEnded),
        }
    }

    /// What a placed order froze.
    ///
    /// # Errors
    /// ORD-001, ORD-003, ORD-004, ORD-005, ORD-020: it is in another state.
    pub fn placed(&self) -> Result<&Placed, Rejection> {
        match self {
            Self::Placed(placed) => Ok(placed),
            Self::Blank => Err(Rejection::OrderNotFound),
            Self::Open(_) => Err(Rejection::NotPlaced),
            Self::Parked(_) => Err(Rejection::Parked),
            Self::Confirmed(_) => Err(Rejection::AlreadyConfirmed),
            Self::Reversed | Self::Cancelled => Err(Rejection::AlreadyEnded),
        }
    }

    /// What a confirmed order was paid.
    ///
    /// # Errors
    /// ORD-001, ORD-004, ORD-006: it is in another state.
    pub fn confirmed(&self) -> Result<&Confirmed, Rejection> {
        match self {
            Self::Confirmed(confirmed) => Ok(confirmed),
            Self::Blank => Err(Rejection::OrderNotFound),
            Self::Open(_) | Self::Parked(_) | Self::Placed(_) => Err(Rejection::NotConfirmed),
            Self::Reversed | Self::Cancelled => Err(Rejection::AlreadyEnded),
        }
    }

    pub(super) fn with_cart(mut self, change: impl FnOnce(&mut Cart)) -> Self {
        if let Self::Open(cart) | Self::Parked(cart) = &mut self {
            change(cart);
        }
        self
    }

    pub(super) fn parked(self, label: Option<&str>) -> Self {
        match self {
            Self::Open(mut cart) => {
                cart.label = label.map(str::to_owned);
                Self::Parked(cart)
            }
            unfit @ (Self::Blank
            | Self::Parked(_)
            | Self::Placed(_)
            | Self::Confirmed(_)
            | Self::Reversed
            | Self::Cancelled) => unfit,
        }
    }

    pub(super) fn resumed(self) -> Self {
        match self {
            Self::Parked(cart) => Self::Open(cart),
            unfit @ (Self::Blank
            | Self::Open(_)
            | Self::Placed(_)
            | Self::Confirmed(_)
            | Self::Reversed
            | Self::Cancelled) => unfit,
        }
    }

    pub(super) fn placed_with(self, total: Money, taxes: &[TaxRow]) -> Self {
        match self {
            Self::Open(mut cart) => {
                cart.short.clear();
                Self::Placed(Placed { cart, total, taxes: taxes.to_vec(), stock: Stock::Awaited })
            }
            unfit @ (Self::Blank
            | Self::Parked(_)
            | Self::Placed(_)
            | Self::Confirmed(_)
            | Self::Reversed
            | Self::Cancelled) => unfit,
        }
    }

    pub(super) fn secured(mut self) -> Self {
        if let Self::Placed(placed) = &mut self {
            placed.stock = Stock::Secured;
        }
        self
    }

    pub(super) fn reopened(self, short: &[ShortLine]) -> Self {
        match self {
            Self::Placed(Placed { mut cart, .. }) => {
                cart.short = short.to_vec();
                Self::Open(cart)
            }
            unfit @ (Self::Blank
            | Self::Open(_)
            | Self::Parked(_)
            | Self::Confirmed(_)
            | Self::Reversed
            | Self::Cancelled) => unfit,
        }
    }
}

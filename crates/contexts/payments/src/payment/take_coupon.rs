//! A third party's money on paper.

use super::{Event, Payment, check_not_absurd, check_positive};
use crate::Rejection;
use contracts::{TenderKind, TenderTaken};
use kernel::{Money, OrderId, TenderId};

/// Takes a coupon at its value, at most the balance: `TenderTaken`. What it is worth beyond that is forfeited, since
/// nobody gives change on a coupon.
///
/// # Errors
/// PAY-001 when nothing is left to pay (the coupon then stays with the customer); PAY-003 for an absurd value; PAY-004
/// for zero or less; PAY-009 for another total than before; PAY-010 for a tender that was taken; PAY-015 for another
/// currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeCoupon {
    /// The order.
    pub order: OrderId,
    /// The tender's new id.
    pub tender: TenderId,
    /// The order's total.
    pub due: Money,
    /// What the coupon is worth.
    pub value: Money,
}

impl TakeCoupon {
    pub(super) fn decide(self, state: &Payment) -> Result<Vec<Event>, Rejection> {
        let Self { order, tender, due, value } = self;
        let remaining = state.open_balance(tender, due, value.currency)?;
        check_positive(value)?;
        check_not_absurd(remaining, value)?;
        let amount = Money { minor: value.minor.min(remaining.minor), ..due };
        let nothing = Money::zero(due.currency);
        let fact = TenderTaken {
            order,
            tender,
            kind: TenderKind::Coupon,
            amount,
            tendered: value,
            change: nothing,
            cash_rounding: nothing,
            forfeited: Money { minor: value.minor - amount.minor, ..due },
            remaining: Money { minor: remaining.minor - amount.minor, ..due },
            card: None,
        };
        Ok(vec![fact.into()])
    }
}

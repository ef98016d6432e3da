//! Notes and coins.

use super::{Event, Payment, check_currency, check_not_absurd, check_positive};
use crate::Rejection;
use contracts::{TenderKind, TenderTaken};
use kernel::{Money, OrderId, Rounding, TenderId, round_to_step};

/// Whether cash below the amount due is a mistake, or one part of a split payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partial {
    /// A mistake: one cash tender settles the balance.
    Refuse,
    /// A part, asked for on the split screen.
    Allow,
}

/// Takes cash and says what goes back as change: `TenderTaken`.
///
/// Where coins below a step are not used, the balance that cash closes is rounded to the step; the difference is the
/// tender's cash rounding and never alters the order. A part of a split payment is not rounded.
///
/// # Errors
/// PAY-001 when nothing is left to pay; PAY-002 below the amount due; PAY-003 absurdly above it; PAY-004 for zero or
/// less (a balance that rounds to nothing is closed by zero); PAY-005 at or above the legal limit; PAY-009 for another
/// total than before; PAY-010 for a tender that was taken; PAY-015 for another currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeCash {
    /// The order.
    pub order: OrderId,
    /// The tender's new id.
    pub tender: TenderId,
    /// The order's total.
    pub due: Money,
    /// What the customer hands over.
    pub tendered: Money,
    /// Documents of this total or more may not be settled in cash.
    pub cash_limit: Option<Money>,
    /// The smallest coin, in minor units, where cash is rounded.
    pub rounding_step_minor: Option<i64>,
    /// What less than the balance means.
    pub partial: Partial,
}

impl TakeCash {
    pub(super) fn decide(self, state: &Payment) -> Result<Vec<Event>, Rejection> {
        let remaining = state.open_balance(self.tender, self.due, self.tendered.currency)?;
        self.check_limit()?;
        let asked = cash_due(remaining, self.rounding_step_minor);
        if asked.minor > 0 || self.tendered.minor < 0 {
            check_positive(self.tendered)?;
        }
        check_not_absurd(asked, self.tendered)?;
        if self.tendered.minor >= asked.minor {
            return Ok(self.taken(remaining, remaining, asked));
        }
        match self.partial {
            // Cash between the balance and its rounding cannot close the balance: no coin pays the difference.
            Partial::Allow if self.tendered.minor < remaining.minor => {
                Ok(self.taken(remaining, self.tendered, self.tendered))
            }
            Partial::Allow | Partial::Refuse => {
                Err(Rejection::TenderBelowAmountDue { due: asked, tendered: self.tendered })
            }
        }
    }

    fn check_limit(&self) -> Result<(), Rejection> {
        let Some(limit) = self.cash_limit else { return Ok(()) };
        check_currency(self.due.currency, limit.currency)?;
        if self.due.minor >= limit.minor { Err(Rejection::CashAboveLimit { limit, total: self.due }) } else { Ok(()) }
    }

    /// The fact: `amount` of the balance is settled by keeping `kept` of what was handed over.
    fn taken(&self, remaining: Money, amount: Money, kept: Money) -> Vec<Event> {
        let minor = |minor: i64| Money { minor, currency: self.due.currency };
        let fact = TenderTaken {
            order: self.order,
            tender: self.tender,
            kind: TenderKind::Cash,
            amount,
            tendered: self.tendered,
            change: minor(self.tendered.minor - kept.minor),
            cash_rounding: minor(kept.minor - amount.minor),
            forfeited: minor(0),
            remaining: minor(remaining.minor - amount.minor),
            card: None,
        };
        vec![fact.into()]
    }
}

/// What cash must pay to close a balance: the nearest multiple of the step, a half away from zero. The screen shows it,
/// and an exact-cash key hands over just this.
pub fn cash_due(remaining: Money, step_minor: Option<i64>) -> Money {
    let minor = round_to_step(remaining.minor, step_minor.unwrap_or(1), Rounding::HalfUp);
    Money { minor, currency: remaining.currency }
}

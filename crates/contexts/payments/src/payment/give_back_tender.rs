//! The whole of a tender goes back, by an operator's act.

use super::{Event, Payment, TenderState};
use crate::Rejection;
use contracts::TenderGivenBack;
use kernel::{Money, OrderId, TenderId};

/// The longest reason, in characters.
pub const MAX_REASON_CHARS: usize = 200;

/// Gives a tender back as a whole, once: `TenderGivenBack`. Cash goes back as it was kept, with its rounding: 1.98 paid
/// as 2.00 gives back 2.00.
///
/// # Errors
/// PAY-011 for a tender that this order never took; PAY-012 for one that went back before; PAY-013 without a reason;
/// PAY-014 for one that is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiveBackTender {
    /// The order that it had paid.
    pub order: OrderId,
    /// The tender.
    pub tender: TenderId,
    /// Why.
    pub reason: String,
}

impl GiveBackTender {
    pub(super) fn decide(self, state: &Payment) -> Result<Vec<Event>, Rejection> {
        let Self { order, tender, reason } = self;
        let taken = state.tender(tender).ok_or(Rejection::TenderUnknown { tender })?;
        match taken.state {
            TenderState::Taken => {}
            TenderState::GivenBack => return Err(Rejection::TenderIsGivenBack { tender }),
        }
        if reason.trim().is_empty() {
            return Err(Rejection::ReasonMissing);
        }
        if reason.chars().count() > MAX_REASON_CHARS {
            return Err(Rejection::TextTooLong { most: MAX_REASON_CHARS });
        }
        let handed_back = Money { minor: taken.amount.minor + taken.cash_rounding.minor, ..taken.amount };
        let fact = TenderGivenBack { order, tender, kind: taken.kind, amount: taken.amount, handed_back, reason };
        Ok(vec![fact.into()])
    }
}

//! What was handed over for one order: one stream an order, one fact a tender.

mod give_back_tender;
mod take_card;
mod take_cash;
mod take_coupon;

pub use give_back_tender::{GiveBackTender, MAX_REASON_CHARS};
pub use take_card::TakeCard;
pub use take_cash::{Partial, TakeCash, cash_due};
pub use take_coupon::TakeCoupon;

use crate::Rejection;
use contracts::{TenderGivenBack, TenderKind, TenderTaken};
use eventing::Decider;
use kernel::{Currency, Moment, Money, TenderId};
use serde::{Deserialize, Serialize};

/// More than this above the amount due, and more than ten times the amount due, is a barcode in the amount field:
/// 500.00 where the minor unit has two decimals, in minor units, so that the highest note of a currency without
/// decimals passes too.
pub const MAX_OVERPAYMENT_MINOR: i64 = 50_000;

/// How many times the amount due may be handed over before [`MAX_OVERPAYMENT_MINOR`] counts.
const MAX_OVERPAYMENT_TIMES: i64 = 10;

eventing::events! {
    /// What happens to an order's money.
    pub enum Event { TenderTaken, TenderGivenBack }
}

/// What was handed over for one order. The stream's id is the order's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Payment {
    /// Nothing yet.
    #[default]
    Blank,
    /// At least one tender was taken.
    Begun {
        /// The order's total, as the tenders that it holds know it.
        due: Money,
        /// Every tender, in the order of taking.
        tenders: Vec<Tender>,
    },
}

/// A tender as the rules remember it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tender {
    /// Its id.
    pub tender: TenderId,
    /// What it is.
    pub kind: TenderKind,
    /// What it settles.
    pub amount: Money,
    /// What cash rounding added to what was handed over for it.
    pub cash_rounding: Money,
    /// Whether the order still holds it.
    pub state: TenderState,
}

/// Where a tender is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "payments/")]
pub enum TenderState {
    /// The shop has it.
    Taken,
    /// The customer has it again.
    GivenBack,
}

/// What can be asked of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Notes and coins.
    TakeCash(TakeCash),
    /// A card, by a terminal that stands alone.
    TakeCard(TakeCard),
    /// A third party's money on paper.
    TakeCoupon(TakeCoupon),
    /// The whole of a tender goes back.
    GiveBackTender(GiveBackTender),
}

impl Decider for Payment {
    const KIND: &'static str = "payments.payment";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(state: &Self, command: Command, _at: &Moment) -> Result<Vec<Event>, Rejection> {
        match command {
            Command::TakeCash(command) => command.decide(state),
            Command::TakeCard(command) => command.decide(state),
            Command::TakeCoupon(command) => command.decide(state),
            Command::GiveBackTender(command) => command.decide(state),
        }
    }

    fn evolve(state: Self, event: &Event) -> Self {
        let held = state.held_minor();
        let (before, mut tenders) = match state {
            Self::Blank => (None, Vec::new()),
            Self::Begun { due, tenders } => (Some(due), tenders),
        };
        match event {
            Event::TenderTaken(fact) => {
                let currency = fact.amount.currency;
                let due = Money { minor: held + fact.amount.minor + fact.remaining.minor, currency };
                tenders.push(Tender {
                    tender: fact.tender,
                    kind: fact.kind,
                    amount: fact.amount,
                    cash_rounding: fact.cash_rounding,
                    state: TenderState::Taken,
                });
                Self::Begun { due, tenders }
            }
            Event::TenderGivenBack(fact) => {
                for tender in tenders.iter_mut().filter(|tender| tender.tender == fact.tender) {
                    tender.state = TenderState::GivenBack;
                }
                before.map_or(Self::Blank, |due| Self::Begun { due, tenders })
            }
        }
    }
}

impl Payment {
    /// What the order still holds, in minor units.
    pub fn held_minor(&self) -> i64 {
        match self {
            Self::Blank => 0,
            Self::Begun { tenders, .. } => tenders.iter().filter(|t| t.is_held()).map(|t| t.amount.minor).sum(),
        }
    }

    /// What is left to pay of `due`, the order's total: as long as the order holds money, always of the same total.
    ///
    /// # Errors
    /// PAY-009 for another total than the tenders before it knew; PAY-001 when nothing is left.
    pub fn remaining(&self, due: Money) -> Result<Money, Rejection> {
        let held = self.held_minor();
        match self {
            Self::Begun { due: known, .. } if held != 0 && *known != due => {
                return Err(Rejection::DueChanged { due: *known, asked: due });
            }
            Self::Blank | Self::Begun { .. } => {}
        }
        let minor = due.minor - held;
        if minor <= 0 { Err(Rejection::NothingDue) } else { Ok(Money { minor, ..due }) }
    }

    /// The same, of a screen that showed `expected` as due: two taps on one amount take one tender. None where nobody
    /// looked at a screen.
    ///
    /// # Errors
    /// PAY-016 for another balance than the screen's, beside those of [`Payment::remaining`].
    pub fn remaining_as_shown(&self, due: Money, expected: Option<Money>) -> Result<Money, Rejection> {
        let remaining = self.remaining(due)?;
        match expected {
            Some(expected) if expected != remaining => Err(Rejection::BalanceChanged { expected, due: remaining }),
            Some(_) | None => Ok(remaining),
        }
    }

    fn tender(&self, id: TenderId) -> Option<&Tender> {
        match self {
            Self::Blank => None,
            Self::Begun { tenders, .. } => tenders.iter().find(|tender| tender.tender == id),
        }
    }

    /// What is left to pay, once it is clear that a new tender of this currency may pay it.
    fn open_balance(&self, tender: TenderId, due: Money, given: Currency) -> Result<Money, Rejection> {
        if self.tender(tender).is_some() {
            return Err(Rejection::TenderRepeated { tender });
        }
        let remaining = self.remaining(due)?;
        check_currency(due.currency, given)?;
        Ok(remaining)
    }
}

impl Tender {
    /// Whether the order still holds it.
    pub fn is_held(&self) -> bool {
        match self.state {
            TenderState::Taken => true,
            TenderState::GivenBack => false,
        }
    }
}

fn check_currency(expected: Currency, given: Currency) -> Result<(), Rejection> {
    if expected == given { Ok(()) } else { Err(Rejection::CurrencyMismatch { expected, given }) }
}

fn check_positive(tendered: Money) -> Result<(), Rejection> {
    if tendered.minor > 0 { Ok(()) } else { Err(Rejection::TenderNotPositive { tendered }) }
}

/// Refuses what nobody hands over: a barcode that landed in the amount field.
fn check_not_absurd(due: Money, tendered: Money) -> Result<(), Rejection> {
    let above = tendered.minor - due.minor > MAX_OVERPAYMENT_MINOR;
    let times = tendered.minor > due.minor.saturating_mul(MAX_OVERPAYMENT_TIMES);
    if above && times { Err(Rejection::TenderFarAboveAmountDue { due, tendered }) } else { Ok(()) }
}

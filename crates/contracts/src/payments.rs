//! What payments tell the others.

use kernel::fact;
use kernel::{Money, OrderId, TenderId};
use serde::{Deserialize, Serialize};

/// A means of payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "contracts/")]
pub enum TenderKind {
    /// Notes and coins.
    Cash,
    /// A card, by a terminal that stands alone.
    Card,
    /// A third party's money on paper.
    Coupon,
}

/// What a card terminal's slip says. Never a card number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "contracts/")]
pub struct CardSlip {
    /// The terminal's reference.
    pub reference: String,
    /// Such as Visa.
    pub brand: String,
    /// The last four digits.
    pub last_four: String,
}

fact! {
    /// Money came in. It moves the till's expected cash at once.
    TenderTaken, "payments.payment.tender_taken", v 1, {
        /// The order it pays.
        order: OrderId,
        /// The tender.
        tender: TenderId,
        /// What it is.
        kind: TenderKind,
        /// What it settles of the order's balance.
        amount: Money,
        /// What the customer handed over.
        tendered: Money,
        /// What went back at once.
        change: Money,
        /// What cash rounding added to the amount due (negative: took off); zero where there is none.
        cash_rounding: Money,
        /// Coupon value beyond the balance, which nobody gets; zero for other kinds.
        forfeited: Money,
        /// What is still due after it.
        remaining: Money,
        /// The slip of a card.
        card: Option<CardSlip>,
    }
}

fact! {
    /// Money went back, by an operator's act.
    TenderGivenBack, "payments.payment.tender_given_back", v 1, {
        /// The order it had paid.
        order: OrderId,
        /// The tender that was taken.
        tender: TenderId,
        /// What it is.
        kind: TenderKind,
        /// What it had settled; positive.
        amount: Money,
        /// What is physically handed back: the amount with its cash rounding; positive.
        handed_back: Money,
        /// Why.
        reason: String,
    }
}

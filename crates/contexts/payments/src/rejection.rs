//! Every business refusal of payments.

use kernel::{Currency, Money, TenderId};

kernel::rejections! {
    /// Why a tender may be refused.
    pub enum Rejection {
        /// The order costs nothing, or is paid.
        "PAY-001" NothingDue: "nothing is due",
        /// Take the rest too, or split the payment on purpose.
        "PAY-002" TenderBelowAmountDue { due: Money, tendered: Money }: "{tendered} is less than the {due} due",
        /// A barcode in the amount field.
        "PAY-003" TenderFarAboveAmountDue { due: Money, tendered: Money }: "{tendered} is absurd for {due} due",
        /// Zero or negative.
        "PAY-004" TenderNotPositive { tendered: Money }: "{tendered} is no payment",
        /// The law caps cash by the document's total; nobody can override it.
        "PAY-005" CashAboveLimit { limit: Money, total: Money }: "{total} may not be paid in cash: the limit is {limit}",
        /// A card gives no change.
        "PAY-006" CardAboveAmountDue { due: Money, amount: Money }: "a card cannot pay {amount} of {due} due",
        /// What must be read from the slip again.
        "PAY-007" CardSlipIncomplete { field: &'static str }: "the slip's {field} is missing or malformed",
        /// Card numbers never enter this program.
        "PAY-008" CardNumberRefused: "this is a card number, not the slip's reference",
        /// The order was placed anew at another total while it held money.
        "PAY-009" DueChanged { due: Money, asked: Money }: "{due} was due when the first tender came, not {asked}",
        /// One id stands for one tender.
        "PAY-010" TenderRepeated { tender: TenderId }: "tender {tender} was taken before",
        /// The order never took it.
        "PAY-011" TenderUnknown { tender: TenderId }: "tender {tender} was not taken for this order",
        /// Money goes back once.
        "PAY-012" TenderIsGivenBack { tender: TenderId }: "tender {tender} was given back before",
        /// Money does not leave the drawer without an explanation.
        "PAY-013" ReasonMissing: "giving back needs a reason",
        /// A reason that no report shows in full.
        "PAY-014" TextTooLong { most: usize }: "at most {most} characters",
        /// One order, one currency.
        "PAY-015" CurrencyMismatch { expected: Currency, given: Currency }: "the order is in {expected}, not {given}",
        /// A tender came in since the screen was painted, such as by a second tap: look before taking another.
        "PAY-016" BalanceChanged { expected: Money, due: Money }: "the screen showed {expected} due, and it is {due}",
    }
}

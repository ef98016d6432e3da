//! Why a cart cannot be priced.

use kernel::{AmountError, Currency, LineNumber, Money, Quantity, Rate};

kernel::rejections! {
    /// Why a cart cannot be priced.
    pub enum Rejection {
        /// Nothing, less than nothing, an absurd quantity, or a part of a piece.
        "PRI-001" QuantityNotSellable { line: LineNumber, quantity: Quantity }: "line {line} cannot sell {quantity}",
        /// A price or a line total below zero: money goes back by a return, never by a sale.
        "PRI-002" PriceBelowZero { line: LineNumber }: "the price of line {line} is below zero",
        /// A share of less than nothing or of more than everything.
        "PRI-003" DiscountRateOutOfBounds { rate: Rate }: "a discount of {rate} does not lie between 0 % and 100 %",
        /// A discount that would raise the price.
        "PRI-004" DiscountBelowZero: "a discount is not below zero",
        /// More off than there is to pay.
        "PRI-005" DiscountAboveAmount { most: Money }: "at most {most} can be taken off",
        /// A product that takes no discount, or a fee or a voucher.
        "PRI-006" LineNotDiscountable { line: LineNumber }: "line {line} takes no discount",
        /// A discount on a line whose total an operator set: the total already says what is to be paid.
        "PRI-007" DiscountOnSetTotal { line: LineNumber }: "the total of line {line} was set, it takes no discount",
        /// An amount beyond the largest.
        "PRI-008" AmountOutOfRange: "an amount is out of range",
        /// A price, a total or a discount in a currency that is not the cart's.
        "PRI-009" CurrencyNotTheCarts { expected: Currency, found: Currency }: "the cart is in {expected}, not in {found}",
        /// A tax group with a rate below zero: the settings are wrong.
        "PRI-010" TaxRateBelowZero { tax_group: String, rate: Rate }: "tax group {tax_group} has a rate of {rate}",
    }
}

impl From<AmountError> for Rejection {
    fn from(error: AmountError) -> Self {
        match error {
            AmountError::OutOfRange | AmountError::NotANumber(_) => Self::AmountOutOfRange,
            AmountError::CurrencyMismatch(expected, found) => Self::CurrencyNotTheCarts { expected, found },
        }
    }
}

/// Refuses a currency that is not the cart's.
pub(crate) fn expect_currency(expected: Currency, found: Currency) -> Result<(), Rejection> {
    if expected == found { Ok(()) } else { Err(Rejection::CurrencyNotTheCarts { expected, found }) }
}

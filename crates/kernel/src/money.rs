//! Amounts of money.

use crate::{Currency, Rate, Rounding, divide};
use serde::{Deserialize, Serialize};

/// The largest amount in minor units: 2⁵³ − 1, so that a number in a web page holds it exactly.
pub const MAX_MINOR: i64 = 9_007_199_254_740_991;

/// An amount in whole minor units (cents) of one currency.
///
/// Arithmetic is checked: an amount beyond [`MAX_MINOR`] or a mix of currencies is an error, never a wrong number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "kernel/")]
pub struct Money {
    /// Whole minor units; negative for money that goes back.
    #[serde(deserialize_with = "crate::text::exact")]
    #[ts(type = "number")]
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// Why an amount cannot exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Beyond ±[`MAX_MINOR`].
    #[error("the amount is out of range")]
    OutOfRange,
    /// Two currencies in one sum.
    #[error("{0} and {1} cannot be added")]
    CurrencyMismatch(Currency, Currency),
    /// A text that is not a plain decimal number, or has more decimals than fit.
    #[error("not a number with at most {0} decimals")]
    NotANumber(u32),
}

impl Money {
    /// An amount of minor units that is known to be in range. Use [`Money::checked`] for a number from outside.
    ///
    /// # Panics
    /// Beyond ±[`MAX_MINOR`]: such an amount must not reach a sum.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        assert!(minor.unsigned_abs() <= MAX_MINOR.unsigned_abs(), "the amount is out of range");
        Self { minor, currency }
    }

    /// An amount in a plain decimal text of major units with a point, such as `-12.30`.
    ///
    /// # Errors
    /// [`AmountError::NotANumber`] for anything else, [`AmountError::OutOfRange`] beyond the largest amount.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, AmountError> {
        let places = currency.exponent();
        let minor = crate::text::decimal(text, places).ok_or(AmountError::NotANumber(places))?;
        Self::checked(minor, currency)
    }

    /// Nothing.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// An amount of minor units, if it is in range.
    ///
    /// # Errors
    /// [`AmountError::OutOfRange`] beyond ±[`MAX_MINOR`].
    pub fn checked(minor: i128, currency: Currency) -> Result<Self, AmountError> {
        match i64::try_from(minor) {
            Ok(minor) if minor.unsigned_abs() <= MAX_MINOR.unsigned_abs() => Ok(Self { minor, currency }),
            _ => Err(AmountError::OutOfRange),
        }
    }

    /// The sum, if both are of one currency and it is in range.
    pub fn plus(self, other: Self) -> Result<Self, AmountError> {
        if self.currency != other.currency {
            return Err(AmountError::CurrencyMismatch(self.currency, other.currency));
        }
        Self::checked(i128::from(self.minor) + i128::from(other.minor), self.currency)
    }

    /// The difference, if both are of one currency and it is in range.
    pub fn minus(self, other: Self) -> Result<Self, AmountError> {
        self.plus(other.negated())
    }

    /// The same amount the other way: a refund is the negated sale, never a second calculation.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { minor: -self.minor, currency: self.currency }
    }

    /// The sum of many amounts of `currency`.
    pub fn sum(amounts: impl IntoIterator<Item = Self>, currency: Currency) -> Result<Self, AmountError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::plus)
    }

    /// The share `rate` of this amount, rounded once.
    pub fn share(self, rate: Rate, rounding: Rounding) -> Result<Self, AmountError> {
        let exact = i128::from(self.minor) * i128::from(rate.ppm());
        Self::checked(divide(exact, i128::from(Rate::ONE.ppm()), rounding), self.currency)
    }

    /// The tax within this amount, where `rate` was added before: amount × r ⁄ (1 + r), rounded once. The amount
    /// itself never moves.
    ///
    /// # Errors
    /// [`AmountError::OutOfRange`] for a rate of −100 % or less, which no amount can contain.
    pub fn tax_included(self, rate: Rate, rounding: Rounding) -> Result<Self, AmountError> {
        let exact = i128::from(self.minor) * i128::from(rate.ppm());
        let whole = i128::from(Rate::ONE.ppm()) + i128::from(rate.ppm());
        if whole <= 0 {
            return Err(AmountError::OutOfRange);
        }
        Self::checked(divide(exact, whole, rounding), self.currency)
    }

    /// Whether there is nothing.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }
}

/// The plain form for logs and the shell: `-12.30 EUR`. Screens and paper format by locale instead.
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let places = self.currency.exponent();
        write!(f, "{} {}", crate::text::plain(self.minor, places, places), self.currency)
    }
}

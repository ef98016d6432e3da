//! The price of one unit.

use crate::{AmountError, Currency, Money, Quantity, Rounding, divide};
use serde::{Deserialize, Serialize};

/// A price for one unit, in thousandths of a minor unit: fuel at 2.119 a gallon is 211,900.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "kernel/")]
pub struct UnitPrice {
    /// Thousandths of a minor unit.
    #[serde(deserialize_with = "in_range")]
    #[ts(type = "number")]
    pub milli_minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl UnitPrice {
    /// The highest price of one unit, in thousandths of a minor unit: a billion major units with two decimals. A
    /// phone costs some twenty million rupiah; a barcode of 13 digits in a price field is refused.
    pub const MAX_MILLI_MINOR: i64 = 100_000_000_000_000;

    /// Thousandths of a minor unit that are known to be in range. Use [`UnitPrice::checked`] for a number from
    /// outside.
    ///
    /// # Panics
    /// Beyond ±[`UnitPrice::MAX_MILLI_MINOR`].
    pub const fn new(milli_minor: i64, currency: Currency) -> Self {
        assert!(milli_minor.unsigned_abs() <= Self::MAX_MILLI_MINOR.unsigned_abs(), "the price is out of range");
        Self { milli_minor, currency }
    }

    /// A price in thousandths of a minor unit, if it is in range.
    ///
    /// # Errors
    /// [`AmountError::OutOfRange`] beyond ±[`UnitPrice::MAX_MILLI_MINOR`].
    pub fn checked(milli_minor: i128, currency: Currency) -> Result<Self, AmountError> {
        let milli_minor = Self::in_range(milli_minor).ok_or(AmountError::OutOfRange)?;
        Ok(Self { milli_minor, currency })
    }

    /// A price in whole minor units that is known to be in range, as [`UnitPrice::new`] is.
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self::new(minor.saturating_mul(1_000), currency)
    }

    /// The price in a plain decimal text of major units, such as `2.119`: at most three decimals beyond the minor
    /// unit's own.
    ///
    /// # Errors
    /// [`AmountError::NotANumber`] for anything else, [`AmountError::OutOfRange`] beyond the highest price.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, AmountError> {
        let places = currency.exponent() + 3;
        let milli_minor = crate::text::decimal(text, places).ok_or(AmountError::NotANumber(places))?;
        Self::checked(milli_minor, currency)
    }

    fn in_range(milli_minor: i128) -> Option<i64> {
        i64::try_from(milli_minor).ok().filter(|price| price.unsigned_abs() <= Self::MAX_MILLI_MINOR.unsigned_abs())
    }

    /// Price × quantity, rounded once to minor units.
    ///
    /// # Errors
    /// [`AmountError::OutOfRange`] beyond the largest amount.
    pub fn times(self, quantity: Quantity, rounding: Rounding) -> Result<Money, AmountError> {
        let exact = i128::from(self.milli_minor) * i128::from(quantity.milli);
        Money::checked(divide(exact, 1_000_000, rounding), self.currency)
    }

    /// The price in whole minor units, rounded half up: for a tile, never for a sum.
    pub fn rounded(self) -> Money {
        Money::new(
            i64::try_from(divide(i128::from(self.milli_minor), 1_000, Rounding::HalfUp)).expect("smaller than before"),
            self.currency,
        )
    }
}

/// The plain form for logs and the shell: `2.119 EUR`, with the minor unit's own decimals at least.
impl std::fmt::Display for UnitPrice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let places = self.currency.exponent();
        write!(f, "{} {}", crate::text::plain(self.milli_minor, places + 3, places), self.currency)
    }
}

/// A price beyond the highest is refused where it is read.
fn in_range<'de, D: serde::Deserializer<'de>>(source: D) -> Result<i64, D::Error> {
    let milli_minor = i64::deserialize(source)?;
    match UnitPrice::in_range(i128::from(milli_minor)) {
        Some(price) => Ok(price),
        None => Err(serde::de::Error::custom(AmountError::OutOfRange)),
    }
}

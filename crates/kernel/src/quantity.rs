//! How much of something.

use crate::{AmountError, MAX_MINOR};
use serde::{Deserialize, Serialize};

/// What a quantity counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "kernel/")]
pub enum Unit {
    /// Pieces.
    #[default]
    #[serde(rename = "ea")]
    Each,
    /// Kilograms.
    #[serde(rename = "kg")]
    Kilogram,
    /// Pounds (avoirdupois).
    #[serde(rename = "lb")]
    Pound,
    /// Litres.
    #[serde(rename = "l")]
    Litre,
    /// Gallons.
    #[serde(rename = "gal")]
    Gallon,
    /// Metres.
    #[serde(rename = "m")]
    Metre,
    /// Hours.
    #[serde(rename = "h")]
    Hour,
}

impl Unit {
    /// The unit of a code such as `ea` or `kg`.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "ea" => Self::Each,
            "kg" => Self::Kilogram,
            "lb" => Self::Pound,
            "l" => Self::Litre,
            "gal" => Self::Gallon,
            "m" => Self::Metre,
            "h" => Self::Hour,
            _ => return None,
        })
    }

    /// The code, as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Each => "ea",
            Self::Kilogram => "kg",
            Self::Pound => "lb",
            Self::Litre => "l",
            Self::Gallon => "gal",
            Self::Metre => "m",
            Self::Hour => "h",
        }
    }

    /// Whether it comes in whole pieces only.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Each)
    }
}

/// Integer thousandths of a unit: 1.235 kg is 1235.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "kernel/")]
pub struct Quantity {
    /// Thousandths of the unit.
    #[serde(deserialize_with = "crate::text::exact")]
    #[ts(type = "number")]
    pub milli: i64,
    /// What is counted.
    pub unit: Unit,
}

impl Quantity {
    /// The most that one line may hold, in thousandths: 99,999 units. More is a scan in the wrong field.
    pub const MAX_MILLI: i64 = 99_999_000;

    /// Thousandths of a unit.
    pub const fn milli(milli: i64, unit: Unit) -> Self {
        Self { milli, unit }
    }

    /// Whole pieces.
    pub const fn each(pieces: i64) -> Self {
        Self { milli: pieces * 1_000, unit: Unit::Each }
    }

    /// A quantity in a plain decimal text, such as `1.235`: at most three decimals.
    ///
    /// # Errors
    /// [`AmountError::NotANumber`] for anything else, [`AmountError::OutOfRange`] beyond what a web page holds
    /// exactly. Whether a line may sell it is another question: [`Quantity::is_sellable`].
    pub fn parse(text: &str, unit: Unit) -> Result<Self, AmountError> {
        match i64::try_from(crate::text::decimal(text, 3).ok_or(AmountError::NotANumber(3))?) {
            Ok(milli) if milli.unsigned_abs() <= MAX_MINOR.unsigned_abs() => Ok(Self { milli, unit }),
            _ => Err(AmountError::OutOfRange),
        }
    }

    /// Whether a line may sell it: above zero, not absurd, and whole where the unit is whole.
    pub const fn is_sellable(self) -> bool {
        self.milli > 0 && self.milli <= Self::MAX_MILLI && (!self.unit.is_whole() || self.milli % 1_000 == 0)
    }
}

/// The plain form for logs and the shell: `1.235 kg`, `3 ea`.
impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", crate::text::plain(self.milli, 3, 0), self.unit.code())
    }
}

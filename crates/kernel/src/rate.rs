//! Rates: tax, discount, limits.

use serde::{Deserialize, Serialize};

/// A fraction in parts per million: 24 % is 240,000. At most 1,000 % either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "i64", into = "i64")]
#[ts(export_to = "kernel/", type = "number")]
pub struct Rate(i64);

/// Beyond ±1,000 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a rate lies between -1,000 % and 1,000 %")]
pub struct RateError;

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The whole: 100 %.
    pub const ONE: Self = Self(1_000_000);

    /// A rate in parts per million.
    pub const fn from_ppm(ppm: i64) -> Result<Self, RateError> {
        if ppm.unsigned_abs() <= 10_000_000 { Ok(Self(ppm)) } else { Err(RateError) }
    }

    /// A rate in basis points: 2400 is 24 %.
    pub const fn from_basis_points(points: i32) -> Result<Self, RateError> {
        Self::from_ppm(points as i64 * 100)
    }

    /// Whole per cent, for constants.
    pub const fn percent(percent: i32) -> Self {
        assert!(percent.unsigned_abs() <= 1_000, "a rate lies between -1,000 % and 1,000 %");
        Self(percent as i64 * 10_000)
    }

    /// Parts per million.
    pub const fn ppm(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for Rate {
    type Error = RateError;

    fn try_from(ppm: i64) -> Result<Self, RateError> {
        Self::from_ppm(ppm)
    }
}

impl From<Rate> for i64 {
    fn from(rate: Rate) -> Self {
        rate.0
    }
}

/// `24 %`, `5.5 %`.
impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} %", crate::text::plain(self.0, 4, 0))
    }
}

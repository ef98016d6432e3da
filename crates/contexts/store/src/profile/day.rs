//! A calendar day, as laws name them.

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, from 1970 on, written `2016-06-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(export_to = "store/", type = "string")]
pub struct Day {
    year: i64,
    month: i64,
    date: i64,
}

/// Not a day in the form `2016-06-01`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a day such as 2016-06-01: {0:?}")]
pub struct DayError(String);

impl Day {
    /// Its first millisecond, counted from 1970 as if its midnight were UTC's.
    pub fn start_ms(self) -> i64 {
        self.days_since_1970() * 86_400_000
    }

    /// Counts years from March, so that the leap day is the last one of its year.
    fn days_since_1970(self) -> i64 {
        let (year, month) = if self.month > 2 { (self.year, self.month - 3) } else { (self.year - 1, self.month + 9) };
        let leap_days = year / 4 - year / 100 + year / 400;
        let before_month = (153 * month + 2) / 5;
        365 * year + leap_days + before_month + self.date - 1 - 719_468
    }

    fn parse(text: &str) -> Option<Self> {
        let number = |range: std::ops::Range<usize>| -> Option<i64> {
            let part = text.get(range)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let shaped = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        let found = Self { year: number(0..4)?, month: number(5..7)?, date: number(8..10)? };
        let leap = found.year % 4 == 0 && (found.year % 100 != 0 || found.year % 400 == 0);
        let longest = match found.month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let is_day = (1..=12).contains(&found.month) && (1..=longest).contains(&found.date);
        (shaped && is_day && found.year >= 1970).then_some(found)
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or(DayError(text))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        format!("{:04}-{:02}-{:02}", day.year, day.month, day.date)
    }
}

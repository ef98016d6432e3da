//! Country profiles: what a law or a habit decides, as data. A new country is a file, not code.

mod day;

pub use day::Day;

use crate::shop::{CashLimit, Language};
use kernel::{Currency, Moment, Money, Rate, Rounding, RoundingScope};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Every profile, parsed once.
static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    [include_str!("../../profiles/gr.json"), include_str!("../../profiles/ca-on.json")]
        .map(|text| serde_json::from_str(text).expect("the profiles are part of the program, and a test reads them"))
        .into()
});

/// A value and why we believe it. Laws change, so none stands without its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct Sourced<T> {
    /// What holds.
    pub value: T,
    /// The law, standard or habit that says so.
    pub source: String,
    /// Since when it holds; where the source has no date of its own, when it was last looked for.
    pub date: Day,
}

/// A text in every language of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct LocalName {
    /// English.
    pub en: String,
    /// Greek.
    pub el: String,
    /// Arabic.
    pub ar: String,
}

/// A tax rate from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct DatedRate {
    /// Its first day, at the store's midnight.
    pub from: Day,
    /// Parts per million.
    pub rate_ppm: Rate,
    /// The law that sets it.
    pub source: String,
    /// The day of that law.
    pub date: Day,
}

/// A tax group: what a product names, so that a new rate changes no product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct TaxGroup {
    /// Such as `standard` or `reduced`.
    pub code: String,
    /// What people call it.
    pub name: LocalName,
    /// Oldest first.
    pub rates: Vec<DatedRate>,
}

/// A cap on cash by the total of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct CashCap {
    /// A document of this total or more takes no cash, in minor units.
    #[ts(type = "number")]
    pub document_total_at_or_above_minor: i64,
}

/// How the cash part of a total is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct CashRounding {
    /// The smallest coin, in minor units.
    #[ts(type = "number")]
    pub step_minor: i64,
    /// How a part of it is resolved.
    pub rounding: Rounding,
}

/// Whether goods that go back and goods that go out share a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "store/")]
pub enum Exchange {
    /// One, with lines of both signs.
    OneDocument,
    /// A return and a sale.
    TwoDocuments,
}

/// What the country asks of the till towards its tax authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct FiscalAdapter {
    /// Whether a document without an authority's mark is no tax receipt.
    pub required: bool,
    /// The adapter that a new shop starts with.
    pub name: String,
}

/// How a tax id is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "store/")]
pub enum TaxIdScheme {
    /// As it is written.
    Any,
    /// Nine digits, the last of which checks the others.
    GreekAfm,
}

/// A country (or a province with a tax of its own).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct Profile {
    /// Such as `gr` or `ca-on`.
    pub code: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// What people call it.
    pub name: LocalName,
    /// What people pay in.
    pub currency: Sourced<Currency>,
    /// The coins and notes that people pay with, in minor units, largest first.
    #[ts(type = "{ value: number[], source: string, date: string }")]
    pub denominations: Sourced<Vec<i64>>,
    /// Whether prices include tax, unless a price list says otherwise.
    pub tax_included: Sourced<bool>,
    /// How fractions of the minor unit are resolved.
    pub rounding: Sourced<Rounding>,
    /// Where tax is rounded.
    pub rounding_scope: Sourced<RoundingScope>,
    /// Every tax group that a product may name.
    pub tax_groups: Vec<TaxGroup>,
    /// The cap on cash, where there is one.
    pub cash_limit: Sourced<Option<CashCap>>,
    /// The rounding of cash, where there is one.
    pub cash_rounding: Sourced<Option<CashRounding>>,
    /// How long a business day may last before the till warns.
    pub longest_business_day_hours: Sourced<u32>,
    /// What receipts are printed in; the legal language first.
    pub receipt_languages: Sourced<Vec<Language>>,
    /// How an exchange is documented.
    pub exchange: Sourced<Exchange>,
    /// What the tax authority asks for.
    pub fiscal_adapter: Sourced<FiscalAdapter>,
    /// How the shop's tax id is checked.
    pub tax_id: Sourced<TaxIdScheme>,
}

impl Profile {
    /// Every profile that the program knows.
    pub fn all() -> &'static [Self] {
        &PROFILES
    }

    /// The profile of a code such as `gr`.
    pub fn find(code: &str) -> Option<&'static Self> {
        Self::all().iter().find(|profile| profile.code == code)
    }

    /// A tax group by its code.
    pub fn tax_group(&self, group: &str) -> Option<&TaxGroup> {
        self.tax_groups.iter().find(|known| known.code == group)
    }

    /// The rate of a tax group on the store's wall clock: milliseconds since 1970 as if the store stood at UTC
    /// (`now_ms` plus the offset), because rates change at the store's midnight. None for an unknown group, or
    /// before its first rate.
    pub fn rate(&self, group: &str, wall_ms: i64) -> Option<Rate> {
        let holds = |dated: &&DatedRate| dated.from.start_ms() <= wall_ms;
        let current = self.tax_group(group)?.rates.iter().filter(holds).max_by_key(|dated| dated.from);
        current.map(|dated| dated.rate_ppm)
    }

    /// The rate of a tax group at a moment in the store.
    pub fn rate_at(&self, group: &str, at: &Moment) -> Option<Rate> {
        self.rate(group, at.now_ms.saturating_add(i64::from(at.offset_minutes) * 60_000))
    }

    /// The coins and notes to count in a drawer, largest first.
    pub fn denominations(&self) -> Vec<Money> {
        self.denominations.value.iter().map(|minor| Money::new(*minor, self.currency.value)).collect()
    }

    /// The document total from which cash is not taken, for a shop that keeps `limit`.
    pub fn cash_not_from(&self, limit: CashLimit) -> Option<Money> {
        match limit {
            CashLimit::None => None,
            CashLimit::AsCountry => {
                let cap = self.cash_limit.value?;
                Some(Money::new(cap.document_total_at_or_above_minor, self.currency.value))
            }
        }
    }
}

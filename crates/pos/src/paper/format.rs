//! How amounts, quantities, rates and times read on paper.

use chrono::{DateTime, FixedOffset, TimeZone, Utc};
use kernel::{Currency, Money, Quantity, Rate, Unit, UnitPrice};
use store::Language;

/// Decimals of a quantity's integer.
const QUANTITY_PLACES: u32 = 3;
/// Decimals of a rate in parts per million, as a percentage.
const RATE_PERCENT_PLACES: u32 = 4;
/// A unit price counts thousandths of a minor unit.
const UNIT_PRICE_EXTRA_PLACES: u32 = 3;

/// What a text depends on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) language: Language,
    pub(super) offset_minutes: i32,
}

impl Reading {
    /// `1.234,50 €` in Greek, `€1,234.50` in English; a minus stands before all of it.
    pub(super) fn money(self, money: Money) -> String {
        let places = money.currency.exponent();
        self.signed(money.minor, places, places, money.currency)
    }

    /// A discount: what is taken off, with a minus before it.
    pub(super) fn off(self, money: Money) -> String {
        self.money(money.negated())
    }

    /// A price of one unit: as many decimals as it needs.
    pub(super) fn unit_price(self, price: UnitPrice) -> String {
        let least = price.currency.exponent();
        self.signed(price.milli_minor, least + UNIT_PRICE_EXTRA_PLACES, least, price.currency)
    }

    /// Pieces as a bare number, everything else with its unit.
    pub(super) fn quantity(self, quantity: Quantity) -> String {
        let number = self.number(quantity.milli.unsigned_abs(), QUANTITY_PLACES, 0);
        let sign = if quantity.milli < 0 { "-" } else { "" };
        match quantity.unit {
            Unit::Each => format!("{sign}{number}"),
            other => format!("{sign}{number} {}", self.unit(other)),
        }
    }

    /// `24 %`.
    pub(super) fn rate(self, rate: Rate) -> String {
        let number = self.number(rate.ppm().unsigned_abs(), RATE_PERCENT_PLACES, 0);
        match self.language {
            Language::En | Language::Ar => format!("{number}%"),
            Language::El => format!("{number} %"),
        }
    }

    /// Day and time on the shop's wall.
    pub(super) fn time(self, at_ms: i64) -> String {
        let utc = DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default();
        let offset = FixedOffset::east_opt(self.offset_minutes.saturating_mul(60));
        let wall = match offset {
            Some(offset) => offset.from_utc_datetime(&utc.naive_utc()),
            None => utc.fixed_offset(),
        };
        match self.language {
            Language::En => wall.format("%Y-%m-%d %H:%M").to_string(),
            Language::El | Language::Ar => wall.format("%d/%m/%Y %H:%M").to_string(),
        }
    }

    fn signed(self, value: i64, places: u32, least: u32, currency: Currency) -> String {
        let number = self.number(value.unsigned_abs(), places, least);
        let sign = if value < 0 { "-" } else { "" };
        let symbol = symbol(currency);
        match (self.language, symbol) {
            (Language::En, Some(symbol)) => format!("{sign}{symbol}{number}"),
            (Language::El | Language::Ar, Some(symbol)) => format!("{sign}{number} {symbol}"),
            (_, None) => format!("{sign}{number} {}", currency.code()),
        }
    }

    /// An integer of `places` decimals, grouped, with at least `least` decimals; zeros behind those are left out.
    fn number(self, value: u64, places: u32, least: u32) -> String {
        let (group, point) = match self.language {
            Language::El => ('.', ','),
            Language::En | Language::Ar => (',', '.'),
        };
        let unit = 10_u64.pow(places);
        let decimals = if places == 0 { String::new() } else { format!("{:0w$}", value % unit, w = places as usize) };
        let (always, optional) = decimals.split_at(least.min(places) as usize);
        let decimals = format!("{always}{}", optional.trim_end_matches('0'));
        let whole = grouped(value / unit, group);
        if decimals.is_empty() { whole } else { format!("{whole}{point}{decimals}") }
    }

    fn unit(self, unit: Unit) -> &'static str {
        let [latin, greek, arabic] = match unit {
            Unit::Each => ["", "", ""],
            Unit::Kilogram => ["kg", "kg", "كغ"],
            Unit::Pound => ["lb", "lb", "رطل"],
            Unit::Litre => ["l", "l", "ل"],
            Unit::Gallon => ["gal", "gal", "غالون"],
            Unit::Metre => ["m", "m", "م"],
            Unit::Hour => ["h", "ώρες", "ساعة"],
        };
        match self.language {
            Language::En => latin,
            Language::El => greek,
            Language::Ar => arabic,
        }
    }
}

/// The sign of a currency, where everybody knows it; else its code is written.
fn symbol(currency: Currency) -> Option<&'static str> {
    match currency.code() {
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        "CAD" | "USD" | "AUD" | "NZD" => Some("$"),
        _ => None,
    }
}

fn grouped(whole: u64, group: char) -> String {
    let digits = whole.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

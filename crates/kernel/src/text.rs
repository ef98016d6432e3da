//! Text: folding for search, and plain decimal numbers.

use crate::MAX_MINOR;
use serde::Deserialize;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds text for search: decomposed, without accents, in lower case, ς as σ. `Θήκη` and `θηκη` become one.
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ς' { 'σ' } else { c })
        .collect()
}

/// A plain decimal number (`-12`, `0.5`, `2.119`) as an integer of `places` decimals. None for anything else: no
/// spaces, no grouping, no exponent, no more decimals than fit (zeros behind the last place are accepted). A number
/// too long for the type stays at the type's end, so that the caller's range check finds it.
pub(crate) fn decimal(text: &str, places: u32) -> Option<i128> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let places = places as usize;
    let (kept, dropped) = fraction.split_at(fraction.len().min(places));
    if dropped.bytes().any(|b| b != b'0') {
        return None;
    }
    let zeros = std::iter::repeat_n(b'0', places - kept.len());
    let value = whole
        .bytes()
        .chain(kept.bytes())
        .chain(zeros)
        .fold(0_i128, |value, digit| value.saturating_mul(10).saturating_add(i128::from(digit - b'0')));
    Some(if negative { -value } else { value })
}

/// The reverse of [`decimal`]: an integer of `places` decimals as text, with at least `kept` of them; zeros behind
/// those are left out.
pub(crate) fn plain(value: i64, places: u32, kept: u32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let unit = 10_u64.pow(places);
    let (whole, rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    let digits = if places == 0 { String::new() } else { format!("{rest:0width$}", width = places as usize) };
    let (always, optional) = digits.split_at(kept as usize);
    let point = if always.is_empty() && rest == 0 { "" } else { "." };
    format!("{sign}{whole}{point}{always}{}", optional.trim_end_matches('0'))
}

/// Reads an integer that a web page can hold exactly: at most ±(2⁵³ − 1).
pub(crate) fn exact<'de, D: serde::Deserializer<'de>>(source: D) -> Result<i64, D::Error> {
    let value = i64::deserialize(source)?;
    if value.unsigned_abs() > MAX_MINOR.unsigned_abs() {
        return Err(serde::de::Error::custom("a number beyond 2^53 - 1"));
    }
    Ok(value)
}

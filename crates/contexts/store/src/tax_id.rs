//! Tax ids.

use crate::profile::TaxIdScheme;
use crate::text::{MAX_TAX_ID_CHARS, line};
use crate::{Profile, Rejection};

/// The tax id in the form that is printed; None where nothing was given.
pub(crate) fn parse(profile: &Profile, given: Option<&str>) -> Result<Option<String>, Rejection> {
    let Some(given) = given.filter(|text| !text.trim().is_empty()) else { return Ok(None) };
    let text = line("tax_id", given, MAX_TAX_ID_CHARS)?;
    match profile.tax_id.value {
        TaxIdScheme::Any => Ok(Some(text)),
        TaxIdScheme::GreekAfm => match afm(&text) {
            Some(digits) => Ok(Some(digits)),
            None => Err(Rejection::TaxIdInvalid { tax_id: text }),
        },
    }
}

/// The nine digits of a Greek AFM; a country prefix and blanks are left out. The last digit is the sum of the others
/// by weights 256, 128 … 2, modulo 11, modulo 10. All zeros pass the arithmetic, but belong to nobody.
fn afm(text: &str) -> Option<String> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = ["EL", "GR"].iter().find_map(|prefix| compact.strip_prefix(prefix)).unwrap_or(&compact);
    if digits.len() != 9 || !digits.bytes().all(|b| b.is_ascii_digit()) || digits.bytes().all(|b| b == b'0') {
        return None;
    }
    let values: Vec<u32> = digits.bytes().map(|b| u32::from(b - b'0')).collect();
    let sum: u32 = values.iter().take(8).enumerate().map(|(index, digit)| digit << (8 - index)).sum();
    (sum % 11 % 10 == values[8]).then(|| digits.to_owned())
}

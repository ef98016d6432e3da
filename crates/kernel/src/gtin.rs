//! GTINs: the numbers behind EAN-8, UPC-A, EAN-13 and GTIN-14 barcodes.
//!
//! The check digit is the one of the GS1 General Specifications §7.9: weights 3 and 1 in turn from the right.

use std::borrow::Cow;

/// The check digit of a GTIN without one: 7, 11, 12 or 13 digits. None for anything else.
pub fn check_digit(body: &str) -> Option<u8> {
    if !matches!(body.len(), 7 | 11 | 12 | 13) || !body.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let weighted = body.bytes().rev().zip([3, 1].into_iter().cycle()).map(|(b, weight)| u32::from(b - b'0') * weight);
    let sum: u32 = weighted.sum();
    u8::try_from((10 - sum % 10) % 10).ok()
}

/// Whether it is a GTIN of 8, 12, 13 or 14 digits with its right check digit. All zeros pass the arithmetic, but name
/// nothing: they are what a broken reader sends.
pub fn is_valid(code: &str) -> bool {
    let Some((body, last)) = code.split_at_checked(code.len().saturating_sub(1)) else { return false };
    let known = body.bytes().any(|b| b != b'0');
    known && check_digit(body).is_some_and(|digit| last.as_bytes() == [b'0' + digit])
}

/// The form in which a code is stored and looked up. One and the same UPC-A is read as 12 digits by one scanner and
/// as 13 with a zero in front by another, and a GTIN-14 with a zero in front is a GTIN-13 that was padded: valid ones
/// become 13 digits. Every other code, an EAN-8 too, stays as it is.
pub fn normalise(code: &str) -> Cow<'_, str> {
    match code.len() {
        12 if is_valid(code) => Cow::Owned(format!("0{code}")),
        14 if code.starts_with('0') && is_valid(code) => Cow::Borrowed(&code[1..]),
        _ => Cow::Borrowed(code),
    }
}

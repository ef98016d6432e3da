//! Texts that people type or files bring.

use crate::Rejection;

/// The longest name, in characters.
pub(crate) const MAX_NAME_CHARS: usize = 200;
/// The longest SKU or barcode, in characters.
pub(crate) const MAX_CODE_CHARS: usize = 64;
/// The longest brand, package size or reason, in characters.
pub(crate) const MAX_NOTE_CHARS: usize = 200;
/// The longest address of an image, in characters.
pub(crate) const MAX_IMAGE_CHARS: usize = 500;
/// The longest code of a tax group, in characters.
pub(crate) const MAX_TAX_GROUP_CHARS: usize = 32;

/// The text without blanks around it, if it can be printed.
pub(crate) fn line(field: &'static str, text: &str, most: usize) -> Result<String, Rejection> {
    let text = text.trim();
    if kernel::is_blank(text) || !kernel::is_line(text, most) {
        return Err(Rejection::TextInvalid { field, most });
    }
    Ok(text.to_owned())
}

/// The same where nothing, or blanks, may stand for nothing.
pub(crate) fn optional(field: &'static str, text: Option<&str>, most: usize) -> Result<Option<String>, Rejection> {
    match text {
        Some(text) if !text.trim().is_empty() => line(field, text, most).map(Some),
        Some(_) | None => Ok(None),
    }
}

/// A word of small letters, digits, `_` and `-`, as codes, tokens and icons are written.
pub(crate) fn is_token(text: &str, most: usize) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    (1..=most).contains(&text.len()) && text.bytes().all(fits)
}

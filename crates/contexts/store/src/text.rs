//! Texts that people type.

use crate::Rejection;

/// The longest name, in characters.
pub(crate) const MAX_NAME_CHARS: usize = 200;
/// The longest line of an address, in characters.
pub(crate) const MAX_ADDRESS_LINE_CHARS: usize = 100;
/// The most lines of an address that fit a receipt's head.
pub(crate) const MAX_ADDRESS_LINES: usize = 6;
/// The longest tax id, in characters.
pub(crate) const MAX_TAX_ID_CHARS: usize = 32;

/// The text without blanks around it, if it can be printed.
pub(crate) fn line(field: &'static str, text: &str, most: usize) -> Result<String, Rejection> {
    let text = text.trim();
    if kernel::is_blank(text) || !kernel::is_line(text, most) {
        return Err(Rejection::TextInvalid { field, most });
    }
    Ok(text.to_owned())
}

/// An address: empty lines are left out.
pub(crate) fn address(lines: &[String]) -> Result<Vec<String>, Rejection> {
    let written = lines.iter().filter(|text| !text.trim().is_empty());
    let kept: Vec<String> =
        written.map(|text| line("address", text, MAX_ADDRESS_LINE_CHARS)).collect::<Result<_, _>>()?;
    if kept.len() > MAX_ADDRESS_LINES {
        return Err(Rejection::TextInvalid { field: "address", most: MAX_ADDRESS_LINES * MAX_ADDRESS_LINE_CHARS });
    }
    Ok(kept)
}

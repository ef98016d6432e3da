//! Texts within settings.

use super::receipt::MAX_LINK_CHARS;
use crate::Rejection;

/// A line that may be empty, without blanks behind it.
pub(super) fn letters(field: &'static str, text: &str, most: usize) -> Result<String, Rejection> {
    let text = text.trim();
    if !kernel::is_line(text, most) {
        return Err(Rejection::TextInvalid { field, most });
    }
    Ok(text.to_owned())
}

/// An address that a phone opens: `https://` or `http://`, a host, and nothing that would have to be escaped.
pub(super) fn web_address(text: &str) -> Result<String, Rejection> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fits = text.chars().count() <= MAX_LINK_CHARS;
    let plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c));
    if fits && plain && !host.is_empty() && !host.contains('@') {
        Ok(text.to_owned())
    } else {
        Err(Rejection::LinkInvalid { most: MAX_LINK_CHARS })
    }
}

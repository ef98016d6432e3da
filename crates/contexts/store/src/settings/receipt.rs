//! What a shop puts on its receipts of its own.

use super::text::{letters, web_address};
use crate::Rejection;
use serde::{Deserialize, Serialize};

/// The most lines at the end of a receipt.
pub const MAX_FOOTER_LINES: usize = 6;
/// The most letters of such a line: what 80 mm of paper takes.
pub const MAX_FOOTER_LETTERS: usize = 48;
/// The widest picture, in dots: 80 mm of paper.
pub const MAX_LOGO_WIDTH_DOTS: u16 = 576;
/// The highest picture, in dots: 5 cm of paper.
pub const MAX_LOGO_HEIGHT_DOTS: u16 = 400;
/// The longest address in a QR code that a phone reads from paper.
pub const MAX_LINK_CHARS: usize = 200;

/// The shop's own part of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "store/")]
pub struct ReceiptSettings {
    /// Words at the end, line by line.
    pub footer: Vec<String>,
    /// A picture at the top.
    pub logo: Option<Logo>,
    /// Whether the order's barcode is printed, to find it again.
    pub barcode: bool,
    /// An address that a QR code leads to, such as the shop's page.
    pub link: Option<String>,
}

impl Default for ReceiptSettings {
    /// Nothing but the barcode, which every shop needs that takes something back.
    fn default() -> Self {
        Self { footer: Vec::new(), logo: None, barcode: true, link: None }
    }
}

/// A black and white picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "store/")]
pub struct Logo {
    /// In dots; at most 576.
    pub width: u16,
    /// In dots; at most 400.
    pub height: u16,
    /// One bit a dot, rows padded to whole bytes, 1 is black; base64.
    pub bits: String,
}

impl ReceiptSettings {
    /// The settings as they can be printed: without blanks around words, without empty lines before and after them.
    ///
    /// # Errors
    /// SHO-002 for a line of the footer, SHO-009 for too many of them, SHO-010 for the logo, SHO-011 for the link.
    pub fn cleaned(self) -> Result<Self, Rejection> {
        let link = self.link.filter(|text| !text.trim().is_empty());
        Ok(Self {
            footer: footer(&self.footer)?,
            logo: self.logo.map(Logo::cleaned).transpose()?,
            barcode: self.barcode,
            link: link.map(|text| web_address(&text)).transpose()?,
        })
    }
}

fn footer(lines: &[String]) -> Result<Vec<String>, Rejection> {
    let is_written = |text: &String| !text.trim().is_empty();
    let (Some(first), Some(last)) = (lines.iter().position(is_written), lines.iter().rposition(is_written)) else {
        return Ok(Vec::new());
    };
    let kept = &lines[first..=last];
    if kept.len() > MAX_FOOTER_LINES {
        return Err(Rejection::TooManyLines { field: "footer", most: MAX_FOOTER_LINES });
    }
    kept.iter().map(|text| letters("footer", text, MAX_FOOTER_LETTERS)).collect()
}

impl Logo {
    fn cleaned(self) -> Result<Self, Rejection> {
        let row_bytes = usize::from(self.width).div_ceil(8);
        let sized =
            (1..=MAX_LOGO_WIDTH_DOTS).contains(&self.width) && (1..=MAX_LOGO_HEIGHT_DOTS).contains(&self.height);
        if sized && base64_bytes(&self.bits) == Some(row_bytes * usize::from(self.height)) {
            Ok(self)
        } else {
            Err(Rejection::LogoInvalid { most_width: MAX_LOGO_WIDTH_DOTS, most_height: MAX_LOGO_HEIGHT_DOTS })
        }
    }
}

/// How many bytes a text in base64 holds (RFC 4648, with padding); None where it is none.
fn base64_bytes(text: &str) -> Option<usize> {
    let body = text.trim_end_matches('=');
    let padding = text.len() - body.len();
    let in_alphabet = body.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/');
    let whole = text.len().is_multiple_of(4) && padding <= 2;
    (in_alphabet && whole).then(|| text.len() / 4 * 3 - padding)
}

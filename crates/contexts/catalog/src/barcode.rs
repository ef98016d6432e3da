//! Barcodes: any printable code, in the one form that is stored and looked up.

use crate::Rejection;
use crate::text::{MAX_CODE_CHARS, line};

/// The form in which a barcode is stored and looked up: without blanks around it, a valid UPC-A as its EAN-13. Other
/// codes stay as they are, whatever their check digit says: shops print their own.
///
/// # Errors
/// CAT-003.
pub fn normalise_barcode(code: &str) -> Result<String, Rejection> {
    let code = line("barcode", code, MAX_CODE_CHARS)?;
    Ok(kernel::gtin::normalise(&code).into_owned())
}

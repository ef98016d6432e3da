//! A row of a file names a product.

use super::{ImportedPrice, LastImport, Product, ProductDetails, ProductEvent, ProductImported};
use crate::Rejection;
use crate::price::check_price;
use crate::text::{MAX_CODE_CHARS, line};
use kernel::ProductId;

/// Takes a row over. Records [`ProductImported`], or nothing where the row says nothing new: an import can be stopped
/// and repeated.
///
/// The row that was imported last is compared first. What somebody changed by hand since then stays until the file
/// itself says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProduct {
    /// Its id, which is also its stream's.
    pub product: ProductId,
    /// What the row says.
    pub details: ProductDetails,
    /// What it costs, where the row says so.
    pub price: Option<ImportedPrice>,
    /// The row's fingerprint: at most 64 characters.
    pub source_row: String,
}

/// # Errors
/// CAT-003, CAT-006, CAT-007, CAT-012.
pub(super) fn decide(state: &Product, command: ImportProduct) -> Result<Vec<ProductEvent>, Rejection> {
    let source_row = line("source_row", &command.source_row, MAX_CODE_CHARS)?;
    let details = command.details.cleaned()?;
    if let Some(imported) = &command.price {
        check_price(imported.price)?;
    }
    if let Product::Known { details: known, imported: Some(last) } = state {
        let says_nothing_new = details == **known && same_price(last, command.price.as_ref());
        if last.source_row == source_row || says_nothing_new {
            return Ok(Vec::new());
        }
    }
    Ok(vec![ProductImported { product: command.product, details, price: command.price, source_row }.into()])
}

/// When a price holds from is the import's own time, so it does not make a row new.
fn same_price(last: &LastImport, price: Option<&ImportedPrice>) -> bool {
    let said = |imported: &ImportedPrice| (imported.list, imported.price);
    last.price.as_ref().map(said) == price.map(said)
}

//! No two products share a code.

use crate::{ProductDetails, Rejection};
use kernel::ProductId;

/// A code that a product holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeldCode {
    /// Its SKU.
    Sku(String),
    /// One of its barcodes, as it is stored.
    Barcode(String),
}

/// A product that holds one of the codes that somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The product.
    pub product: ProductId,
    /// Its name, so that a person knows which.
    pub name: String,
    /// The code.
    pub code: HeldCode,
}

/// Whether `product` may have these details, given who holds its codes now. Uniqueness spans products, so a script
/// asks for the holders ([`find_holders`]) and then this rule, in the transaction that records.
///
/// # Errors
/// CAT-004, CAT-005.
///
/// [`find_holders`]: crate::find_holders
pub fn check_unique(product: ProductId, details: &ProductDetails, holders: &[Holder]) -> Result<(), Rejection> {
    for holder in holders.iter().filter(|holder| holder.product != product) {
        let (holding, name) = (holder.product, holder.name.clone());
        match &holder.code {
            HeldCode::Sku(sku) if sku.eq_ignore_ascii_case(details.sku.trim()) => {
                return Err(Rejection::SkuTaken { sku: details.sku.clone(), product: holding, name });
            }
            HeldCode::Barcode(barcode) if details.barcodes.contains(barcode) => {
                return Err(Rejection::BarcodeTaken { barcode: barcode.clone(), product: holding, name });
            }
            HeldCode::Sku(_) | HeldCode::Barcode(_) => {}
        }
    }
    Ok(())
}

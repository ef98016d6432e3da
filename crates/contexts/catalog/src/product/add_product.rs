//! A product enters the catalog.

use super::{Product, ProductAdded, ProductDetails, ProductEvent};
use crate::Rejection;
use kernel::ProductId;

/// Adds a product. Records [`ProductAdded`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddProduct {
    /// Its id, which is also its stream's: `product_id_for_sku` of its first SKU, so that an import finds it.
    pub product: ProductId,
    /// What is said of it.
    pub details: ProductDetails,
}

/// # Errors
/// CAT-002, CAT-003, CAT-006, CAT-012.
pub(super) fn decide(state: &Product, command: AddProduct) -> Result<Vec<ProductEvent>, Rejection> {
    match state {
        Product::Known { .. } => Err(Rejection::AlreadyExists),
        Product::Unknown => {
            let details = command.details.cleaned()?;
            Ok(vec![ProductAdded { product: command.product, details }.into()])
        }
    }
}

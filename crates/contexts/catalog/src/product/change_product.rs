//! Something else is said of a product.

use super::{Product, ProductChanged, ProductDetails, ProductEvent};
use crate::Rejection;
use kernel::ProductId;

/// Changes a product. Records [`ProductChanged`], or nothing where nothing differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeProduct {
    /// Which.
    pub product: ProductId,
    /// All details, as they are to be.
    pub details: ProductDetails,
}

/// # Errors
/// CAT-001, CAT-003, CAT-006, CAT-012.
pub(super) fn decide(state: &Product, command: ChangeProduct) -> Result<Vec<ProductEvent>, Rejection> {
    match state {
        Product::Unknown => Err(Rejection::ProductUnknown),
        Product::Known { details: known, .. } => {
            let details = command.details.cleaned()?;
            if details == **known {
                return Ok(Vec::new());
            }
            Ok(vec![ProductChanged { product: command.product, details }.into()])
        }
    }
}

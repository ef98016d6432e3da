//! A product is not sold any more.

use super::{Product, ProductDeactivated, ProductEvent};
use crate::Rejection;
use kernel::ProductId;

/// Takes a product off sale. It keeps its codes and its past. Records [`ProductDeactivated`], or nothing where it is
/// off sale already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeactivateProduct {
    /// Which.
    pub product: ProductId,
}

/// # Errors
/// CAT-001.
pub(super) fn decide(state: &Product, command: &DeactivateProduct) -> Result<Vec<ProductEvent>, Rejection> {
    match state {
        Product::Unknown => Err(Rejection::ProductUnknown),
        Product::Known { details, .. } if !details.active => Ok(Vec::new()),
        Product::Known { .. } => Ok(vec![ProductDeactivated { product: command.product }.into()]),
    }
}

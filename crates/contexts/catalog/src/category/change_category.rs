//! A category gets another name, look or place.

use super::{Category, CategoryChanged, CategoryDetails, CategoryEvent};
use crate::Rejection;
use kernel::CategoryId;

/// Changes a category. Records [`CategoryChanged`], or nothing where nothing differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeCategory {
    /// Which.
    pub category: CategoryId,
    /// All details, as they are to be.
    pub details: CategoryDetails,
    /// The new parent and all categories above it; empty for a root. Gathered by `list_ancestors`.
    pub above: Vec<CategoryId>,
}

/// # Errors
/// CAT-003, CAT-008, CAT-009, CAT-010, CAT-011.
pub(super) fn decide(state: &Category, command: ChangeCategory) -> Result<Vec<CategoryEvent>, Rejection> {
    match state {
        Category::Unknown => Err(Rejection::CategoryUnknown),
        Category::Known(known) => {
            let details = command.details.cleaned(command.category, &command.above)?;
            if details == *known {
                return Ok(Vec::new());
            }
            Ok(vec![CategoryChanged { category: command.category, details }.into()])
        }
    }
}

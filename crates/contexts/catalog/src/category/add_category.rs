//! A category enters the tree.

use super::{Category, CategoryAdded, CategoryDetails, CategoryEvent};
use crate::Rejection;
use kernel::CategoryId;

/// Adds a category. Records [`CategoryAdded`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCategory {
    /// Its id, which is also its stream's.
    pub category: CategoryId,
    /// What is said of it.
    pub details: CategoryDetails,
    /// The parent and all categories above it; empty for a root. Gathered by `list_ancestors`.
    pub above: Vec<CategoryId>,
}

/// # Errors
/// CAT-002, CAT-003, CAT-008, CAT-009, CAT-010, CAT-011.
pub(super) fn decide(state: &Category, command: AddCategory) -> Result<Vec<CategoryEvent>, Rejection> {
    match state {
        Category::Known(_) => Err(Rejection::AlreadyExists),
        Category::Unknown => {
            let details = command.details.cleaned(command.category, &command.above)?;
            Ok(vec![CategoryAdded { category: command.category, details }.into()])
        }
    }
}

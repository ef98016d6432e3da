//! Every fact that a category records.

use super::CategoryDetails;
use kernel::CategoryId;

eventing::fact! {
    /// It is in the tree.
    CategoryAdded, "catalog.category.added", v 1, {
        /// Its id.
        category: CategoryId,
        /// All of them.
        details: CategoryDetails,
    }
}

eventing::fact! {
    /// Its name, look or place is another.
    CategoryChanged, "catalog.category.changed", v 1, {
        /// Its id.
        category: CategoryId,
        /// All of them, as they are from now on.
        details: CategoryDetails,
    }
}

eventing::events! {
    /// What a category can record.
    pub enum CategoryEvent { CategoryAdded, CategoryChanged }
}

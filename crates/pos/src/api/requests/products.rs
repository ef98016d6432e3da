//! Tiles and search.

use kernel::CategoryId;

requests! {
    /// A page of the tiles.
    ListProducts {
        /// Only this category and those below it.
        category: Option<CategoryId>,
        /// Products to skip.
        offset: u32,
    }
    /// A page of what matches.
    Search {
        /// As it was typed.
        text: String,
        /// Products to skip.
        offset: u32,
    }
}

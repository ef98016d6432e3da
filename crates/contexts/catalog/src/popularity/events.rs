//! Every fact about what sells.

use kernel::ProductId;

eventing::fact! {
    /// What sold most lately. It replaces the ranking before it.
    ProductsRanked, "catalog.popularity.ranked", v 1, {
        /// Products and how much they sell, best first.
        top: Vec<(ProductId, i64)>,
    }
}

eventing::events! {
    /// What the ranking can record.
    pub enum PopularityEvent { ProductsRanked }
}

//! Every fact about a price.

use kernel::{PriceListId, ProductId, UnitPrice};

eventing::fact! {
    /// From a time on, a product costs this in a list.
    PriceSet, "catalog.price.set", v 1, {
        /// In which list.
        list: PriceListId,
        /// What.
        product: ProductId,
        /// For one unit.
        price: UnitPrice,
        /// From when on, in milliseconds since 1970 UTC; may lie ahead.
        valid_from_ms: i64,
        /// Why, where somebody said so.
        reason: Option<String>,
    }
}

eventing::events! {
    /// What a price can record.
    pub enum PriceEvent { PriceSet }
}

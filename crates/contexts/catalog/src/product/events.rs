//! Every fact that a product records. Each carries all details: the last one says everything.

use super::ProductDetails;
use kernel::{PriceListId, ProductId, UnitPrice};
use serde::{Deserialize, Serialize};

/// The price that came with a row of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedPrice {
    /// In which list.
    pub list: PriceListId,
    /// For one unit.
    pub price: UnitPrice,
    /// From when on, in milliseconds since 1970 UTC.
    pub valid_from_ms: i64,
}

eventing::fact! {
    /// Somebody typed it in.
    ProductAdded, "catalog.product.added", v 1, {
        /// Its id.
        product: ProductId,
        /// All of them.
        details: ProductDetails,
    }
}

eventing::fact! {
    /// Somebody changed it.
    ProductChanged, "catalog.product.changed", v 1, {
        /// Its id.
        product: ProductId,
        /// All of them, as they are from now on.
        details: ProductDetails,
    }
}

eventing::fact! {
    /// A file named it, with something that we did not know yet.
    ProductImported, "catalog.product.imported", v 1, {
        /// Its id.
        product: ProductId,
        /// All of them, as they are from now on.
        details: ProductDetails,
        /// What it costs, where the file says so.
        price: Option<ImportedPrice>,
        /// The row's fingerprint: the same row again records nothing.
        source_row: String,
    }
}

eventing::fact! {
    /// It is not sold any more.
    ProductDeactivated, "catalog.product.deactivated", v 1, {
        /// Its id.
        product: ProductId,
    }
}

eventing::events! {
    /// What a product can record.
    pub enum ProductEvent { ProductAdded, ProductChanged, ProductImported, ProductDeactivated }
}

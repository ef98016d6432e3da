//! Products and categories on the counter.

use kernel::{Money, ProductId, Quantity};
use serde::Serialize;

/// A page of products.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ProductPage {
    /// The products, most popular first.
    pub products: Vec<ProductView>,
    /// Whether there are more.
    pub more: bool,
}

/// A product on a tile or in the search.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ProductView {
    /// The product.
    pub product: ProductId,
    /// Our code.
    pub sku: String,
    /// The name.
    pub name: String,
    /// The first barcode.
    pub barcode: Option<String>,
    /// The price of one unit in whole minor units, as the price list states it; None where none is set.
    pub price: Option<Money>,
    /// The category's icon (a lucide name).
    pub icon: Option<String>,
    /// The category's colour.
    pub colour: Option<String>,
    /// What can be sold: on hand − reserved; None where stock is not tracked.
    pub available: Option<Quantity>,
}

/// A category on the counter.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct CategoryView {
    /// The category.
    pub category: kernel::CategoryId,
    /// The name.
    pub name: String,
    /// A lucide icon name.
    pub icon: Option<String>,
    /// A colour.
    pub colour: Option<String>,
}

//! Keeping the catalog and the shelves.

use kernel::{CommandId, ProductId, Quantity, UnitPrice};

requests! {
    /// A new category.
    CreateCategory {
        /// The command.
        command: CommandId,
        /// What it is.
        details: catalog::CategoryDetails,
    }
    /// A new product, with its price.
    CreateProduct {
        /// The command.
        command: CommandId,
        /// What it is.
        details: catalog::ProductDetails,
        /// For one unit; None sets none yet.
        price: Option<UnitPrice>,
    }
    /// Other details for a product.
    ChangeProduct {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// What it is now.
        details: catalog::ProductDetails,
    }
    /// A price from a time on.
    SetPrice {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// For one unit.
        price: UnitPrice,
        /// From when, in milliseconds since 1970 UTC; None is now.
        valid_from_ms: Option<i64> = "number | null",
        /// Why.
        reason: Option<String>,
    }
    /// What happens when a product's stock would go below zero.
    SetStockPolicy {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// What happens.
        policy: inventory::StockPolicy,
    }
    /// Goods that came in.
    ReceiveStock {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// How much.
        quantity: Quantity,
        /// Where from, such as a delivery note's number.
        note: String,
    }
}

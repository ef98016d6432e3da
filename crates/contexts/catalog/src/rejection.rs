//! Why the catalog may refuse.

use kernel::{Currency, ProductId};

kernel::rejections! {
    /// Every refusal of this context.
    pub enum Rejection {
        /// The product was never added.
        "CAT-001" ProductUnknown: "there is no such product",
        /// The stream has its first fact already.
        "CAT-002" AlreadyExists: "it exists already",
        /// A text that is empty, too long or holds control characters.
        "CAT-003" TextInvalid { field: &'static str, most: usize }:
            "{field} needs 1 to {most} characters, none of them a control character",
        /// Another product has this SKU.
        "CAT-004" SkuTaken { sku: String, product: ProductId, name: String }: "SKU {sku} belongs to {name}",
        /// Another product has this barcode; a scan would not know which.
        "CAT-005" BarcodeTaken { barcode: String, product: ProductId, name: String }:
            "barcode {barcode} belongs to {name}",
        /// More barcodes than a product has in real life.
        "CAT-006" TooManyBarcodes { most: usize }: "a product has at most {most} barcodes",
        /// Below zero, or beyond the highest price.
        "CAT-007" PriceOutOfRange: "a price lies between zero and the highest price",
        /// The category, or the one above it, was never added.
        "CAT-008" CategoryUnknown: "there is no such category",
        /// A category would stand below itself.
        "CAT-009" CategoryBelowItself: "a category cannot stand below itself",
        /// A tree that nobody can walk with a thumb.
        "CAT-010" CategoryTooDeep { most: usize }: "categories nest at most {most} deep",
        /// Not a colour or an icon that a tile can show.
        "CAT-011" StyleInvalid { field: &'static str, text: String }: "{text} is not a valid {field}",
        /// Only goods in pieces have serial numbers.
        "CAT-012" SerialisedNotGoods: "only goods that are sold in pieces have serial numbers",
        /// The price list was never opened.
        "CAT-013" PriceListUnknown: "there is no such price list",
        /// The price is in another currency than its list.
        "CAT-014" CurrencyDiffers { list: Currency, price: Currency }: "the list is in {list}, the price in {price}",
    }
}

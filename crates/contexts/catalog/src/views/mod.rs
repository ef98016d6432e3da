//! What screens and scripts read of the catalog.

mod category;
mod exact;
mod for_sale;
mod invariants;
mod named;
mod price;
mod price_list;
mod product;
mod row;
mod search;
mod shelf;
mod tile;

pub use category::{CATEGORY, CategoryRow, list_ancestors, list_categories};
pub use exact::{find_by_barcode, find_by_sku, find_details, find_holders, find_product};
pub use for_sale::{ProductForSale, find_for_sale, products_for_sale};
pub use invariants::INVARIANTS;
pub use named::list_named;
pub use price::{PRICE, PriceRow, price_at, prices_at};
pub use price_list::{PRICE_LIST, PriceListRow, find_price_list, list_price_lists};
pub use product::PRODUCT;
pub use row::{AsOf, Page, ProductRow};
pub use search::search;
pub use shelf::{Listing, list_products};
pub use tile::TileRow;

#[cfg(test)]
pub(crate) use {exact::BY_CODE, search::WORDS, shelf::SHELF_LISTED, shelf::SHELF_OF_CATEGORY_LISTED};

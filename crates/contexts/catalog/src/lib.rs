//! What is sold: products, the categories they stand in, price lists and prices, and how all of it is found.

mod barcode;
pub mod category;
mod ids;
pub mod popularity;
pub mod price;
pub mod price_list;
pub mod product;
mod rejection;
mod spelling;
#[cfg(test)]
mod tests;
mod text;
mod unique;
pub mod views;

pub use barcode::normalise_barcode;
pub use category::{AddCategory, Category, CategoryCommand, CategoryDetails, ChangeCategory};
pub use ids::{POPULARITY_STREAM, category_id_for_path, price_list_id_for_name, price_stream, product_id_for_sku};
pub use popularity::{MAX_RANKED, Popularity, RankProducts};
pub use price::{Price, SetPrice};
pub use price_list::{OpenPriceList, PriceList};
pub use product::{
    AddProduct, ChangeProduct, DeactivateProduct, ImportProduct, ImportedPrice, MAX_POPULARITY, Product,
    ProductCommand, ProductDetails,
};
pub use rejection::Rejection;
pub use unique::{HeldCode, Holder, check_unique};
pub use views::{
    AsOf, CategoryRow, INVARIANTS, Listing, Page, PriceListRow, PriceRow, ProductForSale, ProductRow, TileRow,
    find_by_barcode, find_by_sku, find_details, find_for_sale, find_holders, find_price_list, find_product,
    list_ancestors, list_categories, list_named, list_price_lists, list_products, price_at, prices_at,
    products_for_sale, search,
};

/// Adds what this context owns.
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<Category>()
        .decider::<Product>()
        .decider::<Price>()
        .decider::<PriceList>()
        .decider::<Popularity>()
        .view(&views::CATEGORY)
        .view(&views::PRODUCT)
        .view(&views::PRICE)
        .view(&views::PRICE_LIST)
}

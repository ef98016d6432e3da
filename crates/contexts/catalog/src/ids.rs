//! Ids that follow from what they name, so that two registers which import one file agree.

use kernel::{CategoryId, PriceListId, ProductId, Uuid};

/// Under which the ids below are made. It never changes: they are stored for ever.
const NAMESPACE: Uuid = Uuid::from_u128(0x6d69_6e61_7370_4f53_8e63_6174_616c_6f67);

/// The one stream that ranks products by their sales.
pub const POPULARITY_STREAM: Uuid = Uuid::from_u128(0x6d69_6e61_7370_4f53_8e70_6f70_756c_6172);

fn named(kind: &str, name: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{kind}\n{name}").as_bytes())
}

/// The id of the product that is first known by this SKU. Upper and lower case are one.
pub fn product_id_for_sku(sku: &str) -> ProductId {
    ProductId(named("sku", &sku.trim().to_ascii_uppercase()))
}

/// The id of the category at this path from the root, such as `["Phones", "Android"]`.
pub fn category_id_for_path<S: AsRef<str>>(path: &[S]) -> CategoryId {
    let names: Vec<&str> = path.iter().map(|name| name.as_ref().trim()).collect();
    CategoryId(named("category", &names.join("\n")))
}

/// The id of the price list that is first known by this name.
pub fn price_list_id_for_name(name: &str) -> PriceListId {
    PriceListId(named("price_list", name.trim()))
}

/// The stream of one product's prices in one list. Such streams stay short.
pub fn price_stream(list: PriceListId, product: ProductId) -> Uuid {
    named("price", &format!("{list}\n{product}"))
}

use super::list;
use crate::{category_id_for_path, price_list_id_for_name, price_stream, product_id_for_sku};
use kernel::{PriceListId, Uuid};

#[test]
fn ids_never_change_because_they_are_stored() {
    let ids = [
        product_id_for_sku("PH-001").0,
        category_id_for_path(&["Κινητά", "Android"]).0,
        price_list_id_for_name("Λιανική").0,
        price_stream(PriceListId(Uuid::from_u128(20)), product_id_for_sku("PH-001")),
    ];
    assert_eq!(ids.map(|id| id.to_string()), GOLDEN);
}

const GOLDEN: [&str; 4] = [
    "00056493-f5b1-5806-96c2-3e1541454e5f",
    "762ff693-ff31-5717-b460-05b875793897",
    "6c7cdaa9-0cfb-578e-9c05-11b9c4fbcf5b",
    "ab851dc4-fd5e-5625-a8ba-32189f8f8586",
];

#[test]
fn a_sku_names_one_product_in_upper_and_lower_case() {
    assert_eq!(product_id_for_sku(" ph-001 "), product_id_for_sku("PH-001"));
    assert_ne!(product_id_for_sku("PH-001"), product_id_for_sku("PH-002"));
}

#[test]
fn a_path_names_one_category() {
    assert_eq!(category_id_for_path(&["A", " B"]), category_id_for_path(&["A".to_owned(), "B".to_owned()]));
    assert_ne!(category_id_for_path(&["A", "B"]), category_id_for_path(&["A B"]));
    assert_ne!(category_id_for_path(&["B"]), category_id_for_path(&["A", "B"]));
}

#[test]
fn every_list_and_product_has_a_price_stream_of_its_own() {
    let product = product_id_for_sku("A");
    assert_ne!(price_stream(list(), product), price_stream(price_list_id_for_name("B"), product));
    assert_ne!(price_stream(list(), product), price_stream(list(), product_id_for_sku("B")));
}

use super::shop_in;
use crate::api::requests::Search;
use crate::{Open, Pos};
use eventing::sqlx::query_scalar;
use std::collections::BTreeMap;
use store::Language;

const ENGLISH: &str = include_str!("../../../../contexts/catalog/demo/products.csv");
const LOCAL: [(Language, &str); 2] = [
    (Language::El, include_str!("../../../../contexts/catalog/demo/names.el.csv")),
    (Language::Ar, include_str!("../../../../contexts/catalog/demo/names.ar.csv")),
];

async fn count(pos: &Pos, sql: &'static str) -> i64 {
    query_scalar(sql).fetch_one(&mut *pos.store().reader().await.unwrap()).await.unwrap()
}

/// SKU → name.
fn names(text: &str) -> BTreeMap<String, String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (sku, name) = (column("sku"), column("name"));
    reader.records().map(Result::unwrap).map(|row| (row[sku].to_owned(), row[name].to_owned())).collect()
}

#[tokio::test]
async fn the_demo_has_people_products_stock_and_a_tree_with_icons_in_every_language() {
    for language in [Language::En, Language::El, Language::Ar] {
        let folder = tempfile::tempdir().unwrap();
        let pos = Pos::open(Open::folder(folder.path())).await.unwrap();
        pos.set_up_demo(language).await.unwrap();
        assert_eq!(pos.operators().await.unwrap().len(), crate::demo::pins(language).len());
        assert_eq!(count(&pos, "SELECT count(*) FROM catalog_product").await, 209);
        assert!(count(&pos, "SELECT count(*) FROM inventory_stock_level WHERE on_hand_milli > 0").await > 50);
        assert_eq!(count(&pos, "SELECT count(*) FROM catalog_category WHERE icon IS NOT NULL").await, 8);
        assert_eq!(count(&pos, "SELECT count(*) FROM catalog_category WHERE icon IS NULL").await, 0);
        let without_price =
            "SELECT count(*) FROM catalog_product WHERE product NOT IN (SELECT product FROM catalog_price)";
        assert_eq!(count(&pos, without_price).await, 0);
        assert!(pos.verify().await.unwrap().clean);
        assert_eq!(pos.set_up_demo(language).await.unwrap_err().refusal().code, "POS-004");
    }
}

#[tokio::test]
async fn a_local_name_is_found_without_accents_and_in_latin_letters() {
    let folder = tempfile::tempdir().unwrap();
    let pos = Pos::open(Open::folder(folder.path())).await.unwrap();
    pos.set_up_demo(Language::El).await.unwrap();
    for text in ["θηκη σιλικονης iphone 15", "thiki silikonis"] {
        let page = pos.search(Search { text: text.to_owned(), offset: 0 }).await.unwrap();
        assert!(page.products.iter().any(|product| product.name == "Θήκη σιλικόνης iPhone 15"), "{text}");
    }
}

#[test]
fn every_product_is_named_in_every_language_and_no_two_alike() {
    let english = names(ENGLISH);
    assert_eq!(english.len(), 209);
    for (language, text) in LOCAL {
        let local = names(text);
        assert!(local.keys().eq(english.keys()), "{language:?}");
        let mut alike: Vec<&String> = local.values().collect();
        alike.sort();
        alike.dedup();
        assert_eq!(alike.len(), local.len(), "{language:?}");
        // Brands stay as they are; every word that is no brand is translated.
        let translated = local.iter().filter(|(sku, name)| english[*sku] != **name).count();
        assert!(translated > 160, "{language:?}: {translated}");
    }
}

#[tokio::test]
async fn a_real_shop_does_not_become_a_demo() {
    let (_folder, pos) = shop_in("gr").await;
    assert_eq!(pos.set_up_demo(Language::En).await.unwrap_err().refusal().code, "POS-004");
}

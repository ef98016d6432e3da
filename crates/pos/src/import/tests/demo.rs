use super::shop_in;
use crate::{Open, Pos};
use eventing::sqlx::query_scalar;

async fn count(pos: &Pos, sql: &'static str) -> i64 {
    query_scalar(sql).fetch_one(&mut *pos.store().reader().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn the_demo_has_people_products_stock_and_a_tree_with_icons() {
    let folder = tempfile::tempdir().unwrap();
    let pos = Pos::open(Open::folder(folder.path())).await.unwrap();
    pos.set_up_demo(store::Language::En).await.unwrap();
    assert_eq!(pos.operators().await.unwrap().len(), crate::demo::PINS.len());
    assert!(count(&pos, "SELECT count(*) FROM catalog_product").await > 100);
    assert!(count(&pos, "SELECT count(*) FROM inventory_stock_level WHERE on_hand_milli > 0").await > 50);
    assert_eq!(count(&pos, "SELECT count(*) FROM catalog_category WHERE icon IS NULL").await, 0);
    assert!(pos.verify().await.unwrap().clean);
    assert_eq!(pos.set_up_demo(store::Language::En).await.unwrap_err().refusal().code, "POS-004");
}

#[tokio::test]
async fn a_real_shop_does_not_become_a_demo() {
    let (_folder, pos) = shop_in("gr").await;
    assert_eq!(pos.set_up_demo(store::Language::En).await.unwrap_err().refusal().code, "POS-004");
}

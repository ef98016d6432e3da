use super::file::File;
use super::{details, id, now};
use crate::popularity::{Popularity, ProductsRanked};
use crate::{MAX_RANKED, POPULARITY_STREAM, Page, ProductDetails, RankProducts, search};
use eventing::Options;
use eventing::testing::given;
use kernel::{ProductId, Uuid};

async fn order(file: &File) -> Vec<String> {
    let found = search(&mut *file.reader().await, "case", now(), Page::first(10)).await.expect("a query");
    found.into_iter().map(|row| row.sku).collect()
}

async fn rank(file: &File, sold: &[(&str, i64)]) {
    let sold = sold.iter().map(|(sku, count)| (id(sku), *count)).collect();
    file.run::<Popularity>(POPULARITY_STREAM, RankProducts { sold }).await;
}

async fn shop() -> File {
    let popular = |sku: &str, popularity| ProductDetails { popularity, ..details(sku, "Case") };
    File::with(vec![popular("A", 0), popular("B", 5), popular("C", 0)]).await
}

#[test]
fn a_ranking_names_the_best_first_and_leaves_out_what_does_not_sell() {
    let sold = vec![(id("A"), 1), (id("B"), 0), (id("C"), 7)];
    given::<Popularity>([])
        .when(RankProducts { sold })
        .then([ProductsRanked { top: vec![(id("C"), 7), (id("A"), 1)] }.into()]);
}

#[test]
fn the_same_ranking_again_records_nothing() {
    given::<Popularity>([ProductsRanked { top: vec![(id("C"), 7)] }.into()])
        .when(RankProducts { sold: vec![(id("C"), 7)] })
        .then_nothing();
}

#[test]
fn a_ranking_has_an_end() {
    let sold = (1..=2_000).map(|n| (ProductId(Uuid::from_u128(n)), 1)).collect();
    assert_eq!(given::<Popularity>([]).when(RankProducts { sold }).state().top.len(), MAX_RANKED);
}

#[tokio::test]
async fn what_sells_comes_first_and_the_older_before_the_newer() {
    let file = shop().await;
    assert_eq!(order(&file).await, ["B", "A", "C"]);
    rank(&file, &[("C", 9), ("A", 2)]).await;
    assert_eq!(order(&file).await, ["C", "B", "A"]);
    file.check_index().await.expect("the index fits its rows");
}

#[tokio::test]
async fn a_ranking_replaces_the_one_before() {
    let file = shop().await;
    rank(&file, &[("C", 9)]).await;
    rank(&file, &[("A", 9)]).await;
    assert_eq!(order(&file).await, ["A", "B", "C"]);
    file.check_index().await.expect("the index fits its rows");
}

#[tokio::test]
async fn a_change_keeps_the_rank_and_the_age() {
    let file = shop().await;
    rank(&file, &[("C", 9)]).await;
    file.change("C", details("C", "Case, blue")).await;
    file.change("A", details("A", "Case, red")).await;
    assert_eq!(order(&file).await, ["C", "B", "A"]);
    file.check_index().await.expect("the index fits its rows");
}

#[tokio::test]
async fn a_rebuild_gives_the_same_order() {
    let file = shop().await;
    rank(&file, &[("C", 9)]).await;
    rank(&file, &[("A", 9), ("C", 1)]).await;
    let live = (file.rows().await, order(&file).await);
    file.store.rebuild(&Options::default()).await.expect("rebuilds");
    assert_eq!((file.rows().await, order(&file).await), live);
    file.check_index().await.expect("the index fits its rows");
}

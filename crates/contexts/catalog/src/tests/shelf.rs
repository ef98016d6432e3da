use super::file::File;
use super::{details, now};
use crate::{
    Category, CategoryCommand, CategoryDetails, ChangeCategory, Listing, Page, ProductDetails, TileRow, list_ancestors,
    list_categories, list_products,
};
use kernel::CategoryId;

fn on(category: CategoryId, sku: &str, popularity: i64) -> ProductDetails {
    ProductDetails { category: Some(category), popularity, ..details(sku, sku) }
}

async fn page(file: &File, category: Option<CategoryId>, listing: Listing, page: Page) -> Vec<String> {
    let rows = list_products(&mut *file.reader().await, category, listing, now(), page).await.expect("a query");
    rows.into_iter().map(|row| row.sku).collect()
}

#[tokio::test]
async fn a_shelf_holds_its_category_and_all_below_it() {
    let file = File::new().await;
    let phones = file.category(&["Κινητά"], 1).await;
    let android = file.category(&["Κινητά", "Android"], 1).await;
    let samsung = file.category(&["Κινητά", "Android", "Samsung"], 1).await;
    let cables = file.category(&["Καλώδια"], 2).await;
    let products = vec![on(phones, "P", 1), on(android, "A", 9), on(samsung, "S", 5), on(cables, "C", 7)];
    file.import(products).await;
    let first = Page::first(50);
    assert_eq!(page(&file, Some(phones), Listing::Tiles, first).await, ["A", "S", "P"]);
    assert_eq!(page(&file, Some(android), Listing::Tiles, first).await, ["A", "S"]);
    assert_eq!(page(&file, None, Listing::Tiles, first).await, ["A", "C", "S", "P"]);
    assert_eq!(page(&file, Some(phones), Listing::Tiles, Page::new(1, 1)).await, ["S"]);
}

#[tokio::test]
async fn tiles_show_what_is_on_sale_and_listed() {
    let file = File::new().await;
    let phones = file.category(&["Κινητά"], 1).await;
    let unlisted = ProductDetails { listed: false, ..on(phones, "U", 9) };
    file.import(vec![unlisted, on(phones, "A", 5), on(phones, "B", 1)]).await;
    file.deactivate("A").await;
    for category in [Some(phones), None] {
        assert_eq!(page(&file, category, Listing::Tiles, Page::first(50)).await, ["B"]);
        assert_eq!(page(&file, category, Listing::Everything, Page::first(50)).await, ["U", "A", "B"]);
    }
}

#[tokio::test]
async fn the_tree_is_listed_from_its_roots_by_sort_order() {
    let file = File::new().await;
    file.category(&["Καλώδια"], 2).await;
    file.category(&["Κινητά"], 1).await;
    file.category(&["Κινητά", "iPhone"], 2).await;
    file.category(&["Κινητά", "Android"], 1).await;
    let rows = list_categories(&mut *file.reader().await).await.expect("a query");
    let shown: Vec<(u32, String)> = rows.into_iter().map(|row| (row.depth, row.path.join(" > "))).collect();
    let expected = [(0, "Κινητά"), (1, "Κινητά > Android"), (1, "Κινητά > iPhone"), (0, "Καλώδια")];
    assert_eq!(shown, expected.map(|(depth, path)| (depth, path.to_owned())));
}

#[tokio::test]
async fn ancestors_begin_with_the_category_itself() {
    let file = File::new().await;
    let phones = file.category(&["Κινητά"], 1).await;
    let android = file.category(&["Κινητά", "Android"], 1).await;
    let mut reader = file.reader().await;
    assert_eq!(list_ancestors(&mut reader, android).await.expect("a query"), [android, phones]);
    let unknown = crate::category_id_for_path(&["Άγνωστο"]);
    assert_eq!(list_ancestors(&mut reader, unknown).await.expect("a query"), []);
}

async fn change(file: &File, category: CategoryId, above: &[CategoryId], icon: Option<&str>) {
    let parent = above.first().copied();
    let (name, icon, colour) = ("Κινητά".to_owned(), icon.map(str::to_owned), icon.map(|_| "#2563eb".to_owned()));
    let details = CategoryDetails { parent, name, sort_order: 1, icon, colour };
    let change = ChangeCategory { category, details, above: above.to_vec() };
    file.run::<Category>(category.0, CategoryCommand::Change(change)).await;
}

async fn looks(file: &File) -> Vec<(String, Option<String>, Option<String>)> {
    let mut reader = file.reader().await;
    let rows = list_products(&mut reader, None, Listing::Tiles, now(), Page::first(9)).await.expect("a query");
    let look = |row: TileRow| (row.sku, row.icon, row.colour);
    rows.into_iter().map(look).collect()
}

fn looking(sku: &str, icon: Option<&str>) -> (String, Option<String>, Option<String>) {
    (sku.to_owned(), icon.map(str::to_owned), icon.map(|_| "#2563eb".to_owned()))
}

#[tokio::test]
async fn a_product_looks_like_its_category_or_the_nearest_above_it_that_has_a_look() {
    let file = File::new().await;
    let phones = file.category(&["Κινητά"], 1).await;
    let android = file.category(&["Κινητά", "Android"], 1).await;
    let samsung = file.category(&["Κινητά", "Android", "Samsung"], 1).await;
    file.import(vec![on(phones, "P", 9), on(samsung, "S", 5), details("N", "N")]).await;
    assert_eq!(looks(&file).await, [looking("P", None), looking("S", None), looking("N", None)]);

    change(&file, phones, &[], Some("smartphone")).await;
    let expected = [looking("P", Some("smartphone")), looking("S", Some("smartphone")), looking("N", None)];
    assert_eq!(looks(&file).await, expected);

    change(&file, android, &[phones], Some("bot")).await;
    assert_eq!(looks(&file).await[1], looking("S", Some("bot")));
    change(&file, android, &[phones], None).await;
    assert_eq!(looks(&file).await[1], looking("S", Some("smartphone")));
}

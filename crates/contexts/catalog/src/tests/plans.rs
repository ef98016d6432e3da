//! Query plans over a large catalog: what the counter asks at every key press never walks a table.

use super::file::File;
use super::{details, now};
use crate::views::{BY_CODE, SHELF_LISTED, SHELF_OF_CATEGORY_LISTED, WORDS};
use crate::{Page, ProductDetails, find_product, search};
use sqlx::Row;

const PRODUCTS: usize = 20_000;
const PER_COMMIT: usize = 4_000;

fn product(number: usize) -> ProductDetails {
    let kinds = ["Θήκη", "Φορτιστής", "Καλώδιο", "Ακουστικά", "Οθόνη"];
    let brands = ["Apple", "Samsung", "Xiaomi", "Google", "Sony", "Nokia", "HONOR"];
    let name = format!("{} {} μοντέλο {number}", kinds[number % kinds.len()], brands[number % brands.len()]);
    let popularity = i64::try_from(number * 7_919 % 500).expect("small");
    let category = Some(crate::category_id_for_path(&[kinds[number % kinds.len()]]));
    let barcodes = vec![format!("{}", 2_900_000_000_000_u64 + number as u64)];
    ProductDetails { barcodes, category, popularity, ..details(&format!("SKU-{number:06}"), &name) }
}

async fn large() -> File {
    let file = File::new().await;
    for start in (0..PRODUCTS).step_by(PER_COMMIT) {
        file.import_priced((start..start + PER_COMMIT).map(|n| (product(n), Some(990))).collect()).await;
    }
    file
}

/// What SQLite does for a query with up to ten parameters, step by step.
async fn plan(file: &File, sql: &'static str) -> Vec<String> {
    let explained = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
    let mut query = sqlx::query(explained);
    for _ in 0..sql.matches('?').count().min(10) {
        query = query.bind("1");
    }
    let rows = query.fetch_all(&mut *file.reader().await).await.expect("a plan");
    rows.iter().map(|row| row.get(3)).collect()
}

#[track_caller]
fn assert_steps(plan: &[String], expected: &[&str]) {
    for step in expected {
        assert!(plan.iter().any(|found| found.contains(step)), "{step} is not in {plan:#?}");
    }
}

#[tokio::test]
async fn a_large_catalog_is_searched_by_its_indexes() {
    let file = large().await;

    let words = plan(&file, WORDS).await;
    assert_steps(&words, &["catalog_search VIRTUAL TABLE", "p USING INTEGER PRIMARY KEY", "c USING PRIMARY KEY"]);
    assert!(!words.iter().any(|step| step.contains("ORDER BY")), "the index has the order: {words:#?}");

    let code = plan(&file, BY_CODE).await;
    assert_steps(
        &code,
        &["catalog_barcode USING PRIMARY KEY (barcode>? AND barcode<?)", "catalog_product_sku", "p USING"],
    );
    assert!(!code.iter().any(|step| step.starts_with("SCAN catalog") || step.starts_with("SCAN p")), "{code:#?}");

    let shelf = plan(&file, SHELF_LISTED).await;
    let sorts = shelf.iter().filter(|step| step.contains("ORDER BY")).count();
    assert_eq!(sorts, 1, "only the page itself is sorted, for all rows lie in order: {shelf:#?}");
    let category = plan(&file, SHELF_OF_CATEGORY_LISTED).await;
    assert_steps(&category, &["COVERING INDEX catalog_product_shelf (category=?)"]);

    let mut reader = file.reader().await;
    let found = search(&mut reader, "φορτ sam", now(), Page::first(50)).await.expect("a query");
    assert_eq!(found.len(), 50);
    let scores: Vec<usize> = found.iter().map(|row| row.sku[4..].parse::<usize>().expect("a number")).collect();
    assert!(scores.windows(2).all(|pair| pair[0] * 7_919 % 500 >= pair[1] * 7_919 % 500), "the popular come first");
    let one = search(&mut reader, "SKU-012345", now(), Page::first(50)).await.expect("a query");
    assert_eq!(one[0].sku, "SKU-012345");
    assert!(find_product(&mut reader, one[0].product, now()).await.expect("a query").is_some());
    drop(reader);
    file.check_index().await.expect("the index fits its rows");
}

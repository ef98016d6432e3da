use super::{MONDAY_MS, file, fixture, import, import_good, shop_in};
use crate::import::{BadRows, Effect, ImportCatalog, Position, Watch};
use crate::{Error, Pos};
use catalog::{AsOf, CategoryRow, ProductRow};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

async fn product(pos: &Pos, sku: &str) -> Option<ProductRow> {
    let as_of = AsOf { list: pos.shop().unwrap().price_list, at_ms: MONDAY_MS };
    catalog::find_by_sku(&mut pos.store().reader().await.unwrap(), sku, as_of).await.unwrap()
}

async fn categories(pos: &Pos) -> Vec<CategoryRow> {
    catalog::list_categories(&mut pos.store().reader().await.unwrap()).await.unwrap()
}

fn code(error: &Error) -> String {
    error.refusal().code
}

/// Many rows under the shortest header.
fn many(rows: std::ops::Range<u32>) -> String {
    let lines = rows.map(|sku| format!("{sku},Product {sku},{},2400,A > B{}\n", sku + 1, sku % 7));
    format!("sku,name,price_minor,tax_rate_bp,category_path\n{}", lines.collect::<Vec<_>>().concat())
}

#[tokio::test]
async fn a_catalog_goes_in_with_its_categories_prices_and_tax_groups() {
    let (_folder, pos) = shop_in("gr").await;
    let report = import_good(&pos, &fixture("catalog.csv")).await;
    assert_eq!((report.tally.rows, report.tally.added, report.tally.bad), (40, 40, 0));

    let phone = product(&pos, "1001").await.unwrap();
    assert_eq!(
        (phone.name.as_str(), phone.price_minor, phone.tax_group.as_str()),
        ("Aster A5 128 GB μαύρο", Some(24_900), "standard")
    );
    assert_eq!(product(&pos, "5001").await.unwrap().tax_group, "super_reduced");
    assert_eq!(product(&pos, "7003").await.unwrap().category, None);

    let tree = categories(&pos).await;
    assert_eq!(tree.len() as u64, report.tally.categories);
    let aster = tree.iter().find(|row| row.path == ["Τηλέφωνα", "Κινητά", "Aster"]).unwrap();
    assert_eq!((phone.category, aster.depth), (Some(aster.category), 2));
    assert!(pos.verify().await.unwrap().clean);
}

#[tokio::test]
async fn the_same_file_again_records_nothing() {
    let (_folder, pos) = shop_in("gr").await;
    import_good(&pos, &fixture("catalog.csv")).await;
    let before = pos.store().head().await;
    let again = import_good(&pos, &fixture("catalog.csv")).await;
    assert_eq!((again.tally.unchanged, again.tally.added, again.tally.changed, again.tally.categories), (40, 0, 0, 0));
    assert_eq!(pos.store().head().await, before);
}

#[tokio::test]
async fn a_row_that_says_something_new_changes_its_product_alone() {
    let (_folder, pos) = shop_in("gr").await;
    let (_f, first) = file(b"sku,name,price_minor,tax_rate_bp\nA1,One,100,2400\n2,Two,200,2400\n");
    let (_g, second) = file(b"sku,name,price_minor,tax_rate_bp\na1,One,90,2400\n2,Two,200,2400\n");
    import_good(&pos, &first).await;
    let report = import_good(&pos, &second).await;
    assert_eq!((report.tally.changed, report.tally.unchanged), (1, 1));
    assert_eq!(product(&pos, "A1").await.unwrap().price_minor, Some(90));
}

#[tokio::test]
async fn bad_rows_are_told_and_the_others_go_in() {
    let (_folder, pos) = shop_in("gr").await;
    let rows = b"sku,name,price_minor,tax_rate_bp,barcode,serialised,kind\n\
        1,One,100,2400,111,,\n2,Two,cheap,2400,222,,\n3,Three,100,1700,333,,\n4,Four,100,2400,111,,\n\
        1,One again,100,2400,,,\n5,Five,100,2400,,1,service\n6,Six,100,2400,666,,\n";
    let (_f, path) = file(rows);
    let report = import_good(&pos, &path).await;
    assert_eq!((report.tally.rows, report.tally.added, report.tally.bad), (7, 2, 5));
    let told: Vec<_> = report.tally.errors.iter().map(|e| (e.line, e.column.as_str(), e.code.as_str())).collect();
    let expected = [
        (3, "price_minor", "IMP-023"),
        (4, "tax_rate_bp", "IMP-027"),
        (5, "barcode", "IMP-026"),
        (6, "sku", "IMP-026"),
        (7, "serialised", "CAT-012"),
    ];
    assert_eq!(told, expected);
    assert!(product(&pos, "6").await.is_some() && product(&pos, "4").await.is_none());
}

#[tokio::test]
async fn a_barcode_of_another_product_is_refused() {
    let (_folder, pos) = shop_in("gr").await;
    let (_f, first) = file(b"sku,name,price_minor,tax_rate_bp,barcode\n1,One,100,2400,4711\n");
    let (_g, second) = file(b"sku,name,price_minor,tax_rate_bp,barcode\n2,Two,100,2400,4711\n3,Three,100,2400,\n");
    import_good(&pos, &first).await;
    let report = import_good(&pos, &second).await;
    let error = &report.tally.errors[0];
    assert_eq!((error.line, error.column.as_str(), error.code.as_str()), (2, "barcode", "CAT-005"));
    assert_eq!(report.tally.added, 1);
}

#[tokio::test]
async fn a_strict_import_takes_all_or_nothing() {
    let (_folder, pos) = shop_in("gr").await;
    let before = pos.store().head().await;
    let (_f, bad) = file(format!("{}x,Bad,free,2400,A\n", many(0..1_500)).as_bytes());
    let error = import(&pos, &bad, BadRows::RefuseAll, Effect::Write).await.unwrap_err();
    assert_eq!(code(&error), "IMP-006");
    assert_eq!(error.refusal().params["errors"][0]["line"], 1_502);
    assert_eq!(pos.store().head().await, before);

    let (_g, good) = file(many(0..5_000).as_bytes());
    let report = import(&pos, &good, BadRows::RefuseAll, Effect::Write).await.unwrap();
    assert_eq!(report.tally.added, 5_000);
    let after = pos.store().head().await;
    assert_eq!((after.commit_no - before.commit_no, after.seq - before.seq), (1, 5_008));
    assert!(pos.verify().await.unwrap().clean);
}

#[tokio::test]
async fn a_strict_import_is_refused_for_what_the_catalog_holds() {
    let (_folder, pos) = shop_in("gr").await;
    let (_f, first) = file(b"sku,name,price_minor,tax_rate_bp,barcode\n1,One,100,2400,4711\n");
    let (_g, second) = file(b"sku,name,price_minor,tax_rate_bp,barcode\n2,Two,100,2400,4711\n3,Three,100,2400,\n");
    import_good(&pos, &first).await;
    let before = pos.store().head().await;
    let error = import(&pos, &second, BadRows::RefuseAll, Effect::Write).await.unwrap_err();
    assert_eq!(code(&error), "IMP-006");
    assert_eq!(pos.store().head().await, before);
}

#[tokio::test]
async fn a_dry_run_tells_everything_and_writes_nothing() {
    let (_folder, pos) = shop_in("gr").await;
    let before = pos.store().head().await;
    let report = import(&pos, &fixture("catalog.csv"), BadRows::LeaveOut, Effect::DryRun).await.unwrap();
    assert!(report.dry_run);
    assert_eq!((report.tally.added, report.tally.bad), (40, 0));
    assert_eq!(pos.store().head().await, before);
    assert!(product(&pos, "1001").await.is_none());
}

#[tokio::test]
async fn a_stopped_import_goes_on_when_it_is_repeated() {
    let (_folder, pos) = shop_in("gr").await;
    let (_f, path) = file(many(0..7_500).as_bytes());
    let stop = AtomicBool::new(false);
    let told: Mutex<Vec<Position>> = Mutex::default();
    let progress = |position| {
        told.lock().unwrap().push(position);
        stop.store(true, Ordering::Relaxed);
    };
    let import = ImportCatalog { file: &path, bad_rows: BadRows::LeaveOut, effect: Effect::Write };
    let error = pos.import_catalog(import, Watch { progress: &progress, stop: &stop }).await.unwrap_err();
    assert_eq!(code(&error), "IMP-007");
    assert_eq!(*told.lock().unwrap(), [Position { done: 5_000, total: 7_500, bad: 0 }]);

    let report = import_good(&pos, &path).await;
    assert_eq!((report.tally.unchanged, report.tally.added, report.tally.categories), (5_000, 2_500, 0));
}

#[tokio::test]
async fn a_file_that_ends_early_leaves_nothing_behind() {
    let (_folder, pos) = shop_in("gr").await;
    let packed = super::gzip(many(0..6_000).as_bytes());
    let (_f, path) = file(&packed[..packed.len() - 9]);
    let before = pos.store().head().await;
    let error = import(&pos, &path, BadRows::LeaveOut, Effect::Write).await.unwrap_err();
    assert_eq!(code(&error), "IMP-005");
    assert_eq!(pos.store().head().await, before);
}

#[tokio::test]
async fn a_file_without_a_good_row_is_refused() {
    let (_folder, pos) = shop_in("gr").await;
    let (_f, path) = file(b"sku,name,price_minor,tax_rate_bp\n1,One,1.00,2400\n");
    let error = import(&pos, &path, BadRows::LeaveOut, Effect::Write).await.unwrap_err();
    assert_eq!(code(&error), "IMP-006");
    let (_g, empty) = file(b"sku,name,price_minor,tax_rate_bp\n");
    let error = import(&pos, &empty, BadRows::LeaveOut, Effect::Write).await.unwrap_err();
    assert_eq!(code(&error), "IMP-002");
}

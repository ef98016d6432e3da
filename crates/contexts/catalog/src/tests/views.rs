use super::file::File;
use super::{details, euro, id, list, now, with_barcodes};
use crate::{
    AsOf, OpenPriceList, Price, PriceList, PriceRow, ProductDetails, SetPrice, find_by_barcode, find_by_sku,
    find_details, find_for_sale, find_price_list, find_product, list_price_lists, price_at, price_stream, prices_at,
    products_for_sale,
};
use contracts::ProductKind;
use eventing::Options;
use kernel::{Currency, Unit, UnitPrice};

async fn set_price(file: &File, sku: &str, minor: i64, valid_from_ms: i64) {
    let command = SetPrice { list: list(), product: id(sku), price: euro(minor), valid_from_ms, reason: None };
    file.run::<Price>(price_stream(list(), id(sku)), command).await;
}

async fn minor_at(file: &File, sku: &str, at_ms: i64) -> Option<i64> {
    let as_of = AsOf { list: list(), at_ms };
    let price = price_at(&mut *file.reader().await, id(sku), as_of).await.expect("a query");
    price.map(|row| row.price.rounded().minor)
}

#[tokio::test]
async fn a_scanned_upc_a_finds_the_ean_13_and_the_other_way_round() {
    let file = File::with(vec![with_barcodes(details("A1", "Θήκη"), &["036000291452"])]).await;
    let mut reader = file.reader().await;
    for code in ["036000291452", "0036000291452", " 036000291452 "] {
        let found = find_by_barcode(&mut reader, code, now()).await.expect("a query");
        assert_eq!(found.map(|row| row.product), Some(id("A1")), "{code}");
    }
    for code in ["036000291453", "", "A1", "0360002914"] {
        assert_eq!(find_by_barcode(&mut reader, code, now()).await.expect("a query"), None, "{code}");
    }
}

#[tokio::test]
async fn a_product_is_found_by_any_of_its_barcodes_and_shown_with_the_first() {
    let file = File::with(vec![with_barcodes(details("A1", "Θήκη"), &["X1", "X2"])]).await;
    let found = find_by_barcode(&mut *file.reader().await, "X2", now()).await.expect("a query");
    assert_eq!(found.and_then(|row| row.barcode).as_deref(), Some("X1"));
}

#[tokio::test]
async fn a_barcode_that_was_taken_off_names_nothing_any_more() {
    let file = File::with(vec![with_barcodes(details("A1", "Θήκη"), &["X1", "X2"])]).await;
    file.change("A1", with_barcodes(details("A1", "Θήκη"), &["X2"])).await;
    let mut reader = file.reader().await;
    assert_eq!(find_by_barcode(&mut reader, "X1", now()).await.expect("a query"), None);
    assert!(find_by_barcode(&mut reader, "X2", now()).await.expect("a query").is_some());
}

#[tokio::test]
async fn a_row_that_stands_twice_in_one_commit_counts_once_with_what_it_said_last() {
    let file = File::new().await;
    let first = with_barcodes(details("A1", "Πρώτο"), &["X1"]);
    let last = with_barcodes(ProductDetails { popularity: 4, ..details("A1", "Τελευταίο") }, &["X2"]);
    file.import_priced(vec![(first, Some(100)), (details("B1", "Άλλο"), None), (last, Some(200))]).await;
    let mut reader = file.reader().await;
    assert_eq!(find_by_barcode(&mut reader, "X1", now()).await.expect("a query"), None);
    let row = find_by_barcode(&mut reader, "X2", now()).await.expect("a query").expect("a product");
    assert_eq!((row.name.as_str(), row.price_minor), ("Τελευταίο", Some(200)));
    drop(reader);
    file.check_index().await.expect("the index fits its rows");
}

#[tokio::test]
async fn a_sku_is_found_in_upper_and_lower_case() {
    let file = File::with(vec![details("Ph-001", "Θήκη")]).await;
    let mut reader = file.reader().await;
    assert!(find_by_sku(&mut reader, "PH-001", now()).await.expect("a query").is_some());
    assert!(find_by_sku(&mut reader, "ph-001 ", now()).await.expect("a query").is_some());
    assert_eq!(find_by_sku(&mut reader, "PH-00", now()).await.expect("a query"), None);
}

#[tokio::test]
async fn everything_that_is_said_of_a_product_comes_back() {
    let all = ProductDetails {
        barcodes: vec!["X1".into(), "X2".into()],
        kind: ProductKind::Service,
        tax_group: "reduced".into(),
        unit: Unit::Hour,
        category: Some(crate::category_id_for_path(&["Επισκευές"])),
        discountable: false,
        image: Some("a.png".into()),
        listed: false,
        brand: Some("Minas".into()),
        package_size: Some("1 h".into()),
        popularity: 7,
        ..details("R1", "Επισκευή")
    };
    let file = File::with(vec![all.clone()]).await;
    let mut reader = file.reader().await;
    assert_eq!(find_details(&mut reader, id("R1")).await.expect("a query"), Some(all.clone()));
    let row = find_product(&mut reader, id("R1"), now()).await.expect("a query").expect("a product");
    assert_eq!((row.kind, row.unit, row.category), (all.kind, all.unit, all.category));
    assert_eq!((row.discountable, row.active, row.listed, row.serialised), (false, true, false, false));
    assert_eq!((row.brand, row.package_size, row.image), (all.brand, all.package_size, all.image));
    assert_eq!(find_details(&mut reader, id("R2")).await.expect("a query"), None);
}

#[tokio::test]
async fn a_price_holds_from_its_time_until_the_next() {
    let file = File::new().await;
    file.import_priced(vec![(details("A1", "Θήκη"), Some(1_000))]).await;
    set_price(&file, "A1", 900, 500).await;
    set_price(&file, "A1", 1_100, 800).await;
    assert_eq!(minor_at(&file, "A1", -1).await, None);
    assert_eq!(minor_at(&file, "A1", 499).await, Some(1_000));
    assert_eq!(minor_at(&file, "A1", 500).await, Some(900));
    assert_eq!(minor_at(&file, "A1", 900).await, Some(1_100));
}

#[tokio::test]
async fn of_two_prices_for_one_time_the_later_fact_holds() {
    let file = File::new().await;
    file.import_priced(vec![(details("A1", "Θήκη"), Some(1_000))]).await;
    set_price(&file, "A1", 900, 0).await;
    assert_eq!(minor_at(&file, "A1", 1).await, Some(900));
    file.import_priced(vec![(details("A1", "Θήκη μαύρη"), Some(800))]).await;
    assert_eq!(minor_at(&file, "A1", 1).await, Some(800));
}

#[tokio::test]
async fn a_price_carries_the_position_of_its_fact() {
    let file = File::new().await;
    file.import_priced(vec![(details("A1", "Θήκη"), Some(1_000)), (details("B1", "Γυαλί"), Some(500))]).await;
    set_price(&file, "A1", 900, 5).await;
    let mut reader = file.reader().await;
    let prices = prices_at(&mut reader, &[id("B1"), id("A1"), id("Z1")], now()).await.expect("a query");
    let row = |minor, version| PriceRow { price: euro(minor), version };
    assert_eq!(prices, [(id("B1"), row(500, 2)), (id("A1"), row(900, 3))]);
}

#[tokio::test]
async fn a_cart_gets_what_it_needs_in_one_query() {
    let file = File::new().await;
    let barcoded = with_barcodes(details("A1", "Θήκη"), &["036000291452"]);
    file.import_priced(vec![(barcoded, Some(1_000)), (details("B1", "Γυαλί"), None)]).await;
    let mut reader = file.reader().await;
    let wanted = [id("A1"), id("B1"), id("Z1")];
    let found = products_for_sale(&mut reader, list(), &wanted, now().at_ms).await.expect("a query");
    let prices: Vec<_> = found.iter().map(|p| (p.sku.as_str(), p.price.map(|row| row.price))).collect();
    assert_eq!(prices, [("A1", Some(euro(1_000))), ("B1", None)]);
    for code in ["036000291452", "a1"] {
        let scanned = find_for_sale(&mut reader, list(), code, now().at_ms).await.expect("a query");
        assert_eq!(scanned.map(|product| product.product), Some(id("A1")), "{code}");
    }
    assert_eq!(find_for_sale(&mut reader, list(), "nothing", now().at_ms).await.expect("a query"), None);
}

#[tokio::test]
async fn a_product_off_sale_is_still_named_by_its_code() {
    let file = File::with(vec![with_barcodes(details("A1", "Θήκη"), &["X1"])]).await;
    file.deactivate("A1").await;
    let scanned = find_for_sale(&mut *file.reader().await, list(), "X1", now().at_ms).await.expect("a query");
    assert_eq!(scanned.map(|product| product.active), Some(false));
}

#[tokio::test]
async fn a_fraction_of_a_cent_is_rounded_on_the_tile_only() {
    let file = File::with(vec![details("F1", "Καύσιμο")]).await;
    let price = UnitPrice::new(211_900, Currency::EUR);
    let command = SetPrice { list: list(), product: id("F1"), price, valid_from_ms: 0, reason: None };
    file.run::<Price>(price_stream(list(), id("F1")), command).await;
    let row = find_product(&mut *file.reader().await, id("F1"), now()).await.expect("a query").expect("a product");
    assert_eq!((row.price, row.price_minor, row.price_version), (Some(price), Some(212), Some(2)));
}

#[tokio::test]
async fn a_price_list_is_found_as_it_was_opened() {
    let file = File::new().await;
    let command =
        OpenPriceList { list: list(), name: "Λιανική".into(), currency: Currency::CAD, tax_included: false };
    file.run::<PriceList>(list().0, command).await;
    let mut reader = file.reader().await;
    let found = find_price_list(&mut reader, list()).await.expect("a query").expect("a list");
    assert_eq!((found.currency, found.tax_included, found.name.as_str()), (Currency::CAD, false, "Λιανική"));
    assert_eq!(list_price_lists(&mut reader).await.expect("a query"), [found]);
}

/// Every table and index.
async fn schema(file: &File) -> Vec<String> {
    let rows = sqlx::query("SELECT type || ' ' || name FROM sqlite_master ORDER BY 1");
    let rows = rows.fetch_all(&mut *file.reader().await).await.expect("a query");
    rows.iter().map(|row| sqlx::Row::get(row, 0)).collect()
}

#[tokio::test]
async fn a_rebuild_gives_equal_rows() {
    let file = File::new().await;
    let phones = file.category(&["Κινητά"], 1).await;
    let phone = ProductDetails { category: Some(phones), serialised: true, ..details("P1", "iPhone 15") };
    file.import_priced(vec![(phone, Some(80_000)), (with_barcodes(details("A1", "Θήκη"), &["X1"]), None)]).await;
    set_price(&file, "A1", 900, 0).await;
    file.change("A1", with_barcodes(ProductDetails { popularity: 3, ..details("A2", "Κάλυμμα") }, &["X2"])).await;
    file.deactivate("P1").await;
    let (live, schema) = (file.rows().await, schema(&file).await);
    file.store.rebuild(&Options::default()).await.expect("rebuilds");
    assert_eq!(file.rows().await, live);
    assert_eq!(self::schema(&file).await, schema, "what is left out meanwhile comes back");
    file.check_index().await.expect("the index fits its rows");
}

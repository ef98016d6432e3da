use super::file::File;
use super::{details, id, with_barcodes};
use crate::INVARIANTS;

async fn shop() -> File {
    let file = File::new().await;
    let case = with_barcodes(details("A1", "Θήκη"), &["X1", "X2"]);
    file.import_priced(vec![(case, Some(990)), (details("B1", "Γυαλί"), Some(490))]).await;
    file.change("A1", with_barcodes(details("A1", "Θήκη μαύρη"), &["X2"])).await;
    file.deactivate("B1").await;
    file
}

async fn bent(sql: &'static str) -> Vec<String> {
    let file = shop().await;
    let mut txn = file.begin().await;
    let connection = txn.connection().await.expect("a connection");
    sqlx::query(sql).execute(connection).await.expect("bends");
    txn.commit(&()).await.expect("commits");
    offences(&file).await
}

async fn offences(file: &File) -> Vec<String> {
    let mut reader = file.reader().await;
    let mut found = Vec::new();
    for invariant in INVARIANTS {
        let rows = sqlx::query_scalar::<_, String>(invariant.sql).fetch_all(&mut *reader).await;
        found.extend(rows.expect(invariant.name));
    }
    found
}

#[tokio::test]
async fn a_file_that_nobody_bent_holds() {
    assert_eq!(offences(&shop().await).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_bent_product_is_named() {
    let named = [format!("product {}", id("A1"))];
    assert_eq!(bent("UPDATE catalog_product SET tax_group = 'zero' WHERE sku = 'A1'").await, named);
    assert_eq!(bent("UPDATE catalog_product SET active = 0 WHERE sku = 'A1'").await, named);
}

#[tokio::test]
async fn a_product_that_is_on_sale_again_by_itself_is_named() {
    let named = [format!("product {}", id("B1"))];
    assert_eq!(bent("UPDATE catalog_product SET active = 1 WHERE sku = 'B1'").await, named);
}

#[tokio::test]
async fn a_bent_barcode_is_named() {
    assert_eq!(bent("UPDATE catalog_barcode SET barcode = 'X9'").await, ["barcode X2", "barcode X9"]);
    assert_eq!(bent("DELETE FROM catalog_barcode").await, ["barcode X2"]);
}

#[tokio::test]
async fn a_bent_price_is_named() {
    let named = [format!("price of product {}", id("B1"))];
    let bend = "UPDATE catalog_price SET price_milli_minor = 1 WHERE price_milli_minor = 490000";
    assert_eq!(bent(bend).await, named);
}

#[tokio::test]
async fn a_product_that_the_search_lost_is_named() {
    let bend = "INSERT INTO catalog_search (catalog_search, rowid, search) \
        SELECT 'delete', place, search FROM catalog_product WHERE sku = 'A1'";
    assert_eq!(bent(bend).await, [format!("search entry {}", id("A1"))]);
}

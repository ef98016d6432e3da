use super::file::File;
use super::{details, id, with_barcodes};
use crate::{HeldCode, Holder, Rejection, check_unique, find_holders};

fn holder(sku: &str, code: HeldCode) -> Holder {
    Holder { product: id(sku), name: "Θήκη".into(), code }
}

#[test]
fn a_sku_belongs_to_one_product() {
    let holders = [holder("A1", HeldCode::Sku("A1".into()))];
    assert_eq!(
        check_unique(id("B1"), &details("a1", "Καλώδιο"), &holders),
        Err(Rejection::SkuTaken { sku: "a1".into(), product: id("A1"), name: "Θήκη".into() })
    );
}

#[test]
fn a_barcode_belongs_to_one_product() {
    let holders = [holder("A1", HeldCode::Barcode("5901234123457".into()))];
    let wanted = with_barcodes(details("B1", "Καλώδιο"), &["5901234123457"]);
    assert_eq!(
        check_unique(id("B1"), &wanted, &holders),
        Err(Rejection::BarcodeTaken { barcode: "5901234123457".into(), product: id("A1"), name: "Θήκη".into() })
    );
}

#[test]
fn a_product_may_keep_its_own_codes() {
    let own = [holder("A1", HeldCode::Sku("A1".into())), holder("A1", HeldCode::Barcode("X".into()))];
    assert_eq!(check_unique(id("A1"), &with_barcodes(details("A1", "Θήκη"), &["X"]), &own), Ok(()));
}

#[tokio::test]
async fn holders_are_found_by_any_of_their_codes_even_off_sale() {
    let file = File::with(vec![
        with_barcodes(details("A1", "Θήκη"), &["036000291452", "SHELF-7"]),
        details("B1", "Καλώδιο"),
        details("C1", "Φορτιστής"),
    ])
    .await;
    file.deactivate("A1").await;
    let (skus, barcodes) = (["b1".to_owned(), "Z9".to_owned()], ["0036000291452".to_owned()]);
    let found = find_holders(&mut *file.reader().await, &skus, &barcodes).await.expect("a query");
    let cable = Holder { product: id("B1"), name: "Καλώδιο".into(), code: HeldCode::Sku("B1".into()) };
    assert_eq!(found, [cable, holder("A1", HeldCode::Barcode("0036000291452".into()))]);
}

#[tokio::test]
async fn a_code_that_a_product_gave_up_is_free() {
    let file = File::with(vec![with_barcodes(details("A1", "Θήκη"), &["X"])]).await;
    file.change("A1", with_barcodes(details("A2", "Θήκη"), &["Y"])).await;
    let found = find_holders(&mut *file.reader().await, &["A1".into()], &["X".into()]).await.expect("a query");
    assert_eq!(found, []);
}

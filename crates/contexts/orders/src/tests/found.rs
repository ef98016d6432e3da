//! Orders are found again by what was on them.

use super::views::{SECOND, SHIFT, Till};
use super::*;
use crate::views::{last_confirmed_in_shift, list_noted, list_that_sold, sum_taxes};
use crate::{NoteLine, NoteOrder};
use kernel::LineNumber;

#[tokio::test]
async fn paid_orders_are_found_by_a_product_newest_first() {
    let till = Till::open().await;
    till.sell(ORDER).await;
    till.fill(SECOND).await;
    till.place(SECOND).await;
    let found = async |products: &[ProductId]| list_that_sold(&mut *till.read().await, products, 9).await.unwrap();
    assert_eq!(found(&[CASE]).await, [ORDER], "what is not paid has no receipt");
    till.pay(SECOND).await;
    assert_eq!(found(&[CASE, CABLE]).await, [SECOND, ORDER], "each once, whatever of it was sold");
    assert_eq!(found(&[ProductId(Uuid::nil())]).await, []);
    assert_eq!(last_confirmed_in_shift(&mut *till.read().await, SHIFT).await.unwrap(), Some(SECOND));
}

#[tokio::test]
async fn orders_are_found_by_their_notes_whatever_the_case_and_accents() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    let line = NoteLine { line: LineNumber(1), note: Some("Για τη Σοφία".to_owned()) };
    till.ask(ORDER, [line.into()]).await;
    till.fill(SECOND).await;
    till.ask(SECOND, [NoteOrder { note: Some("Friday".to_owned()) }.into()]).await;
    let found = async |text| list_noted(&mut *till.read().await, text, 9).await.unwrap();
    assert_eq!((found("σοφια").await, found("FRI").await), (vec![ORDER], vec![SECOND]));
    assert_eq!(found("monday").await, []);
}

#[tokio::test]
async fn the_taxes_of_orders_are_the_sums_of_their_quotes() {
    let till = Till::open().await;
    till.sell(ORDER).await;
    till.sell(SECOND).await;
    let rows = sum_taxes(&mut *till.read().await, &[ORDER, SECOND]).await.unwrap();
    let sums = |rows: &[contracts::TaxRow]| -> (i64, i64) {
        (rows.iter().map(|row| row.base.minor).sum(), rows.iter().map(|row| row.tax.minor).sum())
    };
    let (base, tax) = sums(&quote().taxes);
    assert_eq!(sums(&rows), (2 * base, 2 * tax));
    assert_eq!(sum_taxes(&mut *till.read().await, &[]).await.unwrap(), []);
}

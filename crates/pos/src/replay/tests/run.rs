use super::fixture;
use crate::api::requests::{OpenShift, SignOn};
use crate::import::tests::{MANAGER_PIN, import_good, set_up, shop_in};
use crate::import::{Position, Watch};
use crate::replay::{Percentiles, ReplayReport};
use crate::{Error, Open, Pos};
use kernel::{CommandId, Currency, Money, Uuid};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

pub(super) async fn replay(pos: &Pos, file: &Path) -> crate::Result<ReplayReport> {
    pos.replay(file, Watch { progress: &|_| (), stop: &AtomicBool::new(false) }).await
}

/// What a replay says, without its times.
pub(super) fn totals(report: ReplayReport) -> ReplayReport {
    ReplayReport { sale_us: Percentiles::default(), seconds: 0.0, ..report }
}

fn code(error: &Error) -> String {
    error.refusal().code
}

#[tokio::test]
async fn a_day_comes_to_what_its_file_says() {
    let (_folder, pos) = shop_in("gr").await;
    import_good(&pos, &fixture("catalog.csv")).await;
    let report = replay(&pos, &fixture("day.csv")).await.unwrap();
    assert_eq!((report.baskets, report.orders, report.lines), (6, 5, 15));
    assert_eq!((report.skipped, report.skipped_lines), (1, 3));
    assert_eq!(report.net_minor, 9_879);
    assert_eq!(report.tenders_minor, BTreeMap::from([("cash", 9_530), ("coupon", 349)]));
    assert_eq!(report.forfeited_minor, 51);
    let tax = [("2400", 1_220), ("1300", 388), ("600", 11)];
    assert_eq!(report.tax_minor, tax.map(|(rate, minor)| (rate.to_owned(), minor)).into());
    assert_eq!(report.pay_commits, 6);
    assert!(pos.shift().is_none(), "its shift is closed");
    assert!(pos.verify().await.unwrap().clean);
}

#[tokio::test]
async fn a_second_replay_sells_nothing_and_says_the_same() {
    let (_folder, pos) = shop_in("gr").await;
    import_good(&pos, &fixture("catalog.csv")).await;
    let first = replay(&pos, &fixture("day.csv")).await.unwrap();
    let before = pos.store().head().await;
    let second = replay(&pos, &fixture("day.csv")).await.unwrap();
    assert_eq!(totals(second), totals(first));
    assert_eq!(pos.store().head().await, before);
}

#[tokio::test]
async fn a_stopped_replay_goes_on_where_it_ended() {
    let (_folder, pos) = shop_in("gr").await;
    import_good(&pos, &fixture("catalog.csv")).await;
    let stop = AtomicBool::new(false);
    let progress = |position: Position| stop.store(position.done == 2, Ordering::Relaxed);
    let error = pos.replay(&fixture("day.csv"), Watch { progress: &progress, stop: &stop }).await.unwrap_err();
    assert_eq!(code(&error), "IMP-007");
    let report = replay(&pos, &fixture("day.csv")).await.unwrap();

    let (_other_folder, whole) = shop_in("gr").await;
    import_good(&whole, &fixture("catalog.csv")).await;
    assert_eq!(totals(report), totals(replay(&whole, &fixture("day.csv")).await.unwrap()));
}

#[tokio::test]
async fn another_operators_shift_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let pos = Pos::open(Open::folder(folder.path())).await.unwrap();
    pos.set_up(set_up("gr")).await.unwrap();
    import_good(&pos, &fixture("catalog.csv")).await;
    let operator = pos.operators().await.unwrap()[0].operator;
    let manager = pos.sign_on(SignOn { operator, pin: MANAGER_PIN.to_owned() }).await.unwrap();
    let open = OpenShift { command: CommandId(Uuid::now_v7()), float: Money::zero(Currency::EUR) };
    let shift = pos.open_shift(&manager, open).await.unwrap();

    assert_eq!(code(&replay(&pos, &fixture("day.csv")).await.unwrap_err()), "IMP-011");
    assert_eq!(pos.shift().unwrap().shift, shift.shift);
}

#[tokio::test]
async fn products_that_the_catalog_lacks_stop_it_before_the_first_sale() {
    let (_folder, pos) = shop_in("gr").await;
    let before = pos.store().head().await;
    let error = replay(&pos, &fixture("day.csv")).await.unwrap_err();
    assert_eq!(code(&error), "IMP-010");
    assert_eq!(error.refusal().params["count"], 11);
    assert_eq!(pos.store().head().await, before);
}

#[tokio::test]
async fn a_store_whose_prices_exclude_tax_takes_no_replay() {
    let (_folder, pos) = shop_in("ca-on").await;
    assert_eq!(code(&replay(&pos, &fixture("day.csv")).await.unwrap_err()), "IMP-012");
}

#[tokio::test]
async fn an_order_keeps_the_baskets_name_and_time() {
    let (_folder, pos) = shop_in("gr").await;
    import_good(&pos, &fixture("catalog.csv")).await;
    replay(&pos, &fixture("day.csv")).await.unwrap();
    let mut reader = pos.store().reader().await.unwrap();
    let sources: Vec<(String, String)> = eventing::sqlx::query_as(
        "SELECT payload->>'$.source.reference', payload->>'$.source.at' FROM \
           (SELECT CAST(payload AS TEXT) AS payload, position FROM event WHERE type = 'orders.order.opened') ORDER BY position",
    )
    .fetch_all(&mut *reader)
    .await
    .unwrap();
    assert_eq!(sources.len(), 5);
    assert_eq!(sources[0], ("b1".to_owned(), "2026-03-02T10:00:00+02:00".to_owned()));
}

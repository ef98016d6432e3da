//! A grocery chain's catalog and one of its days. They are not part of the project: where they are absent, the test
//! says so and passes.

use super::run::{replay, totals};
use crate::import::tests::{import_good, shop_in};
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Names the folder of the data, where it is not the neighbour of the project's own.
const FOLDER_VARIABLE: &str = "MINAS_TEST_DATA";

/// What the day's file says, summed independently of the code under test.
#[derive(Default)]
struct Sums {
    baskets: u64,
    lines: u64,
    empty: u64,
    net_minor: i64,
    coupons_minor: i64,
    tax_minor: BTreeMap<String, i64>,
}

fn data() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os(FOLDER_VARIABLE).map_or_else(beside, PathBuf::from);
    let found = folder.join("day_chain.csv.gz").exists() && folder.join("catalog.csv.gz").exists();
    if !found {
        // Past the test runner, which keeps what a passing test prints to itself.
        let line = format!("SKIPPED a real day: {} holds no catalog.csv.gz and day_chain.csv.gz\n", folder.display());
        std::io::stderr().write_all(line.as_bytes()).unwrap();
    }
    found.then_some(folder)
}

fn sums(day: &Path) -> Sums {
    let mut sums = Sums::default();
    let mut last = String::new();
    let mut reader = csv::Reader::from_reader(GzDecoder::new(File::open(day).unwrap()));
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        let number = |column: &str| row[column].parse::<i64>().unwrap();
        if row["basket_id"] != last {
            sums.baskets += 1;
            last.clone_from(&row["basket_id"]);
        }
        match row["kind"].as_str() {
            "empty" => sums.empty += 1,
            "coupon_only" => {}
            _ => sums.lines += 1,
        }
        let (net, rate) = (number("net_minor"), number("tax_rate_bp"));
        sums.net_minor += net;
        sums.coupons_minor += number("mfr_coupon_minor");
        let tax = (2 * net * rate + 10_000 + rate) / (2 * (10_000 + rate));
        *sums.tax_minor.entry(row["tax_rate_bp"].clone()).or_default() += tax;
    }
    sums
}

#[tokio::test]
async fn a_real_day_comes_to_the_cent_and_moves_what_it_sold() {
    let Some(folder) = data() else { return };
    let day = folder.join("day_chain.csv.gz");
    let sums = sums(&day);
    let (_folder, pos) = shop_in("gr").await;
    let catalog = import_good(&pos, &folder.join("catalog.csv.gz")).await;
    assert_eq!((catalog.tally.rows, catalog.tally.added, catalog.tally.bad), (92_348, 92_348, 0));

    let report = replay(&pos, &day).await.unwrap();
    assert_eq!((report.baskets, report.lines, report.skipped_lines), (sums.baskets, sums.lines, sums.empty));
    assert_eq!(report.orders, report.baskets - report.skipped);
    assert_eq!(report.net_minor, sums.net_minor);
    assert_eq!(report.tenders_minor["coupon"] + report.forfeited_minor, sums.coupons_minor);
    assert_eq!(report.tenders_minor.values().sum::<i64>(), sums.net_minor);
    assert_eq!(report.tax_minor, sums.tax_minor);

    let before = pos.store().head().await;
    assert_eq!(totals(replay(&pos, &day).await.unwrap()), totals(report));
    assert_eq!(pos.store().head().await, before, "a repeat sells nothing");
    assert!(pos.verify().await.unwrap().clean);
    assert_eq!(moved(&pos).await, sold(&pos).await);
}

/// What left the shelves, in thousandths of each product's unit.
async fn moved(pos: &crate::Pos) -> i64 {
    total(pos, "SELECT coalesce(-sum(on_hand_milli), 0) FROM inventory_stock_level").await
}

/// What the orders sold, in thousandths of each product's unit.
async fn sold(pos: &crate::Pos) -> i64 {
    total(
        pos,
        "SELECT sum(l.value->>'$.quantity.milli') FROM event e, json_each(CAST(e.payload AS TEXT), '$.quote.lines') l \
         WHERE e.type = 'orders.order.placed' AND l.value->>'$.kind' = 'goods'",
    )
    .await
}

async fn total(pos: &crate::Pos, sql: &'static str) -> i64 {
    let mut reader = pos.store().reader().await.unwrap();
    eventing::sqlx::query_scalar(sql).fetch_one(&mut *reader).await.unwrap()
}

//! Shops that earlier versions left behind, opened with today's program.

use anyhow::{Context, Result};
use pos::api::requests as ask;
use pos::api::words::{Payment, PrintState};
use pos::effects::PrintWorker;
use pos::folder::JOURNAL_FILE;
use pos::{Open, Pos, SetClock};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use store::settings::PrinterConnection;
use tempfile::TempDir;
use tests::counter::{MONDAY_MS, command, pay_cash};
use tests::earlier::{self, PARKED, differences, said, sign_on};
use tests::ledger::{assert_clean, assert_rebuild_is_equal, number};

/// Set by whoever releases a version, so that the next one is tested with what it left.
const LEAVE: &str = "MINAS_LEAVE_A_DAY";

/// The evening of the day that was left: a shift that is open, and no lock that has run out meanwhile.
const EVENING_MS: i64 = MONDAY_MS + 8 * 3_600_000;

/// Does something to a fresh copy of what each version left.
async fn each(work: impl AsyncFn(Shop) -> Result<()>) -> Result<()> {
    let versions = earlier::versions()?;
    assert!(!versions.is_empty(), "some version has left a shop");
    for version in versions {
        let folder = tempfile::tempdir()?;
        let before = earlier::lay_out(&version, folder.path())?;
        work(Shop { folder, before }).await.with_context(|| format!("what {version} left"))?;
    }
    Ok(())
}

struct Shop {
    folder: TempDir,
    before: Value,
}

impl Shop {
    async fn open(&self) -> Result<Pos> {
        let clock = Arc::new(SetClock::at(EVENING_MS));
        Ok(Pos::open(Open { clock, ..Open::folder(self.folder.path()) }).await?)
    }
}

#[tokio::test]
async fn a_day_is_left_for_the_versions_to_come() -> Result<()> {
    if std::env::var_os(LEAVE).is_some() { earlier::leave().await } else { Ok(()) }
}

#[tokio::test]
async fn receipts_totals_stock_and_carts_are_what_they_were() -> Result<()> {
    each(async |shop| {
        let pos = shop.open().await?;
        let (cashier, _) = sign_on(&pos).await?;
        let now = said(&pos, &cashier).await?;
        assert_eq!(differences(&shop.before, &now), Vec::<String>::new());
        assert_eq!(now["parked"][0]["label"], json!(PARKED));
        assert!(now["cart"]["lines"].as_array().is_some_and(|lines| lines.len() == 2), "the open cart is back");
        assert_clean(&pos).await?;
        assert_rebuild_is_equal(&pos).await
    })
    .await
}

#[tokio::test]
async fn selling_goes_on_where_it_stopped() -> Result<()> {
    each(async |shop| {
        let pos = shop.open().await?;
        let (cashier, _) = sign_on(&pos).await?;
        let cart = pos.session_view(&cashier).await?.cart.context("an open cart")?;
        let Payment::Paid { sale } = pos.pay_cash(&cashier, pay_cash(&cart, None)).await? else {
            panic!("exact cash pays in full")
        };
        let sales = shop.before["list"].as_array().into_iter().flatten();
        let sales = sales.filter(|row| row["document_type"] == shop.before["list"][0]["document_type"]).count();
        assert_eq!(sale.number, format!("A-{}", sales + 1), "the numbers go on without a gap");
        let parked = pos.list_parked().await?;
        let waiting = parked.iter().find(|row| row.label.as_deref() == Some(PARKED)).context("a parked order")?;
        let cart = pos.resume_order(&cashier, ask::ResumeOrder { command: command(), order: waiting.order }).await?;
        let paid = pos.pay_cash(&cashier, pay_cash(&cart, None)).await?;
        assert!(matches!(paid, Payment::Paid { .. }), "{paid:?}");
        let report = pos.verify().await?;
        assert!(report.clean, "{report:?}");
        pos.close().await?;
        assert_clean(&shop.open().await?).await
    })
    .await
}

#[tokio::test]
async fn paper_that_waited_comes_out_of_the_next_printer() -> Result<()> {
    each(async |shop| {
        let pos = shop.open().await?;
        let (_, manager) = sign_on(&pos).await?;
        let paper = tempfile::tempdir()?;
        let mut printer = pos.settings(&manager).await?.printer;
        printer.connection = PrinterConnection::File { path: paper.path().display().to_string() };
        pos.change_printer(&manager, ask::ChangePrinter { command: command(), printer }).await?;
        PrintWorker::new(pos.clone()).drain().await?;
        let jobs = pos.printing().await?.jobs;
        assert!(jobs.iter().all(|job| job.state == PrintState::Printed), "{jobs:?}");
        assert_eq!(std::fs::read_dir(paper.path())?.count(), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_copy_is_taken_before_a_schema_grows_and_only_then() -> Result<()> {
    each(async |shop| {
        let (count, newest) = schema(shop.folder.path()).await?;
        let pos = shop.open().await?;
        let grown = number(&pos, "SELECT count(*) FROM _sqlx_migrations").await? > count;
        let copy = shop.folder.path().join(format!("minas.before-{newest}.db"));
        assert_eq!(copy.exists(), grown, "{}", copy.display());
        Ok(())
    })
    .await
}

/// How many migrations a file has seen, and the newest.
async fn schema(folder: &Path) -> Result<(i64, i64)> {
    use sqlx::Connection;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(folder.join(JOURNAL_FILE)).read_only(true);
    let mut connection = sqlx::SqliteConnection::connect_with(&options).await?;
    let query = sqlx::query_as("SELECT count(*), max(version) FROM _sqlx_migrations");
    Ok(query.fetch_one(&mut connection).await?)
}

#[test]
fn a_total_that_changed_is_a_difference_and_a_new_word_is_none() {
    let before = json!({ "receipts": [{ "number": "A-1", "total": 1_590 }] });
    let changed = json!({ "receipts": [{ "number": "A-1", "total": 1_591 }] });
    assert_eq!(differences(&before, &changed), ["/receipts/0/total: 1590 became 1591"]);
    assert_eq!(differences(&before, &json!({ "receipts": [] })).len(), 1);
    assert_eq!(differences(&before, &json!({})).len(), 1);
    let more = json!({ "receipts": [{ "number": "A-1", "total": 1_590, "note": "new" }], "more": true });
    assert!(differences(&before, &more).is_empty());
}

//! A cash sale of five lines, in turns with a bare durable insert on the same disk.

use crate::measure::{Times, cpu_us};
use crate::report::Report;
use crate::shop::Shop;
use anyhow::Result;
use pos::api::words::CartView;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};

/// What a sale may cost above a bare insert, in microseconds.
const P50_ABOVE_BARE_US: u64 = 300;
const P99_ABOVE_BARE_US: u64 = 600;

/// Processor time of a sale, in microseconds.
const CPU_BUDGET_US: u64 = 300;

/// Lines of a sale.
const LINES: usize = 5;

/// Puts the row of the sale into the report.
pub async fn measure(report: &mut Report, shop: &Shop, rounds: u32) -> Result<()> {
    let mut bare = bare_file(shop).await?;
    let (mut sales, mut inserts) = (Times::default(), Times::default());
    let mut cpu = 0;
    for round in 0..rounds {
        let cart = cart(shop, round).await?;
        let before = cpu_us();
        sales.time(shop.counter.pay_cash(&cart, None)).await?;
        cpu += cpu_us() - before;
        inserts.time(insert(&mut bare, round)).await?;
        if round % 100 == 99 {
            shop.counter.pos.store().checkpoint().await?;
        }
    }
    report.absolute(
        "processor time of a sale, the durable write included",
        format!("{} µs", cpu / u64::from(rounds.max(1))),
        format!("≤ {CPU_BUDGET_US} µs without the write"),
    );
    let most_p50 = inserts.p50() + P50_ABOVE_BARE_US;
    report.ratio(
        "sale of 5 lines in cash, p50",
        format!("{} µs (bare insert {})", sales.p50(), inserts.p50()),
        format!("≤ {most_p50} µs"),
        sales.p50() <= most_p50,
    );
    let most_p99 = 3 * inserts.p99() + P99_ABOVE_BARE_US;
    report.ratio(
        "sale of 5 lines in cash, p99",
        format!("{} µs (bare insert {})", sales.p99(), inserts.p99()),
        format!("≤ {most_p99} µs"),
        sales.p99() <= most_p99,
    );
    Ok(())
}

/// A cart of five different products.
pub async fn cart(shop: &Shop, round: u32) -> Result<CartView> {
    let first = round as usize * LINES;
    let codes: Vec<&str> = (first..first + LINES).map(|n| shop.barcodes[n % shop.barcodes.len()].as_str()).collect();
    shop.counter.cart(&codes).await
}

async fn bare_file(shop: &Shop) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(shop.counter.folder().join("bare.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("wal_autocheckpoint", "0");
    let mut connection = SqliteConnection::connect_with(&options).await?;
    sqlx::query("CREATE TABLE bare (id INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT")
        .execute(&mut connection)
        .await?;
    Ok(connection)
}

async fn insert(connection: &mut SqliteConnection, round: u32) -> Result<()> {
    sqlx::query("INSERT INTO bare (value) VALUES (?)").bind(format!("row {round}")).execute(connection).await?;
    Ok(())
}

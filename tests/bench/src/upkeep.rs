//! Verify beside reading and hashing the same rows, rebuild beside bare inserts of the same rows.

use crate::measure::{ms, ratio};
use crate::report::{Report, hundredths};
use crate::shop::Shop;
use anyhow::Result;
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use std::time::Instant;

const VERIFY_BUDGET: u64 = 80;
const REBUILD_BUDGET: u64 = 50;

/// Puts the rows of verify and rebuild into the report.
pub async fn measure(report: &mut Report, shop: &Shop) -> Result<()> {
    let pos = &shop.counter.pos;
    let begin = Instant::now();
    let bare_rows = read_and_hash(pos).await?;
    let bare = ms(begin);
    let begin = Instant::now();
    let verified = pos.store().verify().await?;
    let verify = ms(begin);
    let found = ratio(bare, verify);
    report.ratio(
        "verify ÷ reading and hashing the same rows bare (speed)",
        format!("{} ({bare} ms ÷ {verify} ms, {} of {bare_rows} events)", hundredths(found), verified.events),
        format!("≥ {}", hundredths(VERIFY_BUDGET)),
        found >= VERIFY_BUDGET,
    );
    let begin = Instant::now();
    let rows = copy_views(shop).await?;
    let bare = ms(begin);
    let begin = Instant::now();
    pos.rebuild(None).await?;
    let rebuild = ms(begin);
    let found = ratio(bare, rebuild);
    report.ratio(
        "rebuild ÷ bare inserts of the same rows (speed)",
        format!("{} ({bare} ms ÷ {rebuild} ms, {rows} rows)", hundredths(found)),
        format!("≥ {}", hundredths(REBUILD_BUDGET)),
        found >= REBUILD_BUDGET,
    );
    Ok(())
}

/// Reads every event by pages and hashes its bytes, as any check of a chain must.
async fn read_and_hash(pos: &pos::Pos) -> Result<usize> {
    let mut reader = pos.store().reader().await?;
    let (mut after, mut count, mut previous) = (0_i64, 0, [0_u8; 32]);
    loop {
        let rows = sqlx::query(
            "SELECT position, seq, commit_no, kind, stream, version, type, schema_version, at_ms, payload, hash \
             FROM event WHERE position > ? ORDER BY position LIMIT 4000",
        )
        .bind(after)
        .fetch_all(&mut *reader)
        .await?;
        let Some(last) = rows.last() else { return Ok(count) };
        after = last.get(0);
        count += rows.len();
        for row in &rows {
            let mut hash = Sha256::new();
            hash.update(previous);
            hash.update(row.get::<i64, _>(1).to_be_bytes());
            hash.update(row.get::<&str, _>(3));
            hash.update(row.get::<&[u8], _>(4));
            hash.update(row.get::<&str, _>(6));
            hash.update(row.get::<&[u8], _>(9));
            previous = hash.finalize().into();
        }
    }
}

/// Inserts the rows of every view, read from the shop, into the same tables of a new file, in one transaction.
async fn copy_views(shop: &Shop) -> Result<i64> {
    let path = shop.counter.folder().join("copy.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let mut copy = SqliteConnection::connect_with(&options).await?;
    let from = shop.counter.pos.store().path().to_string_lossy().into_owned();
    sqlx::query("ATTACH DATABASE ? AS shop").bind(from).execute(&mut copy).await?;
    let app = pos::app();
    let (mut rows, mut indexes) = (0, Vec::new());
    sqlx::query("BEGIN").execute(&mut copy).await?;
    for view in app.views() {
        sqlx::raw_sql(view.ddl).execute(&mut copy).await?;
        for table in view.tables {
            if is_full_text(view.ddl, table) {
                indexes.push(*table);
                continue;
            }
            let columns = columns(&mut copy, table).await?;
            let sql = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM shop.{table}");
            let done = sqlx::query(AssertSqlSafe(sql)).execute(&mut copy).await?;
            rows += i64::try_from(done.rows_affected())?;
        }
    }
    for index in indexes {
        // Its rows are those of the table that it indexes.
        let sql = format!("INSERT INTO main.{index} ({index}) VALUES ('rebuild')");
        sqlx::query(AssertSqlSafe(sql)).execute(&mut copy).await?;
    }
    sqlx::query("COMMIT").execute(&mut copy).await?;
    Ok(rows)
}

/// The columns that can be written: a generated one cannot.
async fn columns(copy: &mut SqliteConnection, table: &str) -> Result<String> {
    let rows = sqlx::query("SELECT name FROM pragma_table_info(?)").bind(table).fetch_all(copy).await?;
    let names: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    Ok(names.join(", "))
}

/// Whether the table is a full-text index over another.
fn is_full_text(ddl: &str, table: &str) -> bool {
    ddl.contains(&format!("VIRTUAL TABLE {table} "))
}

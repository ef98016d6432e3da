//! Files and folders that are not as they should be, and what keeps a good one good.

mod clock;
mod log;
mod lost;
mod opening;
mod restoring;
mod tampered;
#[cfg(unix)]
mod twice;

use anyhow::Result;
use eventing::sqlx::sqlite::SqliteConnectOptions;
use eventing::sqlx::{self, AssertSqlSafe, Connection, SqliteConnection};
use pos::folder::JOURNAL_FILE;
use pos::{Open, Pos};
use std::path::Path;
use tempfile::TempDir;
use tests::counter::Counter;

/// SQLite's write-ahead log.
const LOG_FILE: &str = "minas.db-wal";

/// Does to a journal's file what nobody should.
async fn bend(folder: &Path, sql: &str) -> Result<()> {
    let options = SqliteConnectOptions::new().filename(folder.join(JOURNAL_FILE));
    let mut connection = SqliteConnection::connect_with(&options).await?;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// The code that a folder is refused with.
async fn refused(folder: &Path) -> String {
    match Pos::open(Open::folder(folder)).await {
        Ok(_) => "opened".to_owned(),
        Err(error) => error.refusal().code,
    }
}

/// A folder as a killed program leaves it: the last commits are in the write-ahead log alone.
fn as_killed(counter: &Counter) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for name in [JOURNAL_FILE, LOG_FILE, "minas.lock", "pepper"] {
        std::fs::copy(counter.folder().join(name), folder.path().join(name))?;
    }
    Ok(folder)
}

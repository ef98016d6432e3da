//! Files and folders that are not as they should be, and what keeps a good one good.

mod clock;
mod opening;
mod restoring;
mod tampered;

use anyhow::Result;
use eventing::sqlx::sqlite::SqliteConnectOptions;
use eventing::sqlx::{self, AssertSqlSafe, Connection, SqliteConnection};
use pos::{Open, Pos};
use std::path::Path;

/// Does to a journal's file what nobody should.
async fn bend(folder: &Path, sql: &str) -> Result<()> {
    let options = SqliteConnectOptions::new().filename(folder.join(pos::folder::JOURNAL_FILE));
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

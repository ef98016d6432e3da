//! A look at a file before anything is written to it, or to its write-ahead log.

use crate::open::{Options, WriteAheadLog, applied_migrations, knows};
use crate::{Fault, OpenError};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The last stop was clean: the file stands alone.
pub(crate) const CLEAN: &str = "clean";

/// The file was in use, and all that was in its write-ahead log has come into it.
pub(crate) const UNCLEAN: &str = "unclean";

/// The file is in use, or was when the program stopped: what came last is in its write-ahead log alone.
pub(crate) const RUNNING: &str = "running";

/// Bytes before a write-ahead log's first frame, and before each frame's page.
const LOG_HEADER: u64 = 32;
const FRAME_HEADER: u64 = 24;

/// Refuses what must not be touched: a newer program's file, and one whose write-ahead log was taken away.
///
/// A connection that may write would move the write-ahead log into the file when it closes, so this one may not.
pub(crate) async fn before_writing(path: &Path, options: &Options<'_>) -> Result<(), OpenError> {
    let log_bytes = bytes_of(&log_of(path));
    if !path.is_file() || bytes_of(path) == 0 {
        return Ok(());
    }
    let read_only = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .busy_timeout(Duration::from_secs(5))
        .disable_statement_logging();
    let read_only = match &options.vfs {
        Some(vfs) => read_only.vfs(vfs.clone()),
        None => read_only,
    };
    let mut connection = SqliteConnection::connect_with(&read_only).await?;
    let looked = look(&mut connection, log_bytes, options.write_ahead_log).await;
    connection.close().await?;
    match looked {
        // A start was cut off before the file had a write-ahead log: only a connection that may write can undo that. It
        // also says whether the file cannot be written at all.
        Err(OpenError::ReadOnly(_)) => Ok(()),
        looked => looked,
    }
}

async fn look(connection: &mut SqliteConnection, log_bytes: u64, log: WriteAheadLog) -> Result<(), OpenError> {
    let applied = applied_migrations(connection).await?;
    if !knows(&applied) {
        return Err(OpenError::Newer);
    }
    if applied.is_empty() || log == WriteAheadLog::MayBeGone {
        return Ok(());
    }
    let page: i64 = sqlx::query("PRAGMA page_size").fetch_one(&mut *connection).await?.get(0);
    let one_frame = LOG_HEADER + FRAME_HEADER + page.unsigned_abs();
    let is_running = stop_mark(connection).await?.is_some_and(|mark| mark == RUNNING);
    if is_running && log_bytes < one_frame { Err(OpenError::LogGone) } else { Ok(()) }
}

/// How the file says that it was left.
pub(crate) async fn stop_mark(connection: &mut SqliteConnection) -> Result<Option<String>, Fault> {
    let row = sqlx::query("SELECT value FROM runtime WHERE key = 'stop'").fetch_optional(connection).await?;
    Ok(row.map(|row| row.get(0)))
}

/// The write-ahead log's place: SQLite follows a link to the file before it looks beside it.
fn log_of(path: &Path) -> PathBuf {
    let mut name = path.canonicalize().unwrap_or_else(|_| path.to_owned()).into_os_string();
    name.push("-wal");
    PathBuf::from(name)
}

/// 0 where there is no such file.
fn bytes_of(path: &Path) -> u64 {
    path.metadata().map_or(0, |it| it.len())
}

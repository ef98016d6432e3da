//! Opening a file: connection settings, schema, start-up checks.

use crate::journal::{Head, read_head};
use crate::{App, Fault, OpenError, copy, look, rebuild, verify};
use kernel::Uuid;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection};
use std::path::Path;
use std::time::Duration;

static MIGRATOR: Migrator = sqlx::migrate!("../../../migrations/register");

/// Versions below can lose commits in WAL mode.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// Links of the chain that a start after a clean stop checks.
const LINKS_CHECKED_AT_START: i64 = 1_000;

/// What is going on while a file opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The last stop was not clean: SQLite checks its pages. Nobody knows how many are left.
    Checking,
    /// The last stop was not clean: the whole chain is walked, counted in events.
    Verifying,
    /// The schema grows; a snapshot was taken first.
    Migrating,
    /// A view is made anew from the journal.
    Rebuilding,
}

/// Progress of a long piece of work: how many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is going on.
    pub stage: Stage,
    /// Done so far.
    pub done: u64,
    /// In all; 0 where nobody knows yet.
    pub total: u64,
}

/// Whether a file that was in use must have its write-ahead log beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WriteAheadLog {
    /// Without it acknowledged work may be gone, and its numbers would be given again: the file is refused.
    #[default]
    MustBeThere,
    /// Whoever opens the file begins a new log and new series, so no number can repeat.
    MayBeGone,
}

/// How a file is opened.
#[derive(Default)]
pub struct Options<'a> {
    /// Told of long work, if somebody listens.
    pub progress: Option<&'a (dyn Fn(Progress) + Send + Sync)>,
    /// Another SQLite VFS, for tests that cut the power.
    pub vfs: Option<String>,
    /// The clock, in milliseconds since 1970 UTC; stamps a new log.
    pub now_ms: i64,
    /// What a file that was in use must bring.
    pub write_ahead_log: WriteAheadLog,
}

/// What opening found.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) connection: SqliteConnection,
    pub(crate) head: Head,
    pub(crate) was_clean: bool,
}

pub(crate) fn write_options(path: &Path, vfs: Option<&str>) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(256)
        // Checkpoints run when the till is idle, never inside a sale.
        .pragma("wal_autocheckpoint", "0")
        .pragma("cache_size", "-32768")
        .pragma("fullfsync", "1")
        // A statement that may fail half-way keeps what it overwrites; in memory that costs no file.
        .pragma("temp_store", "memory")
        .pragma("trusted_schema", "0")
        // A statement's text in the log helps nobody at a counter.
        .disable_statement_logging();
    match vfs {
        Some(vfs) => options.vfs(vfs.to_owned()),
        None => options,
    }
}

pub(crate) fn read_options(path: &Path, vfs: Option<&str>) -> SqliteConnectOptions {
    // A reader may sort the whole journal, which does not belong in memory.
    write_options(path, vfs).create_if_missing(false).pragma("query_only", "1").pragma("temp_store", "default")
}

/// Opens `path`, creating it where there is none, and makes sure that it can be trusted.
pub(crate) async fn open(path: &Path, app: &App, options: &Options<'_>) -> Result<Opened, OpenError> {
    look::before_writing(path, options).await?;
    let mut connection = SqliteConnection::connect_with(&write_options(path, options.vfs.as_deref())).await?;
    check_sqlite(&mut connection).await?;
    migrate(path, &mut connection, options).await?;
    let was_clean = take_clean_mark(&mut connection).await?;
    if !was_clean {
        report(options, Stage::Checking, 0, 0);
        quick_check(&mut connection).await?;
    }
    begin_first_log(&mut connection, options.now_ms).await?;
    let head = read_head(&mut connection).await?;
    let verified = if was_clean {
        verify::chain(&mut connection, LINKS_CHECKED_AT_START).await?
    } else {
        verify::whole_chain(&mut connection, options).await?
    };
    if let Some(bad) = verified.bad {
        return Err(OpenError::Damaged(bad.to_string()));
    }
    rebuild::stale_views(app, &mut connection, options).await?;
    checkpoint(&mut connection).await?;
    Ok(Opened { connection, head, was_clean })
}

pub(crate) fn report(options: &Options<'_>, stage: Stage, done: u64, total: u64) {
    if let Some(progress) = options.progress {
        progress(Progress { stage, done, total });
    }
}

async fn check_sqlite(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let version: String = sqlx::query("SELECT sqlite_version()").fetch_one(&mut *connection).await?.get(0);
    if sqlite_is_new_enough(&version) { Ok(()) } else { Err(OpenError::SqliteTooOld(version)) }
}

fn sqlite_is_new_enough(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= OLDEST_SQLITE
}

async fn migrate(path: &Path, connection: &mut SqliteConnection, options: &Options<'_>) -> Result<(), OpenError> {
    let applied = applied_migrations(connection).await?;
    if !knows(&applied) {
        return Err(OpenError::Newer);
    }
    if applied.len() == MIGRATOR.iter().count() {
        return Ok(());
    }
    if let Some(newest) = applied.last() {
        report(options, Stage::Migrating, 0, 0);
        copy::before_change(connection, path, *newest).await?;
    }
    MIGRATOR.run(&mut *connection).await?;
    Ok(())
}

/// Whether this program has every migration that a file has been through.
pub(crate) fn knows(applied: &[i64]) -> bool {
    applied.iter().all(|version| MIGRATOR.iter().any(|migration| migration.version == *version))
}

pub(crate) async fn applied_migrations(connection: &mut SqliteConnection) -> Result<Vec<i64>, OpenError> {
    let table = sqlx::query("SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations'");
    if table.fetch_optional(&mut *connection).await?.is_none() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query("SELECT version FROM _sqlx_migrations ORDER BY version").fetch_all(connection).await?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// Whether the last stop was clean; from now on it is not, until [`mark_clean`].
async fn take_clean_mark(connection: &mut SqliteConnection) -> Result<bool, OpenError> {
    let was_clean = look::stop_mark(connection).await?.is_none_or(|mark| mark == look::CLEAN);
    write_mark(connection, look::UNCLEAN).await?;
    Ok(was_clean)
}

/// Moves the write-ahead log into the file, so that the file itself misses a write-ahead log that is taken away from now
/// on. The log begins with a mark that says otherwise: whoever moves the rest of it into the file, as closing does,
/// moves that along.
pub(crate) async fn checkpoint(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    write_mark(connection, look::RUNNING).await?;
    sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&mut *connection).await?;
    write_mark(connection, look::UNCLEAN).await
}

pub(crate) async fn mark_clean(connection: &mut SqliteConnection) -> Result<(), Fault> {
    Ok(write_mark(connection, look::CLEAN).await?)
}

async fn write_mark(connection: &mut SqliteConnection, mark: &str) -> Result<(), sqlx::Error> {
    let sql = "INSERT OR REPLACE INTO runtime (key, value) VALUES ('stop', ?)";
    sqlx::query(sql).bind(mark).execute(connection).await?;
    Ok(())
}

pub(crate) async fn quick_check(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let rows = sqlx::query("PRAGMA quick_check(5)").fetch_all(connection).await?;
    let found: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    if found == ["ok"] { Ok(()) } else { Err(OpenError::Damaged(found.join("; "))) }
}

async fn begin_first_log(connection: &mut SqliteConnection, now_ms: i64) -> Result<(), Fault> {
    let row = sqlx::query("SELECT 1 FROM log WHERE origin = 'own' AND state = 'open'");
    if row.fetch_optional(&mut *connection).await?.is_none() {
        insert_log(connection, now_ms).await?;
    }
    Ok(())
}

/// Begins a new log of our own.
pub(crate) async fn insert_log(connection: &mut SqliteConnection, now_ms: i64) -> Result<Uuid, Fault> {
    let log_id = Uuid::new_v4();
    sqlx::query("INSERT INTO log (log_id, origin, state, opened_ms) VALUES (?, 'own', 'open', ?)")
        .bind(log_id.as_bytes().to_vec())
        .bind(now_ms)
        .execute(connection)
        .await?;
    Ok(log_id)
}

/// Drops and creates a view's tables.
pub(crate) async fn create_tables(connection: &mut SqliteConnection, view: &crate::View) -> Result<(), Fault> {
    for table in view.tables {
        sqlx::query(AssertSqlSafe(format!("DROP TABLE IF EXISTS {table}"))).execute(&mut *connection).await?;
    }
    sqlx::raw_sql(view.ddl).execute(&mut *connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::sqlite_is_new_enough;

    #[test]
    fn an_sqlite_that_can_lose_commits_is_refused() {
        assert!(!sqlite_is_new_enough("3.46.1"));
        assert!(!sqlite_is_new_enough("3.51.2"));
        assert!(sqlite_is_new_enough("3.51.3"));
        assert!(sqlite_is_new_enough("3.52.0"));
    }
}

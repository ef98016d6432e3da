//! Copying the whole file, so that the copy either is there and whole, or is not there.

use crate::look::{RUNNING, UNCLEAN};
use crate::open::quick_check;
use crate::{Fault, OpenError, verify};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Row, SqliteConnection};
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// How a copy is checked before it gets its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Check {
    /// SQLite's pages.
    Pages,
    /// Pages and the whole chain.
    Chain,
}

/// Copies of one file from before the same change of its schema: one for each time that it was opened anew by an older
/// program and went on.
const MOST_BEFORE_ONE_CHANGE: u32 = 99;

/// Keeps the file as it is before its schema changes. A start that is repeated finds the copy of the one before it.
pub(crate) async fn before_change(
    connection: &mut SqliteConnection,
    path: &Path,
    newest: i64,
) -> Result<(), OpenError> {
    for n in 1..=MOST_BEFORE_ONE_CHANGE {
        let name = if n == 1 { format!("before-{newest}.db") } else { format!("before-{newest}-{n}.db") };
        let to = path.with_extension(name);
        if !to.exists() {
            return into(connection, &to, Check::Pages).await;
        }
        if holds_the_same(connection, &to).await? {
            return Ok(());
        }
    }
    Err(io(Error::new(ErrorKind::AlreadyExists, "too many copies from before this change; move some away")).into())
}

/// Whether a copy ends with the same event. One that cannot be read does not, and is left to its owner.
async fn holds_the_same(connection: &mut SqliteConnection, copy: &Path) -> Result<bool, OpenError> {
    let here = last_hash(connection).await?;
    let read_only = SqliteConnectOptions::new().filename(copy).read_only(true);
    let Ok(mut copy) = SqliteConnection::connect_with(&read_only).await else { return Ok(false) };
    let there = last_hash(&mut copy).await;
    copy.close().await?;
    Ok(there.is_ok_and(|there| there == here))
}

async fn last_hash(connection: &mut SqliteConnection) -> Result<Option<Vec<u8>>, sqlx::Error> {
    let row = sqlx::query("SELECT hash FROM event ORDER BY position DESC LIMIT 1").fetch_optional(connection).await?;
    Ok(row.map(|row| row.get(0)))
}

/// Copies what `connection` sees into a new file at `to`. It is written and checked under another name, because
/// SQLite does not promise that an interrupted copy can be told from a whole one, nor does it sync it.
pub(crate) async fn into(connection: &mut SqliteConnection, to: &Path, check: Check) -> Result<(), OpenError> {
    if to.exists() {
        return Err(io(Error::new(ErrorKind::AlreadyExists, "the copy's file exists already")).into());
    }
    let part = part_of(to);
    remove_if_there(&part).await?;
    let written = write(connection, &part, check).await;
    if written.is_err() {
        remove_if_there(&part).await?;
    }
    written?;
    tokio::fs::rename(&part, to).await.map_err(io)?;
    sync_folder(to).await
}

async fn write(connection: &mut SqliteConnection, part: &Path, check: Check) -> Result<(), OpenError> {
    make_private(part).map_err(io)?;
    sqlx::query("VACUUM INTO ?").bind(part.to_string_lossy().into_owned()).execute(connection).await?;
    stand_alone(part).await?;
    let file = tokio::fs::OpenOptions::new().write(true).open(part).await.map_err(io)?;
    file.sync_all().await.map_err(io)?;
    let mut copy = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(part).read_only(true)).await?;
    let sound = is_sound(&mut copy, check).await;
    copy.close().await?;
    sound
}

/// What is copied while a checkpoint runs would miss a write-ahead log that it never had.
async fn stand_alone(part: &Path) -> Result<(), OpenError> {
    // It is synced as a whole afterwards; until then it has no name that anybody asks for.
    let options = SqliteConnectOptions::new()
        .filename(part)
        .journal_mode(SqliteJournalMode::Memory)
        .synchronous(SqliteSynchronous::Off);
    let mut copy = SqliteConnection::connect_with(&options).await?;
    let sql = "UPDATE runtime SET value = ? WHERE key = 'stop' AND value = ?";
    let marked = sqlx::query(sql).bind(UNCLEAN).bind(RUNNING).execute(&mut copy).await;
    copy.close().await?;
    marked?;
    Ok(())
}

async fn is_sound(copy: &mut SqliteConnection, check: Check) -> Result<(), OpenError> {
    quick_check(copy).await?;
    let bad = match check {
        Check::Pages => None,
        Check::Chain => verify::chain(copy, i64::MAX).await?.bad,
    };
    bad.map_or(Ok(()), |bad| Err(OpenError::Damaged(bad.to_string())))
}

/// SQLite would ask the umask who may read a copy; it writes into a file that is empty.
fn make_private(part: &Path) -> Result<(), Error> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part).map(drop)
}

fn part_of(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

async fn remove_if_there(part: &Path) -> Result<(), OpenError> {
    match tokio::fs::remove_file(part).await {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(io(error).into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A new name survives a power cut only when its folder is synced; Windows does that by itself.
async fn sync_folder(to: &Path) -> Result<(), OpenError> {
    if cfg!(unix)
        && let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty())
    {
        tokio::fs::File::open(folder).await.map_err(io)?.sync_all().await.map_err(io)?;
    }
    Ok(())
}

fn io(error: Error) -> Fault {
    Fault::Sql(sqlx::Error::Io(error))
}

//! Copying the whole file, so that the copy either is there and whole, or is not there.

use crate::open::quick_check;
use crate::{Fault, OpenError, verify};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
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
    let file = tokio::fs::OpenOptions::new().write(true).open(part).await.map_err(io)?;
    file.sync_all().await.map_err(io)?;
    let mut copy = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(part).read_only(true)).await?;
    let sound = is_sound(&mut copy, check).await;
    copy.close().await?;
    sound
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

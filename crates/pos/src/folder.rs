//! The data folder: where it is, and that only one program has it open.

use crate::error::{Error, Rejection, Result};
use crate::restore;
use fs4::fs_std::FileExt;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The environment variable that names the data folder.
pub const DATA_DIR_VARIABLE: &str = "MINAS_DATA_DIR";

/// The journal's file within the folder.
pub const JOURNAL_FILE: &str = "minas.db";

/// The folder that was asked for, else the one of the environment, else the platform's own.
pub fn resolve(asked: Option<PathBuf>) -> PathBuf {
    asked.or_else(|| std::env::var_os(DATA_DIR_VARIABLE).map(PathBuf::from)).unwrap_or_else(platform_folder)
}

fn platform_folder() -> PathBuf {
    let home = |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(target_os = "windows") {
        home("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        home("XDG_DATA_HOME").or_else(|| home("HOME").map(|home| home.join(".local/share")))
    };
    base.unwrap_or_else(|| PathBuf::from(".")).join("minas-pos")
}

/// The file that is locked while a program has the folder open.
const LOCK_FILE: &str = "minas.lock";

/// What the lock file says once a shop has stood in the folder; before that it is empty.
const SHOP_MARK: &[u8] = b"A shop stands here. Its journal is minas.db.\n";

/// A folder that this program alone has open, until the value is dropped.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    lock: File,
    /// Of the folder in which the journal really lies, where the one here is a link to it.
    _lock_behind: Option<File>,
}

impl Folder {
    /// Makes the folder where there is none and locks it.
    ///
    /// # Errors
    /// POS-012 when another program has it, POS-014 when it cannot be written, SYS-002 when the disk is full.
    pub fn open(path: &Path) -> Result<Self> {
        std::fs::create_dir_all(path).map_err(|error| refused(path, error))?;
        let lock = locked(path)?;
        let real = path.join(JOURNAL_FILE).canonicalize().ok();
        let behind = real.as_deref().and_then(Path::parent);
        let here = path.canonicalize().map_err(|error| refused(path, error))?;
        let lock_behind = behind.filter(|behind| *behind != here).map(locked).transpose()?;
        Ok(Self { path: path.to_owned(), lock, _lock_behind: lock_behind })
    }

    /// The journal's file.
    pub fn journal(&self) -> PathBuf {
        self.path.join(JOURNAL_FILE)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// From now on a journal that is missing here was lost: it is not made anew.
    pub(crate) fn mark_shop(&self) -> Result<()> {
        if bytes_of(&self.path.join(LOCK_FILE)) == 0 {
            (&self.lock).write_all(SHOP_MARK)?;
            self.lock.sync_all()?;
        }
        Ok(())
    }

    /// Refuses a folder that has held a shop and whose journal is gone or empty. SQLite would begin an empty one in its
    /// place, and throw away the write-ahead log that may hold the last of the sales.
    ///
    /// # Errors
    /// POS-018.
    pub(crate) fn refuse_lost_journal(&self) -> Result<()> {
        if bytes_of(&self.journal()) == 0 && has_traces(&self.path) {
            return Err(Rejection::JournalLost { folder: self.path.display().to_string() }.into());
        }
        Ok(())
    }
}

/// Whether a folder holds nothing of a shop: neither a journal, nor what one leaves behind.
pub fn is_new(folder: &Path) -> bool {
    !folder.join(JOURNAL_FILE).exists() && !has_traces(folder) && !restore::is_pending(folder)
}

/// What only a shop leaves behind: its mark, a write-ahead log, copies of its journal. (A first start that was cut off
/// leaves a pepper, a lock, and perhaps an empty journal.)
fn has_traces(folder: &Path) -> bool {
    let is_copy = |name: &str| name.starts_with("minas.before-");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    bytes_of(&folder.join(LOCK_FILE)) > 0
        || bytes_of(&folder.join(JOURNAL_FILE.to_owned() + "-wal")) > 0
        || entries.filter_map(|entry| entry.file_name().into_string().ok()).any(|name| is_copy(&name))
}

/// 0 where there is no such file.
fn bytes_of(path: &Path) -> u64 {
    path.metadata().map_or(0, |it| it.len())
}

fn locked(folder: &Path) -> Result<File> {
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK_FILE));
    let lock = lock.map_err(|error| refused(folder, error))?;
    match lock.try_lock_exclusive() {
        Ok(true) => Ok(lock),
        Ok(false) => Err(Rejection::AlreadyRunning { folder: folder.display().to_string() }.into()),
        Err(error) => Err(refused(folder, error)),
    }
}

fn refused(folder: &Path, error: std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => error.into(),
        _ => Rejection::FolderNotWritable { folder: folder.display().to_string(), why: error.to_string() }.into(),
    }
}

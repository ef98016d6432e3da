//! The data folder: where it is, and that only one program has it open.

use crate::error::{Rejection, Result};
use fs4::fs_std::FileExt;
use std::fs::{File, OpenOptions};
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

/// A folder that this program alone has open, until the value is dropped.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes the folder where there is none and locks it.
    ///
    /// # Errors
    /// POS-012 when another program has it, POS-014 when it cannot be written.
    pub fn open(path: &Path) -> Result<Self> {
        let refused = |error: std::io::Error| Rejection::FolderNotWritable {
            folder: path.display().to_string(),
            why: error.to_string(),
        };
        std::fs::create_dir_all(path).map_err(refused)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(path.join("minas.lock"));
        let lock = lock.map_err(refused)?;
        match lock.try_lock_exclusive() {
            Ok(true) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Ok(false) => Err(Rejection::AlreadyRunning { folder: path.display().to_string() }.into()),
            Err(error) => Err(refused(error).into()),
        }
    }

    /// The journal's file.
    pub fn journal(&self) -> PathBuf {
        self.path.join(JOURNAL_FILE)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

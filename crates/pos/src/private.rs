//! What lies in the data folder belongs to the account of the register alone, whatever its umask says: takings, names,
//! and verifiers of PINs.

use std::fs::OpenOptions;
use std::path::Path;

/// Files of the folder that may have been made by an earlier version, or copied here by hand.
const FILES: [&str; 5] = ["minas.db", "minas.db-wal", "minas.db-shm", "minas.lock", "pepper"];

/// Takes the folder's files away from other accounts, and the folder itself where it holds nothing else yet. A journal
/// that is about to be made is made here, because SQLite would ask the umask.
pub(crate) fn keep(folder: &Path, journal: &Path) {
    let mut names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    if names.all(|name| FILES.iter().any(|known| name == *known)) {
        keep_one(folder);
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Where it is there already, or cannot be made, opening it says so.
    let _ = options.open(journal);
    for name in FILES {
        keep_one(&folder.join(name));
    }
}

/// A disk without modes, or a file of another account, keeps no shop closed.
#[cfg(unix)]
fn keep_one(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(found) = std::fs::metadata(path) else { return };
    let mode = found.permissions().mode();
    if mode & 0o777 == mode & 0o700 {
        return;
    }
    if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode & 0o700)) {
        tracing::warn!(%error, path = %path.display(), "other accounts may read this");
    }
}

#[cfg(not(unix))]
fn keep_one(_path: &Path) {}

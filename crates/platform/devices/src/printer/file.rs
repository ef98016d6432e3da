//! Paper as files: one each in a folder, or bytes for a device.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::oneshot;
use tokio::time::timeout;

use super::{BoxFuture, Printer, Trouble};

/// How long a device may take over one paper. One that is out of paper stops reading, and says nothing.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes handed over at once.
const PIECE: usize = 1024;

/// A folder in which every paper becomes a file, or a device that takes all of them.
#[derive(Debug, Clone)]
pub struct FilePrinter {
    /// The folder or device; it must exist.
    pub path: PathBuf,
}

impl Printer for FilePrinter {
    fn send<'a>(&'a self, bytes: &'a [u8]) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let (path, paper) = (self.path.clone(), bytes.to_vec());
            let progress = Arc::new(AtomicUsize::new(0));
            let seen = Arc::clone(&progress);
            let (done, waiting) = oneshot::channel();
            // A thread of its own: a device that hangs would hold the runtime back from ending.
            std::thread::spawn(move || {
                // Nobody listens any more once patience is at its end.
                let _ = done.send(write(&path, &paper, &progress));
            });
            match timeout(PATIENCE, waiting).await {
                Ok(Ok(outcome)) => outcome,
                Ok(Err(_)) | Err(_) => Err(Trouble::Hangs { handed_over: seen.load(Ordering::Relaxed) }),
            }
        })
    }
}

fn write(path: &Path, paper: &[u8], progress: &AtomicUsize) -> Result<(), Trouble> {
    let kind = fs::metadata(path).map_err(|error| Trouble::NotThere { reason: error.to_string() })?;
    // Words of a receipt at the end of somebody's script, or of the journal, would be more than paper.
    if kind.is_file() {
        let reason = "it is a file; a folder or a device is wanted".to_owned();
        return Err(Trouble::CannotWrite { reason, handed_over: 0 });
    }
    let written = if kind.is_dir() { add_file(path, paper) } else { hand_over(path, paper, progress) };
    written.map_err(|error| Trouble::CannotWrite {
        reason: error.to_string(),
        handed_over: progress.load(Ordering::Relaxed),
    })
}

/// Whoever watches the folder sees whole papers only, in the order of their names.
fn add_file(folder: &Path, paper: &[u8]) -> io::Result<()> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let ms = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    let name = format!("{ms:013}-{}-{count:06}", std::process::id());
    let part = folder.join(format!("{name}.part"));
    let whole = write_new(&part, paper).and_then(|()| fs::rename(&part, folder.join(format!("{name}.bin"))));
    if whole.is_err() {
        // What is left of it says nothing; the first error is the one to tell.
        let _ = fs::remove_file(&part);
    }
    whole.and_then(|()| sync_folder(folder))
}

fn write_new(path: &Path, paper: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(paper)?;
    file.sync_all()
}

/// The new name is on the disk only once the folder is. Windows has no such call and needs none.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// A device has nothing to sync.
fn hand_over(path: &Path, paper: &[u8], progress: &AtomicUsize) -> io::Result<()> {
    let mut device = OpenOptions::new().append(true).open(path)?;
    for piece in paper.chunks(PIECE) {
        device.write_all(piece)?;
        progress.fetch_add(piece.len(), Ordering::Relaxed);
    }
    Ok(())
}

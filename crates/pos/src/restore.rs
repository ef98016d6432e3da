//! Putting a backup in the place of the journal, so that a stop at any moment leaves the one or the other.
//!
//! The backup is made ready in a folder of its own. Renaming that folder decides the restore: before, the next start
//! throws it away; afterwards, the next start does what is left to do. Nobody opens the journal in between.

use crate::error::Result;
use crate::folder::{Folder, JOURNAL_FILE};
use crate::gesture::Call;
use crate::{No, Open, Pos, Session};
use contracts::DocumentType;
use eventing::WriteAheadLog;
use fiscal::series::Command as SeriesCommand;
use fiscal::{OpenSeries, ReceiptSeries};
use kernel::{CommandId, Uuid};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The folder within the data folder in which a backup is made ready.
const MAKING: &str = "restoring";

/// What it is called once the restore is decided.
const DECIDED: &str = "restored";

/// The file in it that names what becomes of the present journal.
const KEPT_NAME: &str = "kept-as";

/// Files from before a restore that may lie in one folder.
const MOST_KEPT: u32 = 999;

/// The journal itself comes last: while it is in its place, nothing beside it belongs to another.
const JOURNAL_PARTS: [&str; 3] = ["-wal", "-shm", ""];

/// What became of a restore that was interrupted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Interrupted {
    /// It was not decided yet: the journal is the one from before.
    Undone,
    /// It was decided, and is finished now: the journal is the restored one.
    Finished {
        /// Where the one from before lies now, if there was one.
        kept: Option<PathBuf>,
    },
}

impl Pos {
    /// Puts a backup in the place of the journal of a folder that nobody has open. The present file is kept beside
    /// it; the restored one starts a log and receipt series of its own, so that no number can repeat.
    ///
    /// # Errors
    /// POS-012 when the folder is in use, SYS-… when the backup is damaged, newer, or no journal. Then nothing has
    /// changed; or, where the disk fails once the restore is decided, the next start finishes it.
    pub async fn restore(data_dir: &Path, backup: &Path) -> Result<PathBuf> {
        let folder = Folder::open(data_dir)?;
        settle(&folder)?;
        let making = folder.path().join(MAKING);
        if let Err(error) = Self::make_ready(&folder, &making, backup).await {
            clear_away(&making);
            return Err(error);
        }
        let decided = folder.path().join(DECIDED);
        fs::rename(&making, &decided)?;
        sync_folder(folder.path())?;
        finish(&folder, &decided)
    }

    /// Checks a backup and begins anew in a folder of its own. Everything in it is on the disk afterwards.
    async fn make_ready(folder: &Folder, making: &Path, backup: &Path) -> Result<()> {
        fs::create_dir(making)?;
        let ready = making.join(JOURNAL_FILE);
        copy(backup, &ready)?;
        // A journal of a register that did not stop cleanly has its last sales there.
        let log = with_suffix(backup, "-wal");
        if log.exists() {
            copy(&log, &with_suffix(&ready, "-wal"))?;
        }
        let pos = Self::open_in(Folder::open(making)?, Open::folder(making), WriteAheadLog::MayBeGone, None).await?;
        if let Some(bad) = pos.store().verify().await?.bad {
            return Err(eventing::OpenError::Damaged(bad.to_string()).into());
        }
        pos.begin_anew().await?;
        pos.close().await?;
        fs::write(making.join(KEPT_NAME), free_name(folder)?)?;
        for file in [&ready, &making.join(KEPT_NAME)] {
            // Windows syncs only what it may write.
            fs::OpenOptions::new().write(true).open(file)?.sync_all()?;
        }
        sync_folder(making)
    }

    /// A new log, and the next suffix for every receipt series.
    async fn begin_anew(&self) -> Result<()> {
        self.store().begin_new_log(self.clock().now_ms()).await?;
        let Ok(shop) = self.shop() else { return Ok(()) };
        let register = shop.register;
        let system: Session = self.built_in_session(staff::SYSTEM).await?;
        let call = Call::full("fiscal.begin_anew", &system, CommandId(Uuid::now_v7()), &"restored");
        self.gesture(call, async |desk| {
            for document_type in [DocumentType::Sale, DocumentType::Reversal] {
                let label = desk.txn.state::<ReceiptSeries>(ReceiptSeries::STREAM).await?.next_label(document_type);
                let open = OpenSeries { register, document_type, label };
                desk.run::<ReceiptSeries>(ReceiptSeries::STREAM, SeriesCommand::OpenSeries(open)).await?;
            }
            Ok(())
        })
        .await
    }
}

/// Whether a folder holds a restore that the next start will finish.
pub(crate) fn is_pending(folder: &Path) -> bool {
    folder.join(DECIDED).exists()
}

/// Finishes or undoes what an interrupted restore left.
pub(crate) fn settle(folder: &Folder) -> Result<Option<Interrupted>> {
    let (making, decided) = (folder.path().join(MAKING), folder.path().join(DECIDED));
    let mut finished = None;
    if decided.exists() {
        let kept = Some(finish(folder, &decided)?).filter(|kept| kept.exists() && *kept != folder.journal());
        finished = Some(Interrupted::Finished { kept });
    }
    let undone = making.exists().then_some(Interrupted::Undone);
    clear_away(&making);
    let settled = finished.or(undone);
    if let Some(settled) = &settled {
        tracing::warn!(?settled, "a restore had been interrupted");
    }
    Ok(settled)
}

/// Does what is left of a restore that is decided. Can be done again after a stop at any moment.
fn finish(folder: &Folder, decided: &Path) -> Result<PathBuf> {
    let (ready, journal) = (decided.join(JOURNAL_FILE), folder.journal());
    let name = fs::read_to_string(decided.join(KEPT_NAME));
    let mut kept = folder.path().join(name.as_deref().unwrap_or(JOURNAL_FILE));
    if ready.exists() {
        if journal.exists() && kept.exists() {
            // Somebody put a journal there in the meantime, or the name is lost: nothing is overwritten.
            kept = folder.path().join(free_name(folder)?);
        }
        for part in JOURNAL_PARTS {
            match fs::rename(with_suffix(&journal, part), with_suffix(&kept, part)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                Ok(()) | Err(_) => {}
            }
        }
        sync_folder(folder.path())?;
        fs::rename(&ready, &journal)?;
        sync_folder(folder.path())?;
    }
    clear_away(decided);
    Ok(kept)
}

/// The first name for a journal from before a restore that nothing has.
fn free_name(folder: &Folder) -> Result<String> {
    let mut names = (1..=MOST_KEPT).map(|n| format!("minas.before-restore-{n}.db"));
    let is_free = |name: &String| JOURNAL_PARTS.iter().all(|part| !folder.path().join(name.clone() + part).exists());
    names.find(is_free).ok_or_else(|| {
        let why = format!("{MOST_KEPT} files from before earlier restores are kept; move some away");
        No::FolderNotWritable { folder: folder.path().display().to_string(), why }.into()
    })
}

/// What is left of a restore that is over keeps nobody from selling; the next start tries again.
fn clear_away(path: &Path) {
    if path.exists()
        && let Err(error) = fs::remove_dir_all(path)
    {
        tracing::warn!(%error, path = %path.display(), "what a restore left cannot be removed");
    }
}

/// Copies what a file holds. Its mode stays behind: a backup on a disk that is read-only would become a journal that is.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    std::io::copy(&mut File::open(from)?, &mut options.open(to)?)?;
    Ok(())
}

/// A new name survives a power cut only when its folder is synced; Windows does that by itself.
fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

//! What keeps a file trustworthy: verify, rebuild, backup, restore, and a count of what is in it.

use crate::error::Result;
use crate::folder::{Folder, JOURNAL_FILE};
use crate::gesture::Call;
use crate::{No, Open, Pos, Session};
use contracts::DocumentType;
use eventing::sqlx::{self, AssertSqlSafe, Row};
use eventing::{BadRow, Invariant, Options, Progress};
use fiscal::series::Command as SeriesCommand;
use fiscal::{OpenSeries, ReceiptSeries};
use kernel::{CommandId, Uuid};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Offences of one invariant that are named; more say no more.
const OFFENCES_NAMED: usize = 20;

/// Files from before a restore that may lie in one folder.
const MOST_KEPT: u32 = 999;

/// The folder within the data folder in which a backup is made ready to be restored.
const SCRATCH: &str = "restoring";

/// Something that should hold and does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offence {
    /// What should hold.
    pub invariant: String,
    /// What does not.
    pub what: String,
}

/// What a walk over the file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// Whether everything holds.
    pub clean: bool,
    /// Events whose hash was checked.
    pub events: u64,
    /// Invariants that were checked.
    pub invariants: usize,
    /// The first row whose content is not what was written.
    pub first_bad_row: Option<String>,
    /// What does not hold.
    pub offences: Vec<Offence>,
}

/// How much there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// Events in the journal.
    pub events: i64,
    /// Commits in the journal.
    pub commits: i64,
    /// Products.
    pub products: i64,
    /// Orders by state.
    pub orders: Vec<(String, i64)>,
    /// Size of the file in bytes.
    pub file_bytes: u64,
    /// The last event's number in our own log.
    pub head_seq: i64,
}

/// Every invariant of every context.
fn invariants() -> Vec<&'static Invariant> {
    let contexts: [&'static [Invariant]; 8] = [
        store::INVARIANTS,
        staff::INVARIANTS,
        catalog::INVARIANTS,
        inventory::INVARIANTS,
        orders::INVARIANTS,
        payments::INVARIANTS,
        till::INVARIANTS,
        fiscal::INVARIANTS,
    ];
    contexts.into_iter().flatten().collect()
}

impl Pos {
    /// Walks the chain and every invariant.
    pub async fn verify(&self) -> Result<VerifyReport> {
        let chain = self.store().verify().await?;
        let mut reader = self.store().reader().await?;
        let mut offences = Vec::new();
        let invariants = invariants();
        for invariant in &invariants {
            let rows = sqlx::query(AssertSqlSafe(invariant.sql)).fetch_all(&mut *reader).await?;
            let named = rows.iter().take(OFFENCES_NAMED).map(|row| row.get::<String, _>(0));
            offences.extend(named.map(|what| Offence { invariant: invariant.name.to_owned(), what }));
        }
        Ok(VerifyReport {
            clean: chain.bad.is_none() && offences.is_empty(),
            events: chain.events,
            invariants: invariants.len(),
            first_bad_row: chain.bad.as_ref().map(BadRow::to_string),
            offences,
        })
    }

    /// Makes every view anew from the journal.
    pub async fn rebuild(&self, progress: Option<&(dyn Fn(Progress) + Send + Sync)>) -> Result<()> {
        let options = Options { progress, ..Options::default() };
        Ok(self.store().rebuild(&options).await?)
    }

    /// Copies the file to `to`, which must not exist yet, and checks the copy.
    pub async fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            let why = "there is a file already".to_owned();
            return Err(No::FolderNotWritable { folder: to.display().to_string(), why }.into());
        }
        Ok(self.store().backup(to).await?)
    }

    /// Puts a backup in the place of the journal of a folder that nobody has open. The present file is kept beside
    /// it; the restored one starts a log and receipt series of its own, so that no number can repeat.
    ///
    /// # Errors
    /// POS-012 when the folder is in use, SYS-… when the backup is damaged, newer, or no journal. Then nothing has
    /// changed.
    pub async fn restore(data_dir: &Path, backup: &Path) -> Result<PathBuf> {
        let folder = Folder::open(data_dir)?;
        let scratch = folder.path().join(SCRATCH);
        remove_folder(&scratch)?;
        let ready = Self::make_ready(&scratch, backup).await;
        let kept = ready.and_then(|ready| swap(&folder, &ready));
        remove_folder(&scratch)?;
        kept
    }

    /// Checks a backup and begins anew in a folder of its own: whenever the program stops, the journal is either the
    /// present one or one that can repeat no number.
    async fn make_ready(scratch: &Path, backup: &Path) -> Result<PathBuf> {
        std::fs::create_dir(scratch)?;
        let ready = scratch.join(JOURNAL_FILE);
        std::fs::copy(backup, &ready)?;
        let pos = Self::open(Open::folder(scratch)).await?;
        if let Some(bad) = pos.store().verify().await?.bad {
            return Err(eventing::OpenError::Damaged(bad.to_string()).into());
        }
        pos.begin_anew().await?;
        pos.close().await?;
        Ok(ready)
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

    /// How much there is.
    pub async fn stats(&self) -> Result<Stats> {
        let mut reader = self.store().reader().await?;
        let row = sqlx::query(
            "SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM commit_record), \
               (SELECT count(*) FROM catalog_product)",
        )
        .fetch_one(&mut *reader)
        .await?;
        let orders = sqlx::query("SELECT state, count(*) FROM orders_order GROUP BY state ORDER BY state");
        let orders = orders.fetch_all(&mut *reader).await?;
        Ok(Stats {
            events: row.get(0),
            commits: row.get(1),
            products: row.get(2),
            orders: orders.iter().map(|row| (row.get(0), row.get(1))).collect(),
            file_bytes: std::fs::metadata(self.store().path())?.len(),
            head_seq: self.store().head().await.seq,
        })
    }
}

/// Puts `ready` in the place of the present journal, which is kept.
fn swap(folder: &Folder, ready: &Path) -> Result<PathBuf> {
    let kept = keep_present(folder)?;
    std::fs::rename(ready, folder.journal())?;
    std::fs::File::open(folder.path())?.sync_all()?;
    Ok(kept)
}

/// Moves the present journal aside, under the first free name.
fn keep_present(folder: &Folder) -> Result<PathBuf> {
    let journal = folder.journal();
    let mut names = (1..=MOST_KEPT).map(|n| journal.with_extension(format!("before-restore-{n}.db")));
    let kept = names.find(|path| !path.exists()).ok_or_else(|| {
        let why = format!("{MOST_KEPT} files from before earlier restores are kept; move some away");
        No::FolderNotWritable { folder: folder.path().display().to_string(), why }
    })?;
    if journal.exists() {
        for suffix in ["", "-wal", "-shm"] {
            let (from, to) = (with_suffix(&journal, suffix), with_suffix(&kept, suffix));
            if from.exists() {
                std::fs::rename(from, to)?;
            }
        }
    }
    Ok(kept)
}

fn remove_folder(path: &Path) -> Result<()> {
    if path.exists() {
        std::fs::remove_dir_all(path)?;
    }
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

//! Minas POS without a window: every gesture of the counter as a function.
//!
//! [`Pos`] is one register over one data folder. A gesture is a script of commands in one transaction: it gathers
//! what the rules need, lets them decide, commits once, and answers with what the screen shows. Read
//! `api/checkout.rs` for the paying gesture from end to end.

mod abandon;
pub mod api;
mod app;
mod approval;
mod at_hand;
mod clock;
pub mod demo;
pub mod effects;
mod error;
mod first_run;
pub mod folder;
mod gesture;
mod idle;
pub mod import;
pub mod paper;
mod pin;
mod printing;
mod private;
mod ranking;
mod recovery;
pub mod replay;
mod restore;
mod session;
mod shop;
mod upkeep;

pub use app::app;
pub use clock::{Clock, SetClock, SystemClock};
pub use error::{Error, Rejection, Result};
pub use eventing::{Progress, Stage};
pub use restore::Interrupted;
pub use session::Session;
pub use shop::{NewOperator, SetUp, ShopContext};
pub use store::Language;
pub use upkeep::{Offence, Stats, VerifyReport};

use crate::approval::RefusedActs;
use crate::at_hand::AtHand;
use crate::error::Rejection as No;
use crate::folder::Folder;
use crate::pin::Pepper;
use crate::printing::Board;
use crate::recovery::ShownCode;
use contracts::ShiftOpened;
use eventing::{Options, Store, WriteAheadLog};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// How a register is opened.
pub struct Open<'a> {
    /// The data folder.
    pub data_dir: PathBuf,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Told of long work, if somebody listens.
    pub progress: Option<&'a (dyn Fn(Progress) + Send + Sync)>,
    /// Another SQLite VFS, for tests that cut the power.
    pub vfs: Option<String>,
}

impl Open<'_> {
    /// The folder, with the machine's clock.
    pub fn folder(data_dir: impl Into<PathBuf>) -> Self {
        Self { data_dir: data_dir.into(), clock: Arc::new(SystemClock), progress: None, vfs: None }
    }
}

/// One register. Cheap to clone.
#[derive(Clone)]
pub struct Pos {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    folder: Folder,
    clock: Arc<dyn Clock>,
    pepper: Pepper,
    session: RwLock<Option<Session>>,
    shift: RwLock<Option<ShiftOpened>>,
    shop: RwLock<Option<Arc<ShopContext>>>,
    refused_acts: RefusedActs,
    board: Board,
    at_hand: AtHand,
    shown_code: ShownCode,
    ranking_due: AtomicBool,
    highest_ms: AtomicI64,
    interrupted: Option<Interrupted>,
}

impl Pos {
    /// Opens a data folder, making it where there is none. A restore that was interrupted is settled first.
    ///
    /// # Errors
    /// POS-012 when another program has it open, POS-014 when it cannot be written, POS-018 when the journal of a shop
    /// is missing, SYS-… when the file is newer, damaged or no database.
    pub async fn open(open: Open<'_>) -> Result<Self> {
        let folder = Folder::open(&open.data_dir)?;
        let interrupted = restore::settle(&folder)?;
        folder.refuse_lost_journal()?;
        Self::open_in(folder, open, WriteAheadLog::MustBeThere, interrupted).await
    }

    async fn open_in(
        folder: Folder,
        open: Open<'_>,
        write_ahead_log: WriteAheadLog,
        interrupted: Option<Interrupted>,
    ) -> Result<Self> {
        private::keep(folder.path(), &folder.journal());
        let pepper = Pepper::open(folder.path())?;
        let options = Options { progress: open.progress, vfs: open.vfs, now_ms: open.clock.now_ms(), write_ahead_log };
        let store = Store::open(&folder.journal(), Arc::new(app()), options).await?;
        let highest_ms = AtomicI64::new(store.head().await.highest_ms);
        let pos = Self {
            inner: Arc::new(Inner {
                store,
                folder,
                clock: open.clock,
                pepper,
                session: RwLock::new(None),
                shift: RwLock::new(None),
                shop: RwLock::new(None),
                refused_acts: RefusedActs::default(),
                board: Board::default(),
                at_hand: AtHand::default(),
                shown_code: ShownCode::default(),
                ranking_due: AtomicBool::new(false),
                highest_ms,
                interrupted,
            }),
        };
        pos.reload().await?;
        pos.look_at_hand().await?;
        Ok(pos)
    }

    /// Reads again what is kept at hand: the shop and the running shift.
    pub(crate) async fn reload(&self) -> Result<()> {
        let mut reader = self.store().reader().await?;
        let shop = ShopContext::load(&mut reader).await?.map(Arc::new);
        let shift = match &shop {
            Some(shop) => till::find_open_shift(&mut reader, shop.register).await?.map(opened),
            None => None,
        };
        if shop.is_some() {
            self.inner.folder.mark_shop()?;
        }
        *write(&self.inner.shop) = shop;
        *write(&self.inner.shift) = shift;
        // There may be another printer now, and paper that waits for it.
        self.board().ask();
        Ok(())
    }

    /// Marks the stop as clean and closes the file.
    pub async fn close(self) -> Result<()> {
        self.stop_printing().await;
        Ok(self.inner.store.clone().close().await?)
    }

    /// The journal, for reading.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The data folder.
    pub fn data_dir(&self) -> &Path {
        self.inner.folder.path()
    }

    /// What became of a restore that was interrupted before this start.
    pub fn interrupted_restore(&self) -> Option<&Interrupted> {
        self.inner.interrupted.as_ref()
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        self.inner.clock.as_ref()
    }

    /// The latest time that this register knows of: its clock, or the journal where somebody set the clock back.
    /// Prices and tax rates go by it, so that a shop with a dead battery sells on, at the prices of today.
    pub(crate) fn known_ms(&self) -> i64 {
        self.clock().now_ms().max(self.inner.highest_ms.load(Ordering::Relaxed))
    }

    pub(crate) fn saw_time(&self, highest_ms: i64) {
        self.inner.highest_ms.fetch_max(highest_ms, Ordering::Relaxed);
    }

    /// Prints what is queued until the register stops. There is one such worker: whoever opens the register runs it.
    pub async fn serve_printer(self) {
        effects::PrintWorker::new(self).run().await;
    }

    /// Lets the printer's worker finish the paper in its hands, and end.
    pub async fn stop_printing(&self) {
        self.board().stop().await;
    }

    pub(crate) fn board(&self) -> &Board {
        &self.inner.board
    }

    pub(crate) fn refused_acts(&self) -> &RefusedActs {
        &self.inner.refused_acts
    }

    pub(crate) fn ranking_due(&self) -> &AtomicBool {
        &self.inner.ranking_due
    }

    pub(crate) fn shown_code(&self) -> &ShownCode {
        &self.inner.shown_code
    }

    pub(crate) fn pepper(&self) -> &Pepper {
        &self.inner.pepper
    }

    /// The shop of this file.
    ///
    /// # Errors
    /// POS-003 before the first run.
    pub fn shop(&self) -> Result<Arc<ShopContext>> {
        read(&self.inner.shop).clone().ok_or_else(|| No::NoShop.into())
    }

    /// The running shift of this register.
    pub fn shift(&self) -> Option<ShiftOpened> {
        read(&self.inner.shift).clone()
    }

    pub(crate) fn keep_shift(&self, shift: Option<ShiftOpened>) {
        *write(&self.inner.shift) = shift;
    }

    /// Who is signed on at this register.
    ///
    /// # Errors
    /// POS-001 when nobody is.
    pub fn session(&self) -> Result<Session> {
        read(&self.inner.session).clone().ok_or_else(|| No::NotSignedOn.into())
    }

    pub(crate) fn keep_session(&self, session: Option<Session>) {
        *write(&self.inner.session) = session;
    }
}

/// An open shift, as it is kept at hand.
fn opened(row: till::ShiftRow) -> ShiftOpened {
    ShiftOpened { shift: row.shift, register: row.register, number: row.number, float: row.float }
}

/// A lock that a panicking thread left is still readable: the values are replaced whole, never half.
fn read<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

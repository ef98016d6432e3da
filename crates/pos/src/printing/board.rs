//! Who waits for what: the worker for jobs, the screens for news of them.

use kernel::Uuid;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use telemetry::Redacted;
use tokio::sync::{Notify, watch};

/// How long a stop waits for the paper that is just being handed over.
const STOP_PATIENCE: Duration = Duration::from_secs(3);

/// What the worker and the screens share.
pub(crate) struct Board {
    version: watch::Sender<u64>,
    wake: Notify,
    /// A person asked since the worker looked last.
    asked: AtomicBool,
    stopping: AtomicBool,
    /// Held by the worker while a paper is on its way.
    at_work: tokio::sync::Mutex<()>,
    /// Recovery codes that wait to be printed. They are written on no disk.
    codes: Mutex<HashMap<Uuid, Redacted<String>>>,
}

impl Default for Board {
    fn default() -> Self {
        Self {
            version: watch::Sender::new(1),
            wake: Notify::new(),
            asked: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
            at_work: tokio::sync::Mutex::new(()),
            codes: Mutex::default(),
        }
    }
}

impl Board {
    /// A job came: the worker looks at once, unless the printer hangs.
    pub(crate) fn call(&self) {
        self.tell();
        self.wake.notify_one();
    }

    /// Somebody asks for paper: the worker looks at once, whatever the printer did before.
    pub(crate) fn ask(&self) {
        self.asked.store(true, Ordering::SeqCst);
        self.call();
    }

    /// Whether somebody asked since this was asked last.
    pub(crate) fn take_asked(&self) -> bool {
        self.asked.swap(false, Ordering::SeqCst)
    }

    /// Something became of a job: the screens look.
    pub(crate) fn tell(&self) {
        self.version.send_modify(|version| *version += 1);
    }

    /// The number of the last news.
    pub(crate) fn version(&self) -> u64 {
        *self.version.borrow()
    }

    /// Waits for news that `seen` does not know, at most so long.
    pub(crate) async fn news(&self, seen: u64, most: Duration) {
        let mut watching = self.version.subscribe();
        // Neither running out of time nor a register that goes away is worth more than looking.
        let _ = tokio::time::timeout(most, watching.wait_for(|version| *version != seen)).await;
    }

    /// Waits until somebody calls.
    pub(crate) async fn called(&self) {
        self.wake.notified().await;
    }

    /// Held while a paper is on its way; None once the register stops.
    pub(crate) async fn work(&self) -> Option<tokio::sync::MutexGuard<'_, ()>> {
        let at_work = self.at_work.lock().await;
        (!self.is_stopping()).then_some(at_work)
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    /// Lets the worker finish the paper in its hands, and begin no other.
    pub(crate) async fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        self.wake.notify_one();
        // A printer that hangs must not keep the program: its job is unknown at the next start.
        let _ = tokio::time::timeout(STOP_PATIENCE, self.at_work.lock()).await;
    }

    /// Keeps a code until its paper is out.
    pub(crate) fn keep_code(&self, job: Uuid, code: Redacted<String>) {
        self.codes().insert(job, code);
    }

    /// The code of a job; None after a restart, and after whoever asked for it has signed off.
    pub(crate) fn code(&self, job: Uuid) -> Option<Redacted<String>> {
        self.codes().get(&job).cloned()
    }

    pub(crate) fn forget_code(&self, job: Uuid) {
        self.codes().remove(&job);
    }

    /// Whoever comes next must not print what was issued to whoever was here.
    pub(crate) fn forget_codes(&self) {
        self.codes().clear();
    }

    fn codes(&self) -> MutexGuard<'_, HashMap<Uuid, Redacted<String>>> {
        self.codes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

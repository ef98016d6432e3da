//! Brings paper out: one job at a time, in the order in which they were committed.
//!
//! Selling never waits for it. Where nothing can have come out, a job waits and is tried again for as long as it takes;
//! where something may have, nobody but a person can know, and the job says so instead of printing twice.

use crate::Pos;
use crate::api::words::PrinterTrouble;
use crate::error::{Error, Result};
use crate::printing::{Job, What};
use devices::escpos::DRAWER_KICK;
use devices::printer::{FilePrinter, NetworkPrinter, Printer, Trouble};
use eventing::Leased;
use std::time::Duration;
use store::settings::{PrinterConnection, PrinterSettings};

/// How long a printer may take over one step: to answer, to take a piece of the paper, to show that it took all.
const PATIENCE: Duration = Duration::from_secs(8);

/// How long a job is held: far longer than any printer is waited for, since there is one worker.
const LEASE_MS: i64 = 900_000;

/// The wait after the first failed try; it doubles up to [`LONGEST_WAIT_MS`].
const FIRST_WAIT_MS: i64 = 1_000;
const LONGEST_WAIT_MS: i64 = 30_000;

/// From when on a drawer stays shut: whoever paid is gone, and it would open by itself.
const LATE_MS: i64 = 30_000;

/// The wait after a fault of our own file.
const FAULT_WAIT: Duration = Duration::from_secs(30);

/// The worker of this register's printer. There is one.
pub struct PrintWorker {
    pos: Pos,
    patience: Duration,
}

/// What the worker does once nothing more can be printed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nothing waits.
    Idle,
    /// The printer is not ready; the next try is at this time, in milliseconds since 1970 UTC, or when a job comes.
    Until(i64),
    /// The printer took something and hung: jobs that came since wait until this time, or until somebody asks, because
    /// each of them might come out half.
    Stuck(i64),
}

impl PrintWorker {
    /// The worker of a register.
    pub fn new(pos: Pos) -> Self {
        Self { pos, patience: PATIENCE }
    }

    /// The same, with another patience.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Prints until the register stops. It wakes at once when a job comes and sleeps otherwise.
    pub async fn run(&self) {
        let board = self.pos.board();
        if let Err(error) = self.begin().await {
            tracing::error!(%error, "lost print jobs cannot be settled");
        }
        while !board.is_stopping() {
            let rest = match self.drain().await {
                Ok(rest) => rest,
                Err(_) if board.is_stopping() => return,
                Err(error) => {
                    tracing::error!(%error, "the print queue cannot be read");
                    tokio::time::sleep(FAULT_WAIT).await;
                    continue;
                }
            };
            self.sleep(rest).await;
        }
    }

    /// Settles what an earlier worker held when the program stopped: it may have come out.
    pub async fn begin(&self) -> Result<()> {
        self.pos.print_queue().settle_lost().await?;
        self.pos.board().tell();
        Ok(())
    }

    /// Prints what is due, oldest first, until nothing is or the printer takes no more.
    pub async fn drain(&self) -> Result<Rest> {
        if self.settings().connection == PrinterConnection::None {
            return Ok(Rest::Idle);
        }
        let queue = self.pos.print_queue();
        // What waits for another try goes before what came since: paper keeps its order.
        if queue.next_due_ms().await?.is_some() {
            queue.hurry().await?;
        }
        loop {
            let Some(_at_work) = self.pos.board().work().await else { return Ok(Rest::Idle) };
            let Some(leased) = queue.lease(self.pos.clock().now_ms(), LEASE_MS).await? else { return Ok(Rest::Idle) };
            self.pos.board().tell();
            let rest = self.settle(&leased).await?;
            self.pos.board().tell();
            if rest != Rest::Idle {
                return Ok(rest);
            }
        }
    }

    async fn sleep(&self, rest: Rest) {
        let board = self.pos.board();
        let (until_ms, stuck) = match rest {
            Rest::Idle => return board.called().await,
            Rest::Until(until_ms) => (until_ms, false),
            Rest::Stuck(until_ms) => (until_ms, true),
        };
        let left_ms = until_ms.saturating_sub(self.pos.clock().now_ms()).max(0);
        let enough = tokio::time::sleep(Duration::from_millis(left_ms.unsigned_abs()));
        let called = async {
            loop {
                board.called().await;
                if !stuck || board.take_asked() || board.is_stopping() {
                    return;
                }
            }
        };
        tokio::select! { () = enough => {}, () = called => {} }
    }

    /// Prints one job and records what became of it.
    async fn settle(&self, leased: &Leased) -> Result<Rest> {
        let (queue, key) = (self.pos.print_queue(), leased.key.as_str());
        let job = match Job::decode(&leased.payload) {
            Ok(job) => job,
            Err(error) => return self.failed(key, &error).await,
        };
        let bytes = match self.bytes(&job, leased.attempts).await {
            Ok(bytes) => bytes,
            Err(error) => return self.failed(key, &error).await,
        };
        if bytes.is_empty() {
            queue.done(key).await?;
            return Ok(Rest::Idle);
        }
        let Err(trouble) = self.send(&bytes).await else {
            queue.done(key).await?;
            self.pos.board().forget_code(job.id);
            return Ok(Rest::Idle);
        };
        let (note, now_ms) = (PrinterTrouble::from(&trouble).note(), self.pos.clock().now_ms());
        let wait_ms = (FIRST_WAIT_MS << leased.attempts.saturating_sub(1).min(16)).min(LONGEST_WAIT_MS);
        tracing::warn!(%trouble, number = job.number, attempts = leased.attempts, "the printer took no paper");
        if job.what == What::Drawer {
            // Nobody waits for a drawer that opens later by itself.
            queue.done(key).await?;
            return Ok(Rest::Idle);
        }
        if trouble.may_have_printed() {
            queue.unknown(key, note).await?;
            return Ok(Rest::Stuck(now_ms + LONGEST_WAIT_MS));
        }
        queue.retry(key, now_ms + wait_ms, note).await?;
        Ok(Rest::Until(now_ms + wait_ms))
    }

    /// It can never be printed as it is. The next one is.
    async fn failed(&self, key: &str, why: &Error) -> Result<Rest> {
        tracing::error!(%why, key, "a paper cannot be made");
        self.pos.print_queue().failed(key, &why.refusal().code).await?;
        Ok(Rest::Idle)
    }

    /// What the printer gets: the drawer first, at the first try and while somebody stands there, then the paper.
    async fn bytes(&self, job: &Job, attempts: u32) -> Result<Vec<u8>> {
        let late = self.pos.clock().now_ms().saturating_sub(job.queued_ms) > LATE_MS;
        let mut bytes = Vec::new();
        if job.drawer && attempts == 1 && !late {
            bytes.extend_from_slice(DRAWER_KICK);
        }
        bytes.extend(self.pos.paper_bytes(job).await?);
        Ok(bytes)
    }

    async fn send(&self, bytes: &[u8]) -> std::result::Result<(), Trouble> {
        match self.settings().connection {
            PrinterConnection::None => Err(Trouble::NotThere { reason: "none is set up".to_owned() }),
            PrinterConnection::Network { host, port } => {
                NetworkPrinter { host, port, patience: self.patience }.send(bytes).await
            }
            PrinterConnection::File { path } => FilePrinter { path: path.into() }.send(bytes).await,
        }
    }

    fn settings(&self) -> PrinterSettings {
        self.pos.shop().map(|shop| shop.printer.clone()).unwrap_or_default()
    }
}

impl From<&Trouble> for PrinterTrouble {
    fn from(trouble: &Trouble) -> Self {
        match trouble {
            Trouble::NotThere { .. } => Self::NotThere,
            Trouble::Hangs { .. } => Self::Hangs,
            Trouble::BrokeOff { .. } => Self::BrokeOff,
            Trouble::CannotWrite { .. } => Self::CannotWrite,
            Trouble::NoPaper => Self::NoPaper,
            Trouble::CoverOpen => Self::CoverOpen,
        }
    }
}

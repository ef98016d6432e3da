//! A whole catalog file into the catalog: row by row, or all or nothing.

use super::candidate::{Candidates, Chunk, Rules};
use super::source::Source;
use super::write::{Shelf, Writing, write};
use super::{Rejection, RowError};
use crate::Pos;
use crate::error::Result;
use eventing::{Begun, Durability, Gesture, Txn};
use kernel::{CommandId, CorrelationId, Moment, Uuid};
use serde::Serialize;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Bad rows that a report names; the rest is counted.
pub const ERRORS_NAMED: usize = 100;

/// The most that one row records: a product, what lies on its shelf, and every category of its path.
const EVENTS_PER_ROW: u64 = 2 + catalog::category::MAX_DEPTH as u64;

/// What becomes of the good rows of a file that has bad ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRows {
    /// They go in without the bad ones.
    LeaveOut,
    /// They stay out too: everything goes in, in one commit, or nothing.
    RefuseAll,
}

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// As if, with everything checked.
    DryRun,
    /// For good.
    Write,
}

/// How far a long piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Rows or baskets that are done.
    pub done: u64,
    /// In all.
    pub total: u64,
    /// How many of those done were bad.
    pub bad: u64,
}

/// Who looks on, and who may stop it.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Told after every commit.
    pub progress: &'a (dyn Fn(Position) + Send + Sync),
    /// Looked at between two commits.
    pub stop: &'a AtomicBool,
}

impl Watch<'_> {
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// A file, and how it goes in.
#[derive(Debug, Clone, Copy)]
pub struct ImportCatalog<'a> {
    /// CSV, packed by gzip or not.
    pub file: &'a Path,
    /// What becomes of the good rows of a file that has bad ones.
    pub bad_rows: BadRows,
    /// Whether anything is written.
    pub effect: Effect,
}

/// What became of the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Rows of the file.
    pub rows: u64,
    /// Products that are new.
    pub added: u64,
    /// Products of which the row said something new.
    pub changed: u64,
    /// Products of which the row said nothing new: nothing was recorded.
    pub unchanged: u64,
    /// Rows that were refused.
    pub bad: u64,
    /// Categories that are new.
    pub categories: u64,
    /// The first [`ERRORS_NAMED`] refused rows, by line.
    pub errors: Vec<RowError>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportReport {
    /// What became of the rows.
    #[serde(flatten)]
    pub tally: Tally,
    /// Whether it only looked.
    pub dry_run: bool,
    /// How long it took.
    pub seconds: f64,
}

impl Tally {
    fn note(&mut self, chunk: Chunk, rows: usize) {
        self.rows += rows as u64;
        let mut bad = chunk.bad;
        bad.sort_by_key(|error| error.line);
        self.bad += bad.len() as u64;
        let room = ERRORS_NAMED.saturating_sub(self.errors.len());
        self.errors.extend(bad.into_iter().take(room));
    }

    fn refuse_all(self) -> Rejection {
        let first = self.errors.first().map(ToString::to_string).unwrap_or_default();
        Rejection::RowsBad { bad: self.bad, first, errors: self.errors }
    }
}

impl Pos {
    /// Takes a catalog file over, as the program itself. A row that says nothing new records nothing, so an import
    /// that was stopped goes on when it is asked for again.
    ///
    /// # Errors
    /// POS-003 without a shop; IMP-001 to IMP-005 and IMP-008 for the file, of which nothing goes in then; IMP-006
    /// when bad rows refuse all; IMP-007 when it was stopped.
    pub async fn import_catalog(&self, import: ImportCatalog<'_>, watch: Watch<'_>) -> Result<ImportReport> {
        let started = Instant::now();
        let source = Source::At(import.file);
        let rules = Rules::of(self.shop()?.as_ref(), &self.import_moment().await);
        // The whole file is read before anything is written: one that ends early must leave nothing half-done.
        let total = Candidates::count(source, watch)?;
        if import.bad_rows == BadRows::RefuseAll {
            refuse_bad_rows(Candidates::open(source, &rules)?, watch, total)?;
        }
        let candidates = Candidates::open(source, &rules)?;
        let run = Run { pos: self, candidates, watch, total, shelf: Shelf::Leave };
        let tally = match (import.effect, import.bad_rows) {
            (Effect::Write, BadRows::LeaveOut) => run.chunk_by_chunk().await?,
            (Effect::Write, BadRows::RefuseAll) => run.all_or_nothing().await?,
            (Effect::DryRun, bad_rows) => run.dry(bad_rows).await?,
        };
        if tally.bad == tally.rows {
            return Err(tally.refuse_all().into());
        }
        let seconds = started.elapsed().as_secs_f64();
        Ok(ImportReport { tally, dry_run: import.effect == Effect::DryRun, seconds })
    }

    /// Takes a catalog over that is part of the program, with what lies on its shelves: a demo.
    pub(crate) async fn import_bundled(&self, bytes: &[u8]) -> Result<Tally> {
        let source = Source::Bundled(bytes);
        let rules = Rules::of(self.shop()?.as_ref(), &self.import_moment().await);
        let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
        let total = Candidates::count(source, watch)?;
        let candidates = Candidates::open(source, &rules)?;
        Run { pos: self, candidates, watch, total, shelf: Shelf::State }.all_or_nothing().await
    }

    async fn import_moment(&self) -> Moment {
        let mut at = self.moment_now(staff::SYSTEM).await;
        at.command = CommandId(Uuid::now_v7());
        at.correlation = CorrelationId(at.command.0);
        at
    }

    /// A transaction for this many rows.
    async fn begin_import(&self, rows: u64) -> Result<Txn> {
        let at = self.import_moment().await;
        let fingerprint = [0; 32];
        let gesture = Gesture { name: "catalog.import", at, durability: Durability::Full, fingerprint };
        match self.store().begin(gesture).await? {
            Begun::Fresh(mut txn) => {
                txn.allow_events(usize::try_from(rows.saturating_mul(EVENTS_PER_ROW)).unwrap_or(usize::MAX));
                Ok(txn)
            }
            Begun::Repeated(_) => Err(crate::Error::Bug("a new command id was used before".to_owned())),
        }
    }
}

/// Looks at every row by itself, which is quick, before the slow question what the catalog says to it.
fn refuse_bad_rows(mut candidates: Candidates<'_>, watch: Watch<'_>, total: u64) -> std::result::Result<(), Rejection> {
    let mut tally = Tally::default();
    loop {
        if watch.is_stopped() {
            return Err(Rejection::Stopped { done: 0, total });
        }
        let chunk = candidates.next_chunk()?;
        match chunk.rows() {
            0 if tally.bad == 0 => return Ok(()),
            0 => return Err(tally.refuse_all()),
            rows => tally.note(chunk, rows),
        }
    }
}

/// One import under way.
struct Run<'a> {
    pos: &'a Pos,
    candidates: Candidates<'a>,
    watch: Watch<'a>,
    total: u64,
    shelf: Shelf,
}

impl Run<'_> {
    /// A commit a chunk: what is in stays in.
    async fn chunk_by_chunk(mut self) -> Result<Tally> {
        let (mut tally, mut writing) = (Tally::default(), Writing::new(self.shelf));
        while let Some(mut chunk) = self.next_chunk(&tally)? {
            let rows = chunk.rows();
            let mut txn = self.pos.begin_import(rows as u64).await?;
            write(&mut txn, &mut chunk, &mut writing, &mut tally).await?;
            txn.commit(&()).await?;
            self.tell(&mut tally, chunk, rows);
        }
        Ok(tally)
    }

    /// One commit for the whole file.
    async fn all_or_nothing(mut self) -> Result<Tally> {
        let (mut tally, mut writing) = (Tally::default(), Writing::new(self.shelf));
        let mut txn = self.pos.begin_import(self.total).await?;
        while let Some(mut chunk) = self.next_chunk(&tally)? {
            let rows = chunk.rows();
            write(&mut txn, &mut chunk, &mut writing, &mut tally).await?;
            self.tell(&mut tally, chunk, rows);
        }
        if tally.bad > 0 {
            txn.rollback().await;
            return Err(tally.refuse_all().into());
        }
        txn.commit(&()).await?;
        Ok(tally)
    }

    /// Everything but the commit.
    async fn dry(mut self, bad_rows: BadRows) -> Result<Tally> {
        let (mut tally, mut writing) = (Tally::default(), Writing::new(self.shelf));
        while let Some(mut chunk) = self.next_chunk(&tally)? {
            let rows = chunk.rows();
            let mut txn = self.pos.begin_import(rows as u64).await?;
            write(&mut txn, &mut chunk, &mut writing, &mut tally).await?;
            txn.rollback().await;
            self.tell(&mut tally, chunk, rows);
        }
        if bad_rows == BadRows::RefuseAll && tally.bad > 0 { Err(tally.refuse_all().into()) } else { Ok(tally) }
    }

    /// The next rows; None at the end of the file.
    fn next_chunk(&mut self, tally: &Tally) -> Result<Option<Chunk>> {
        if self.watch.is_stopped() {
            return Err(Rejection::Stopped { done: tally.rows, total: self.total }.into());
        }
        let chunk = self.candidates.next_chunk()?;
        Ok(if chunk.rows() == 0 { None } else { Some(chunk) })
    }

    fn tell(&self, tally: &mut Tally, chunk: Chunk, rows: usize) {
        tally.note(chunk, rows);
        (self.watch.progress)(Position { done: tally.rows, total: self.total, bad: tally.bad });
    }
}

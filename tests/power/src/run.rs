//! Many power cuts over a few days.

use crate::day::{Day, Gesture};
use crate::dice::Dice;
use crate::disk::Disk;
use crate::judge::{After, Verdict, judge};
use crate::record::Syncs;
use anyhow::{Context, Result, anyhow};
use std::path::Path;
use std::thread;
use tempfile::TempDir;

/// Gestures of one day: long enough for a checkpoint and a second shift, short enough to be looked at often.
const GESTURES: usize = 60;

/// Power cuts of one day.
const CUTS: usize = 500;

/// After every so many cuts the shop also sells once more.
const SELLS_ON_EVERY: usize = 10;

/// What many power cuts came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Images that were opened.
    pub images: usize,
    /// Images in which something acknowledged was gone.
    pub lossy: usize,
    /// Images in which the cart was older than the screen had shown.
    pub older_carts: usize,
    /// The most edits that one of them had lost.
    pub most_edits_lost: usize,
    /// Durable gestures whose write-ahead log was not synced exactly once.
    pub wrong_syncs: usize,
    /// Cart edits that synced.
    pub syncing_edits: usize,
}

impl Tally {
    fn add(&mut self, verdict: Verdict) {
        self.images += 1;
        self.lossy += usize::from(verdict.lost > 0);
        self.older_carts += usize::from(verdict.edits_lost > 0);
        self.most_edits_lost = self.most_edits_lost.max(verdict.edits_lost);
    }

    fn join(&mut self, other: Self) {
        self.images += other.images;
        self.lossy += other.lossy;
        self.older_carts += other.older_carts;
        self.most_edits_lost = self.most_edits_lost.max(other.most_edits_lost);
        self.wrong_syncs += other.wrong_syncs;
        self.syncing_edits += other.syncing_edits;
    }
}

/// Cuts the power `images` times, over as many days as that takes, on every processor.
///
/// # Errors
/// The first image that does not open or does not hold, with the seed and the moment that show it again.
pub fn cut(images: usize, seed: u64, syncs: Syncs) -> Result<Tally> {
    let days = images.div_ceil(CUTS);
    let workers = thread::available_parallelism().map_or(1, usize::from).min(days.max(1));
    let parts = thread::scope(|scope| {
        let parts: Vec<_> = (0..workers)
            .map(|worker| {
                scope.spawn(move || {
                    let mut tally = Tally::default();
                    for day in (worker..days).step_by(workers) {
                        let cuts = CUTS.min(images - day * CUTS);
                        tally.join(cut_one_day(seed + day as u64, cuts, syncs)?);
                    }
                    Ok(tally)
                })
            })
            .collect();
        parts.into_iter().map(|part| part.join().map_err(|_| anyhow!("a worker panicked"))?).collect::<Result<Vec<_>>>()
    })?;
    let mut tally = Tally::default();
    for part in parts {
        tally.join(part);
    }
    Ok(tally)
}

fn cut_one_day(seed: u64, cuts: usize, syncs: Syncs) -> Result<Tally> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let day = runtime.block_on(Day::live(seed, GESTURES)).with_context(|| format!("day {seed}"))?;
    let mut tally = count_syncs(&day);
    let mut dice = Dice::new(seed ^ 0xD15C);
    let log = &day.log;
    let mut moments: Vec<usize> = (0..cuts)
        .map(|_| day.from + usize::try_from(dice.below((log.ops.len() - day.from) as u64 + 1)).unwrap_or(0))
        .collect();
    moments.sort_unstable();
    let mut disk = Disk::new(log, syncs);
    for (number, moment) in moments.into_iter().enumerate() {
        disk.play(log, moment);
        let image = image_folder()?;
        disk.cut(log, image.path(), &mut dice)?;
        for (name, content) in &day.beside {
            std::fs::write(image.path().join(name), content)?;
        }
        let after = if number % SELLS_ON_EVERY == 0 { After::SellOn } else { After::Look };
        let verdict = runtime.block_on(judge(&day, image.path(), moment, after));
        tally.add(verdict.with_context(|| format!("day {seed}, power cut {number} at operation {moment}"))?);
    }
    Ok(tally)
}

/// A folder in memory where there is one: an image lives for milliseconds.
///
/// # Errors
/// Where there is no room.
pub fn image_folder() -> Result<TempDir> {
    const IN_MEMORY: &str = "/dev/shm";
    let in_memory = Path::new(IN_MEMORY);
    let folder = if in_memory.is_dir() { tempfile::tempdir_in(in_memory) } else { tempfile::tempdir() };
    folder.context("no room for an image")
}

/// One sync for each gesture that takes money, none for an edit; one more for the gesture that begins the write-ahead
/// log anew after a checkpoint.
fn count_syncs(day: &Day) -> Tally {
    let log = &day.log;
    let mut tally = Tally::default();
    for answer in &day.answers {
        let begins_log = log.begins_wal(answer.began, answer.answered);
        let synced = log.wal_syncs(answer.began, answer.answered).saturating_sub(usize::from(begins_log));
        match answer.gesture {
            Gesture::Sale(_) | Gesture::Part => tally.wrong_syncs += usize::from(synced != 1),
            Gesture::Edit => tally.syncing_edits += usize::from(synced != 0),
            Gesture::Checkpoint | Gesture::Other => {}
        }
    }
    tally
}

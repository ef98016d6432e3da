//! What a disk holds after the power was cut: everything that was synced, and of the rest whatever the disk had got to.

use crate::dice::Dice;
use crate::record::{Log, Op, Syncs};
use anyhow::{Context, Result};
use std::path::Path;

/// What a disk writes as a whole, or not at all, unless it tears.
const SECTOR: usize = 512;

/// One in so many sectors that were under way is torn in the middle.
const TEARS: u64 = 40;

/// One file as the disk has it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// What is safe; None before the file's first sync.
    pub(crate) safe: Option<Vec<u8>>,
    /// What is under way, oldest first.
    pub(crate) under_way: Vec<Change>,
}

#[derive(Debug, Clone)]
pub(crate) enum Change {
    Write { offset: usize, data: Box<[u8]> },
    Truncate { size: usize },
}

/// A disk that is played back operation by operation.
#[derive(Debug, Clone)]
pub struct Disk {
    files: Vec<Kept>,
    played: usize,
    syncs: Syncs,
}

impl Disk {
    /// The disk before anything was written down.
    pub fn new(log: &Log, syncs: Syncs) -> Self {
        let files = log.before.iter().map(|safe| Kept { safe: safe.clone(), under_way: Vec::new() });
        Self { files: files.collect(), played: 0, syncs }
    }

    /// Plays on up to a moment of the log.
    pub fn play(&mut self, log: &Log, until: usize) {
        for (place, op) in log.ops.iter().enumerate().take(until).skip(self.played) {
            match op {
                Op::Write { file, offset, data } => {
                    let change = Change::Write { offset: *offset, data: data.clone() };
                    self.files[*file].under_way.push(change);
                }
                Op::Truncate { file, size } => self.files[*file].under_way.push(Change::Truncate { size: *size }),
                Op::Sync { file } if log.heeds(place, *file, self.syncs) => self.files[*file].settle(),
                Op::Sync { .. } => {}
                Op::Delete { file } => self.files[*file] = Kept::default(),
            }
        }
        self.played = until;
    }

    /// Writes into `folder` what is left when the power goes now.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn cut(&self, log: &Log, folder: &Path, dice: &mut Dice) -> Result<()> {
        let luck = luck(dice);
        for (name, file) in log.files.iter().zip(&self.files) {
            let Some(left) = file.left(luck, dice) else { continue };
            std::fs::write(folder.join(name), left).with_context(|| format!("{name} cannot be written"))?;
        }
        Ok(())
    }
}

/// Some disks had got to everything, some to nothing, most to something: a chance in 100.
pub(crate) fn luck(dice: &mut Dice) -> u64 {
    match dice.below(8) {
        0 => 0,
        1 => 100,
        _ => dice.below(101),
    }
}

impl Kept {
    /// Everything under way is safe.
    pub(crate) fn settle(&mut self) {
        let mut safe = self.safe.take().unwrap_or_default();
        for change in self.under_way.drain(..) {
            match change {
                Change::Write { offset, data } => put(&mut safe, offset, &data),
                Change::Truncate { size } => safe.resize(size, 0),
            }
        }
        self.safe = Some(safe);
    }

    /// What is safe, and each sector under way with a chance of `luck` in 100. A file that was never synced may be
    /// missing as a whole.
    pub(crate) fn left(&self, luck: u64, dice: &mut Dice) -> Option<Vec<u8>> {
        if self.safe.is_none() && (self.under_way.is_empty() || luck == 0) {
            return None;
        }
        let mut left = self.safe.clone().unwrap_or_default();
        for change in &self.under_way {
            match change {
                Change::Truncate { size } if dice.below(100) < luck => left.resize(*size, 0),
                Change::Truncate { .. } => {}
                Change::Write { offset, data } => write_some(&mut left, *offset, data, luck, dice),
            }
        }
        Some(left)
    }
}

/// Writes the sectors that the disk had got to; the last one of them may be torn.
fn write_some(file: &mut Vec<u8>, offset: usize, data: &[u8], luck: u64, dice: &mut Dice) {
    let mut at = 0;
    while at < data.len() {
        let to_boundary = SECTOR - (offset + at) % SECTOR;
        let piece = &data[at..(at + to_boundary).min(data.len())];
        if dice.below(100) < luck {
            let torn = dice.below(TEARS) == 0;
            let whole = if torn { usize::try_from(dice.below(SECTOR as u64)).unwrap_or(0) } else { piece.len() };
            put(file, offset + at, &piece[..whole.min(piece.len())]);
        }
        at += piece.len();
    }
}

fn put(file: &mut Vec<u8>, offset: usize, data: &[u8]) {
    if file.len() < offset + data.len() {
        file.resize(offset + data.len(), 0);
    }
    file[offset..offset + data.len()].copy_from_slice(data);
}

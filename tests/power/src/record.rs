//! What reached the disk of one folder, in order.

use libsqlite3_sys::{SQLITE_FULL, SQLITE_IOERR_FSYNC, SQLITE_IOERR_WRITE, SQLITE_OK};
use std::ffi::c_int;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One thing that happened to a file, which is named by its place in [`Log::files`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Bytes were written.
    Write {
        /// Where.
        file: usize,
        /// From where on.
        offset: usize,
        /// What.
        data: Box<[u8]>,
    },
    /// The file was cut, or grew, to a size.
    Truncate {
        /// Which.
        file: usize,
        /// Its new size.
        size: usize,
    },
    /// Everything that was written to the file so far is safe.
    Sync {
        /// Which.
        file: usize,
    },
    /// The file is gone.
    Delete {
        /// Which.
        file: usize,
    },
}

/// What was written down.
#[derive(Debug, Default)]
pub struct Log {
    /// The files' names within the folder.
    pub files: Vec<String>,
    /// What each of them held, safely, before anything was written down.
    pub before: Vec<Option<Vec<u8>>>,
    /// In the order in which it happened.
    pub ops: Vec<Op>,
}

/// Which syncs a disk heeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syncs {
    /// All that were made.
    AsMade,
    /// Those that `synchronous=NORMAL` would have made: the write-ahead log is synced when it begins, and before a
    /// checkpoint moves it into the file.
    AsIfNormal,
}

impl Log {
    /// How often the write-ahead log was synced between two moments.
    pub fn wal_syncs(&self, from: usize, to: usize) -> usize {
        self.ops[from..to].iter().filter(|op| matches!(op, Op::Sync { file } if self.is_wal(*file))).count()
    }

    /// Whether the write-ahead log was begun anew between two moments: its header is written.
    pub fn begins_wal(&self, from: usize, to: usize) -> bool {
        self.ops[from..to].iter().any(|op| matches!(op, Op::Write { file, offset: 0, .. } if self.is_wal(*file)))
    }

    fn is_wal(&self, file: usize) -> bool {
        self.files[file].ends_with("-wal")
    }

    /// Whether a sync, by its place among the operations, is heeded.
    pub(crate) fn heeds(&self, place: usize, file: usize, syncs: Syncs) -> bool {
        match syncs {
            Syncs::AsMade => true,
            Syncs::AsIfNormal if !self.is_wal(file) => true,
            Syncs::AsIfNormal => self.ends_header(place) || self.begins_checkpoint(place),
        }
    }

    /// A new write-ahead log is safe before anything is put into it, under every setting.
    fn ends_header(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|before| self.ops.get(before));
        matches!(before, Some(Op::Write { file, offset: 0, .. }) if self.is_wal(*file))
    }

    fn begins_checkpoint(&self, place: usize) -> bool {
        match self.ops.get(place + 1) {
            Some(Op::Write { file, .. } | Op::Truncate { file, .. }) => !self.is_wal(*file),
            Some(Op::Sync { .. } | Op::Delete { .. }) | None => false,
        }
    }
}

/// How a disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Nothing more can be written: the disk is full.
    Full,
    /// A write fails.
    Write,
    /// A sync fails.
    Sync,
}

/// A failure that waits for its moment.
#[derive(Debug, Clone, Copy)]
struct Armed {
    failure: Failure,
    /// Operations of its kind that still succeed.
    after: usize,
    /// Operations that then fail, until the disk is well again.
    lasting: usize,
}

/// Writes down what reaches a folder's disk, and lets it fail.
#[derive(Debug, Default)]
pub struct Recorder {
    log: Mutex<Log>,
    armed: Mutex<Option<Armed>>,
}

impl Recorder {
    /// What was written down so far.
    pub fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A file that lay there, safely, before anything was written down.
    pub fn begin_with(&self, name: &str, content: Vec<u8>) {
        let file = self.file(name);
        self.log().before[file] = Some(content);
    }

    /// What was written down, taken away: what comes later is nobody's business.
    pub fn take(&self) -> Log {
        std::mem::take(&mut *self.log())
    }

    /// This moment, as the number of operations before it.
    pub fn moment(&self) -> usize {
        self.log().ops.len()
    }

    /// After `after` more operations that it concerns, `lasting` of them fail.
    pub fn fail(&self, failure: Failure, after: usize, lasting: usize) {
        *self.armed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Armed { failure, after, lasting });
    }

    /// The disk is well again. Says whether it had failed at all.
    pub fn heal(&self) -> bool {
        let armed = self.armed.lock().unwrap_or_else(PoisonError::into_inner).take();
        armed.is_none_or(|armed| armed.after == 0)
    }

    /// A file's place among the names.
    pub(crate) fn file(&self, name: &str) -> usize {
        let mut log = self.log();
        log.files.iter().position(|known| known == name).unwrap_or_else(|| {
            log.files.push(name.to_owned());
            log.before.push(None);
            log.files.len() - 1
        })
    }

    /// Writes an operation down; or gives back the code with which it fails.
    pub(crate) fn note(&self, op: Op) -> c_int {
        if let Some(code) = self.failing(&op) {
            return code;
        }
        self.log().ops.push(op);
        SQLITE_OK
    }

    fn failing(&self, op: &Op) -> Option<c_int> {
        let mut armed = self.armed.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = armed.as_mut()?;
        let code = match (plan.failure, op) {
            (Failure::Full, Op::Write { .. }) => SQLITE_FULL,
            (Failure::Write, Op::Write { .. }) => SQLITE_IOERR_WRITE,
            (Failure::Sync, Op::Sync { .. }) => SQLITE_IOERR_FSYNC,
            (Failure::Full | Failure::Write | Failure::Sync, _) => return None,
        };
        if plan.after > 0 {
            plan.after -= 1;
            return None;
        }
        if plan.lasting == 0 {
            *armed = None;
            return None;
        }
        plan.lasting -= 1;
        Some(code)
    }
}

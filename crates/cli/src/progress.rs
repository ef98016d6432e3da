//! How far long work is, on standard error: one line that moves on a terminal, a few lines elsewhere.

use crate::output::note;
use pos::import::Position;
use pos::{Progress, Stage};
use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How often the line of a terminal moves.
const REPAINT_EVERY: Duration = Duration::from_millis(100);

/// Parts of the whole that get a line of their own elsewhere.
const LINES: u64 = 10;

/// Shows how far one piece of work is.
pub(crate) struct Meter {
    what: &'static str,
    last: Mutex<Last>,
}

/// What was shown last.
struct Last {
    at: Option<Instant>,
    part: u64,
}

impl Meter {
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what, last: Mutex::new(Last { at: None, part: 0 }) }
    }

    /// Shows a position, if enough has changed since the last one.
    pub(crate) fn show(&self, position: Position) {
        let Position { done, total, bad } = position;
        let bad = if bad == 0 { String::new() } else { format!(", {bad} bad") };
        let line = format!("{} {done} of {total}{bad}", self.what);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if io::stderr().is_terminal() {
            if done == total || last.at.is_none_or(|at| at.elapsed() >= REPAINT_EVERY) {
                last.at = Some(Instant::now());
                let end = if done == total { "\n" } else { "" };
                let _ = write!(io::stderr(), "\r\x1b[K{line}{end}");
            }
            return;
        }
        let part = (done * LINES).checked_div(total).unwrap_or(LINES);
        if part > last.part {
            last.part = part;
            note(&line);
        }
    }
}

/// Tells what takes long while a file opens, once a stage.
pub(crate) fn opening(progress: Progress) {
    let first = progress.done == 0;
    match progress.stage {
        Stage::Checking if first => note("checking the file: the program did not stop cleanly the last time"),
        Stage::Verifying if first && progress.total > 0 => note("walking the journal's chain"),
        Stage::Migrating if first => note("bringing the file up to date"),
        Stage::Rebuilding if first && progress.total > 0 => note("making views anew"),
        Stage::Checking | Stage::Verifying | Stage::Migrating | Stage::Rebuilding => {}
    }
}

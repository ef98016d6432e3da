//! Ctrl-C: the first asks long work to stop between two commits, the second ends the program.

use crate::output::note;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit code of a program that an interrupt ended.
const INTERRUPTED: i32 = 130;

/// A flag that an interrupt sets.
pub(crate) fn on_interrupt() -> Arc<AtomicBool> {
    let asked = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&asked);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_err() {
            return;
        }
        flag.store(true, Ordering::Relaxed);
        note("stopping; once more ends the program at once, and the journal stays whole");
        if tokio::signal::ctrl_c().await.is_ok() {
            std::process::exit(INTERRUPTED);
        }
    });
    asked
}

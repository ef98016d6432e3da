//! What the tests across the contexts share: a counter on a temporary folder, and the real window.

pub mod commands;
pub mod counter;
pub mod day;
pub mod display;
pub mod driver;
pub mod dropping;
pub mod earlier;
pub mod gestures;
pub mod grand;
pub mod ledger;
pub mod paper;
pub mod processes;
pub mod redelivery;
pub mod taps;
pub mod window;

use std::path::PathBuf;

/// The project's folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).unwrap_or_default()
}

/// Whether generated files are written instead of compared.
pub fn updates() -> bool {
    std::env::var_os("MINAS_UPDATE").is_some()
}

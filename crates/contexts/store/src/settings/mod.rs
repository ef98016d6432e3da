//! What a shop chooses beyond the law: its receipt's own words, where paper comes out, and how a register looks.

mod look;
mod printer;
mod receipt;

pub use look::{Look, MAX_TEXT_SCALE_PERCENT, MIN_TEXT_SCALE_PERCENT, Theme};
pub use printer::{CodePage, PaperWidth, PrinterConnection, PrinterSettings};
pub use receipt::{Logo, ReceiptSettings};

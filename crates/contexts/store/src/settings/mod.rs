//! What a shop chooses beyond the law: its receipt's own words, where paper comes out, and how a register looks.

mod keys;
mod look;
mod printer;
mod receipt;
mod text;

pub use look::{
    Look, MAX_LOCK_MINUTES, MAX_TEXT_SCALE_PERCENT, MIN_TEXT_SCALE_PERCENT, TEXT_SCALE_STEP_PERCENT, Theme,
};
pub use printer::{CodePage, PaperWidth, PrinterConnection, PrinterSettings};
pub use receipt::{
    Logo, MAX_FOOTER_LETTERS, MAX_FOOTER_LINES, MAX_LINK_CHARS, MAX_LOGO_HEIGHT_DOTS, MAX_LOGO_WIDTH_DOTS,
    ReceiptSettings,
};

//! Reads a printer's bytes back, strictly: an unknown command, a letter that the table lacks, or a line wider than
//! the paper is an error, where a printer would print rubbish.

mod draw;
mod reader;

use crate::escpos::Width;
pub use crate::lettering::Place;
use crate::paper::{Bitmap, Size, Style};
use reader::Reader;

pub use draw::draw;

/// One thing that a printer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A line of the printer's own letters.
    Line(Line),
    /// Dots over the paper's width; bands that follow each other are one picture.
    Picture(Bitmap),
    /// So many empty lines.
    Feed(usize),
    /// The blade.
    Cut,
    /// The drawer opens.
    Drawer,
}

/// One line of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub place: Place,
    /// Its parts, each of one look.
    pub runs: Vec<Run>,
}

/// Letters of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// Their look.
    pub style: Style,
}

impl Line {
    /// All of its letters.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Where the bytes stopped making sense, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("at byte {at}: {why}")]
pub struct Misread {
    /// From 0.
    pub at: usize,
    /// What is wrong there.
    pub why: Why,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Not a command that is known here.
    #[error("unknown command {0:02x} {1:02x}")]
    UnknownCommand(u8, u8),
    /// A known command with a value that it does not have.
    #[error("command {0:02x} {1:02x} does not take {2:02x}")]
    BadValue(u8, u8, u8),
    /// The bytes end inside a command.
    #[error("cut short")]
    CutShort,
    /// Nothing stands at this byte of the table.
    #[error("no letter at {0:02x}")]
    NoLetter(u8),
    /// A line or picture is wider than the paper.
    #[error("{0} dots are wider than the paper")]
    TooWide(usize),
    /// A picture or an alignment begins in the middle of a line, or the paper ends in it.
    #[error("the line has not ended")]
    InsideLine,
}

/// What a printer with this roll does with the bytes.
pub fn read(bytes: &[u8], width: Width) -> Result<Vec<Item>, Misread> {
    Reader::new(bytes, width).read_all()
}

/// The lines of letters, without what pads them at the ends; a picture is `[picture]`.
pub fn text(items: &[Item]) -> Vec<String> {
    let shown = |item: &Item| match item {
        Item::Line(line) => Some(line.text().trim().to_owned()),
        Item::Picture(_) => Some("[picture]".to_owned()),
        Item::Feed(_) | Item::Cut | Item::Drawer => None,
    };
    items.iter().filter_map(shown).collect()
}

/// Dots across one letter of font A.
fn letter_width(style: Style) -> usize {
    match style.size {
        Size::Normal => 12,
        Size::Large => 24,
    }
}

//! Bytes for receipt printers that speak ESC/POS, as nearly all do.
//!
//! Commands and numbers are those of Epson's reference for TM printers; only what cheap printers understand too is
//! used, so codes and rules are drawn.

mod columns;
mod raster;
mod tables;
mod wrap;

use crate::clean::clean;
use crate::codes;
use crate::lettering::{Place, lettering};
use crate::paper::{Align, Bitmap, Block, Direction, Paper, Size, Style};

/// Opens the drawer on the printer's first connector: 50 ms on, 500 ms off.
pub const DRAWER_KICK: &[u8] = &[0x1b, b'p', 0, 25, 250];

/// Initialise; leave the double-byte mode in which Chinese printers start; ASCII as it is written in America.
const START: &[u8] = &[0x1b, b'@', 0x1c, b'.', 0x1b, b'R', 0];
/// Six lines on, the last one is past the blade and past the edge to tear at.
const FEED_OUT: &[u8] = &[0x1b, b'd', 6];
/// Cut, but for one point.
const CUT: &[u8] = &[0x1d, b'V', 1];

/// What the bytes are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The roll.
    pub width: Width,
    /// The letters that the printer itself has.
    pub table: Table,
    /// Whether the printer cuts the paper at the end.
    pub cut: bool,
}

/// The roll of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 384 dots, 32 letters.
    Mm58,
    /// 576 dots, 48 letters.
    Mm80,
}

impl Width {
    /// Dots across the printable width.
    pub fn dots(self) -> usize {
        match self {
            Self::Mm58 => 384,
            Self::Mm80 => 576,
        }
    }

    /// Letters of font A, 12 dots wide, that stand on a line.
    pub fn letters(self) -> usize {
        self.dots() / 12
    }
}

/// The letters that a printer has. A line with any other is drawn, and so is all paper that runs from right to left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Windows-1253: Greek with the euro sign.
    Wpc1253,
    /// ISO 8859-7: Greek with the euro sign.
    Iso8859_7,
    /// PC858: western European with the euro sign.
    Pc858,
    /// None: everything is drawn.
    Picture,
}

/// The paper in the printer's language. Takes a moment where much is drawn: keep it off a thread that must not wait.
pub fn encode(paper: &Paper, shape: &Shape) -> Vec<u8> {
    let table = match paper.direction {
        Direction::LeftToRight => shape.table,
        // No table has Arabic; figures in the printer's letters between drawn lines would look patched.
        Direction::RightToLeft => Table::Picture,
    };
    let mut encoder = Encoder { shape: Shape { table, ..*shape }, direction: paper.direction, out: START.to_vec() };
    encoder.out.extend([0x1b, b't', table.page()]);
    for block in &paper.blocks {
        encoder.block(block);
    }
    encoder.out.extend(FEED_OUT);
    if shape.cut {
        encoder.out.extend(CUT);
    }
    encoder.out
}

struct Encoder {
    shape: Shape,
    direction: Direction,
    out: Vec<u8>,
}

impl Encoder {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Text { text, align, style } => self.text(text, *align, *style),
            Block::Columns { left, right, style } => self.columns(left, right, *style),
            Block::Rule => self.raster(&rule(self.shape.width.dots())),
            Block::Space => self.out.push(b'\n'),
            Block::Picture(picture) => self.centred(picture),
            Block::Barcode(text) => {
                if let Some(drawn) = codes::barcode(text, self.shape.width.dots()) {
                    self.centred(&drawn);
                }
                self.text(text, Align::Centre, Style::PLAIN);
            }
            Block::Qr(text) => match codes::qr(text, self.shape.width.dots()) {
                Some(drawn) => self.centred(&drawn),
                None => self.text(text, Align::Centre, Style::PLAIN),
            },
        }
    }

    fn text(&mut self, text: &str, align: Align, style: Style) {
        let cleaned = clean(text);
        if cleaned.is_empty() {
            return;
        }
        let place = self.place(align);
        for paragraph in cleaned.split('\n') {
            match self.shape.table.letters(paragraph) {
                Some(letters) => {
                    for line in wrap::wrap(&letters, self.capacity(style)) {
                        self.line(&line, place, style);
                    }
                }
                None => self.drawn(paragraph, place, style),
            }
        }
    }

    fn drawn(&mut self, text: &str, place: Place, style: Style) {
        let drawn = lettering().draw(text, style, self.direction, (self.shape.width.dots(), place));
        self.raster(&styled(drawn, style));
    }

    /// One line of the printer's own letters. White on black goes from edge to edge, as where it is drawn.
    fn line(&mut self, letters: &[u8], place: Place, style: Style) {
        if style.inverse && letters.len() < self.capacity(style) {
            return self.line(&padded(letters, place, self.capacity(style)), place, style);
        }
        let plain = place == Place::Left && style == Style::PLAIN;
        if !plain {
            self.look(place, style);
        }
        self.out.extend(letters.iter().map(|&letter| if letter == tables::NO_BREAK { b' ' } else { letter }));
        self.out.push(b'\n');
        if !plain {
            self.look(Place::Left, Style::PLAIN);
        }
    }

    fn look(&mut self, place: Place, style: Style) {
        let place = match place {
            Place::Left => 0,
            Place::Centre => 1,
            Place::Right => 2,
        };
        let size = match style.size {
            Size::Normal => 0,
            Size::Large => 0x11,
        };
        self.out.extend([0x1b, b'a', place, 0x1b, b'E', u8::from(style.bold)]);
        self.out.extend([0x1d, b'!', size, 0x1d, b'B', u8::from(style.inverse)]);
    }

    /// Letters on a line.
    fn capacity(&self, style: Style) -> usize {
        match style.size {
            Size::Normal => self.shape.width.letters(),
            Size::Large => self.shape.width.letters() / 2,
        }
    }

    fn place(&self, align: Align) -> Place {
        match (align, self.direction) {
            (Align::Centre, _) => Place::Centre,
            (Align::Start, Direction::LeftToRight) | (Align::End, Direction::RightToLeft) => Place::Left,
            (Align::End, Direction::LeftToRight) | (Align::Start, Direction::RightToLeft) => Place::Right,
        }
    }
}

fn padded(letters: &[u8], place: Place, width: usize) -> Vec<u8> {
    let room = width - letters.len();
    let before = match place {
        Place::Left => 0,
        Place::Centre => room / 2,
        Place::Right => room,
    };
    [vec![b' '; before], letters.to_vec(), vec![b' '; room - before]].concat()
}

fn rule(dots: usize) -> Bitmap {
    let mut drawn = Bitmap::blank(dots, 16);
    for x in 0..dots {
        drawn.blacken(x, 7);
        drawn.blacken(x, 8);
    }
    drawn
}

fn styled(mut drawn: Bitmap, style: Style) -> Bitmap {
    if style.inverse {
        for byte in &mut drawn.bits {
            *byte = !*byte;
        }
    }
    drawn
}

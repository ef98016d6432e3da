//! Reads a printer's bytes back, strictly: an unknown command, a letter that the table lacks, or a line wider than
//! the paper is an error, where a printer would print rubbish.

mod draw;

use crate::escpos::{Table, Width};
pub use crate::lettering::Place;
use crate::paper::{Bitmap, Size, Style};

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
    let mut reader = Reader {
        bytes,
        at: 0,
        width,
        table: Table::Picture,
        style: Style::PLAIN,
        place: Place::Left,
        runs: Vec::new(),
        items: Vec::new(),
    };
    while reader.at < bytes.len() {
        let began = reader.at;
        reader.step().map_err(|why| Misread { at: began, why })?;
    }
    if !reader.runs.is_empty() {
        return Err(Misread { at: bytes.len(), why: Why::InsideLine });
    }
    Ok(reader.items)
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

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    width: Width,
    table: Table,
    style: Style,
    place: Place,
    runs: Vec<Run>,
    items: Vec<Item>,
}

impl Reader<'_> {
    fn next(&mut self) -> Result<u8, Why> {
        let byte = *self.bytes.get(self.at).ok_or(Why::CutShort)?;
        self.at += 1;
        Ok(byte)
    }

    fn step(&mut self) -> Result<(), Why> {
        match self.next()? {
            b'\n' => self.end_line(),
            0x1b => self.escape(),
            0x1c => match self.next()? {
                b'.' => Ok(()),
                other => Err(Why::UnknownCommand(0x1c, other)),
            },
            0x1d => self.group(),
            control @ 0..0x20 => Err(Why::UnknownCommand(control, 0)),
            letter => self.letter(letter),
        }
    }

    fn escape(&mut self) -> Result<(), Why> {
        match self.next()? {
            b'@' => {
                (self.table, self.style, self.place) = (Table::Picture, Style::PLAIN, Place::Left);
                Ok(())
            }
            b't' => {
                let page = self.next()?;
                self.table = Table::by_page(page).ok_or(Why::BadValue(0x1b, b't', page))?;
                Ok(())
            }
            b'a' => self.align(),
            b'E' => {
                self.style.bold = self.switch(b'E')?;
                Ok(())
            }
            // America's ASCII, and font A, in which the width of letters is reckoned.
            command @ (b'R' | b'M') => match self.next()? {
                0 => Ok(()),
                other => Err(Why::BadValue(0x1b, command, other)),
            },
            b'd' => {
                let lines = usize::from(self.next()?);
                if !self.runs.is_empty() {
                    self.end_line()?;
                }
                self.items.push(Item::Feed(lines));
                Ok(())
            }
            b'p' => {
                let (_connector, _on, _off) = (self.next()?, self.next()?, self.next()?);
                self.items.push(Item::Drawer);
                Ok(())
            }
            other => Err(Why::UnknownCommand(0x1b, other)),
        }
    }

    fn align(&mut self) -> Result<(), Why> {
        if !self.runs.is_empty() {
            return Err(Why::InsideLine);
        }
        self.place = match self.next()? {
            0 | b'0' => Place::Left,
            1 | b'1' => Place::Centre,
            2 | b'2' => Place::Right,
            other => return Err(Why::BadValue(0x1b, b'a', other)),
        };
        Ok(())
    }

    fn group(&mut self) -> Result<(), Why> {
        match self.next()? {
            b'!' => {
                self.style.size = match self.next()? {
                    0 => Size::Normal,
                    0x11 => Size::Large,
                    other => return Err(Why::BadValue(0x1d, b'!', other)),
                };
                Ok(())
            }
            b'B' => {
                self.style.inverse = self.switch(b'B')?;
                Ok(())
            }
            b'v' => self.raster(),
            b'V' => {
                match self.next()? {
                    0 | 1 | b'0' | b'1' => {}
                    65 | 66 => {
                        self.next()?;
                    }
                    other => return Err(Why::BadValue(0x1d, b'V', other)),
                }
                self.items.push(Item::Cut);
                Ok(())
            }
            other => Err(Why::UnknownCommand(0x1d, other)),
        }
    }

    fn switch(&mut self, command: u8) -> Result<bool, Why> {
        match self.next()? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(Why::BadValue(0, command, other)),
        }
    }

    fn letter(&mut self, byte: u8) -> Result<(), Why> {
        let letter = self.table.letter(byte).ok_or(Why::NoLetter(byte))?;
        match self.runs.last_mut().filter(|run| run.style == self.style) {
            Some(run) => run.text.push(letter),
            None => self.runs.push(Run { text: letter.to_string(), style: self.style }),
        }
        let dots = self.runs.iter().map(|run| run.text.chars().count() * letter_width(run.style)).sum();
        if dots > self.width.dots() { Err(Why::TooWide(dots)) } else { Ok(()) }
    }

    #[expect(clippy::unnecessary_wraps, reason = "one of the steps, which all answer alike")]
    fn end_line(&mut self) -> Result<(), Why> {
        let runs = std::mem::take(&mut self.runs);
        self.items.push(Item::Line(Line { place: self.place, runs }));
        Ok(())
    }

    fn raster(&mut self) -> Result<(), Why> {
        match (self.next()?, self.next()?) {
            (b'0', 0 | b'0') => {}
            (_, scale) => return Err(Why::BadValue(0x1d, b'v', scale)),
        }
        if !self.runs.is_empty() {
            return Err(Why::InsideLine);
        }
        let row_len = usize::from(u16::from_le_bytes([self.next()?, self.next()?]));
        let height = usize::from(u16::from_le_bytes([self.next()?, self.next()?]));
        let width = row_len * 8;
        if width > self.width.dots() {
            return Err(Why::TooWide(width));
        }
        let end = self.at + row_len * height;
        let bits = self.bytes.get(self.at..end).ok_or(Why::CutShort)?;
        self.at = end;
        match self.items.last_mut() {
            Some(Item::Picture(above)) if above.width == width => {
                above.height += height;
                above.bits.extend(bits);
            }
            _ => self.items.push(Item::Picture(Bitmap { width, height, bits: bits.to_vec() })),
        }
        Ok(())
    }
}

/// Dots across one letter of font A.
fn letter_width(style: Style) -> usize {
    match style.size {
        Size::Normal => 12,
        Size::Large => 24,
    }
}

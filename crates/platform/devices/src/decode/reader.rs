//! One command after the other.

use super::{Item, Line, Misread, Place, Run, Why, letter_width};
use crate::escpos::{Table, Width};
use crate::paper::{Bitmap, Size, Style};

pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    width: Width,
    table: Table,
    style: Style,
    place: Place,
    runs: Vec<Run>,
    items: Vec<Item>,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8], width: Width) -> Self {
        let (table, style, place) = (Table::Picture, Style::PLAIN, Place::Left);
        Self { bytes, at: 0, width, table, style, place, runs: Vec::new(), items: Vec::new() }
    }

    pub fn read_all(mut self) -> Result<Vec<Item>, Misread> {
        while self.at < self.bytes.len() {
            let began = self.at;
            self.step().map_err(|why| Misread { at: began, why })?;
        }
        if self.runs.is_empty() { Ok(self.items) } else { Err(Misread { at: self.at, why: Why::InsideLine }) }
    }

    fn next(&mut self) -> Result<u8, Why> {
        let byte = *self.bytes.get(self.at).ok_or(Why::CutShort)?;
        self.at += 1;
        Ok(byte)
    }

    fn step(&mut self) -> Result<(), Why> {
        match self.next()? {
            b'\n' => self.end_line(),
            // Printers skip it; some writers end lines with it.
            b'\r' => Ok(()),
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
            b'!' => self.print_mode(),
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
                let mut lines = usize::from(self.next()?);
                if !self.runs.is_empty() && lines > 0 {
                    self.end_line()?;
                    lines -= 1;
                }
                if lines > 0 {
                    self.items.push(Item::Feed(lines));
                }
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

    /// The older way to say bold and large.
    fn print_mode(&mut self) -> Result<(), Why> {
        let mode = self.next()?;
        self.style.size = match mode & !0x08 {
            0 => Size::Normal,
            0x30 => Size::Large,
            _ => return Err(Why::BadValue(0x1b, b'!', mode)),
        };
        self.style.bold = mode & 0x08 != 0;
        Ok(())
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

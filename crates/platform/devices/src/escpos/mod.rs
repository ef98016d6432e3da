//! Bytes for receipt printers that speak ESC/POS, as nearly all do.

use crate::paper::Paper;

/// Opens the drawer on the printer's first connector: 50 ms on, 500 ms off.
pub const DRAWER_KICK: &[u8] = &[0x1b, b'p', 0, 25, 250];

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

/// The letters that a printer has. A line with any other is drawn.
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

/// The paper in the printer's language.
pub fn encode(_paper: &Paper, _shape: &Shape) -> Vec<u8> {
    vec![0x1b, b'@']
}

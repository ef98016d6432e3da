//! What stands on a piece of paper, from top to bottom, whatever prints it.

/// One piece of paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paper {
    /// Where a line starts.
    pub direction: Direction,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// The side on which a line starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Latin and Greek: the start is the left edge.
    #[default]
    LeftToRight,
    /// Arabic and Hebrew: the start is the right edge.
    RightToLeft,
}

/// One thing on the paper, over its whole width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; it wraps between words, and `\n` starts a new line.
    Text {
        /// Any text at all: what a printer could take for a command is dropped.
        text: String,
        /// Where its lines stand.
        align: Align,
        /// How it looks.
        style: Style,
    },
    /// Two texts on one line, such as a name and an amount.
    Columns {
        /// At the start of the line; it wraps beside `right`.
        left: String,
        /// At the end of the last line.
        right: String,
        /// How both look.
        style: Style,
    },
    /// A line across the paper.
    Rule,
    /// An empty line.
    Space,
    /// A picture in the middle of the paper; one wider than the paper loses its edge.
    Picture(Bitmap),
    /// Code 128, with its text beneath. What cannot be drawn on this paper stands as text alone.
    Barcode(String),
    /// A QR code. What cannot be drawn on this paper stands as text.
    Qr(String),
}

/// Where lines stand, seen from where reading starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Where a line starts: left, and right in Arabic.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// Where a line ends: right, and left in Arabic.
    End,
}

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Thicker letters.
    pub bold: bool,
    /// How big they are.
    pub size: Size,
    /// White on black.
    pub inverse: bool,
}

/// The size of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// 12 × 24 dots.
    #[default]
    Normal,
    /// Twice as wide and twice as high.
    Large,
}

impl Style {
    /// Neither bold, large nor inverse.
    pub const PLAIN: Self = Self { bold: false, size: Size::Normal, inverse: false };
    /// Normal size, bold.
    pub const BOLD: Self = Self { bold: true, size: Size::Normal, inverse: false };
    /// Twice the size.
    pub const LARGE: Self = Self { bold: false, size: Size::Large, inverse: false };
    /// Twice the size, bold.
    pub const LARGE_BOLD: Self = Self { bold: true, size: Size::Large, inverse: false };
}

/// Black dots on white.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bitmap {
    /// Dots from left to right.
    pub width: usize,
    /// Dots from top to bottom.
    pub height: usize,
    /// Rows of `width.div_ceil(8)` bytes from the top, the leftmost dot in the highest bit; 1 is black.
    pub bits: Vec<u8>,
}

impl Bitmap {
    /// All white.
    pub fn blank(width: usize, height: usize) -> Self {
        Self { width, height, bits: vec![0; width.div_ceil(8) * height] }
    }

    /// Bytes of one row.
    pub fn row_len(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// Whether the dot is black; outside of the picture all is white.
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        x < self.width
            && y < self.height
            && self.bits.get(y * self.row_len() + x / 8).is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }

    /// Makes the dot black; outside of the picture nothing happens.
    pub fn blacken(&mut self, x: usize, y: usize) {
        if x >= self.width || y >= self.height {
            return;
        }
        let at = y * self.row_len() + x / 8;
        if let Some(byte) = self.bits.get_mut(at) {
            *byte |= 0x80 >> (x % 8);
        }
    }

    /// Lays the black dots of `other` over these, its upper left corner at (`x`, `y`).
    pub fn lay(&mut self, other: &Self, x: usize, y: usize) {
        for row in 0..other.height {
            for column in 0..other.width {
                if other.is_black(column, row) {
                    self.blacken(x + column, y + row);
                }
            }
        }
    }
}

impl Paper {
    /// Empty paper.
    pub fn new(direction: Direction) -> Self {
        Self { direction, blocks: Vec::new() }
    }

    /// Plain text at the start of the line.
    pub fn text(&mut self, text: impl Into<String>) -> &mut Self {
        self.styled(text, Align::Start, Style::PLAIN)
    }

    /// Text with its place and look.
    pub fn styled(&mut self, text: impl Into<String>, align: Align, style: Style) -> &mut Self {
        self.block(Block::Text { text: text.into(), align, style })
    }

    /// Two texts on one line.
    pub fn columns(&mut self, left: impl Into<String>, right: impl Into<String>, style: Style) -> &mut Self {
        self.block(Block::Columns { left: left.into(), right: right.into(), style })
    }

    /// A line across the paper.
    pub fn rule(&mut self) -> &mut Self {
        self.block(Block::Rule)
    }

    /// An empty line.
    pub fn space(&mut self) -> &mut Self {
        self.block(Block::Space)
    }

    /// Whatever is next.
    pub fn block(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }
}

//! Text as dots: shaped, in reading order, wrapped. For letters that a printer does not have.

use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use cosmic_text::{
    Align, Attrs, Buffer, Color, Family, FontSystem, Metrics, Shaping, Stretch, SwashCache, Weight, Wrap, fontdb,
};

use crate::clean::runs_right_to_left;
use crate::paper::{Bitmap, Direction, Size, Style};

const REGULAR: &[u8] = include_bytes!("../fonts/DejaVuSansCondensed.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/DejaVuSansCondensed-Bold.ttf");
const FAMILY: &str = "DejaVu Sans Condensed";

/// Makes the text after it run from right to left, whatever its first letter.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// From this much ink on, a dot is black; a little below the half, because thin strokes fade on thermal paper.
const INK: u8 = 0x68;

/// Where a line stands, seen from the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

/// The fonts of this program, and no other: a paper looks the same on every machine.
pub(crate) struct Lettering {
    fonts: FontSystem,
    cache: SwashCache,
}

static LETTERING: LazyLock<Mutex<Lettering>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in [REGULAR, BOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    let fonts = FontSystem::new_with_locale_and_db("en".to_owned(), fonts);
    Mutex::new(Lettering { fonts, cache: SwashCache::new() })
});

/// Loaded at the first letter that needs it.
pub(crate) fn lettering() -> MutexGuard<'static, Lettering> {
    LETTERING.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lettering {
    /// Dots from the top of one line to the top of the next.
    pub fn line_height(size: Size) -> usize {
        match size {
            Size::Normal => 32,
            Size::Large => 60,
        }
    }

    /// Dots across the widest line if none is wrapped.
    pub fn measure(&mut self, text: &str, style: Style, direction: Direction) -> usize {
        let text = self.lay_out(text, style, direction, None);
        text.layout_runs().map(|line| whole_dots(line.line_w)).max().unwrap_or(0)
    }

    /// The text in a picture of exactly this width, as high as its lines need.
    pub fn draw(&mut self, text: &str, style: Style, direction: Direction, frame: (usize, Place)) -> Bitmap {
        let (width, place) = frame;
        let mut buffer = self.lay_out(text, style, direction, Some((width, place)));
        let lines = buffer.layout_runs().count().max(1);
        let mut drawn = Bitmap::blank(width, lines * Self::line_height(style.size));
        let black = Color::rgb(0, 0, 0);
        buffer.draw(&mut self.fonts, &mut self.cache, black, |x, y, _, _, color| {
            if let (Ok(x), Ok(y), true) = (usize::try_from(x), usize::try_from(y), color.a() >= INK) {
                drawn.blacken(x, y);
            }
        });
        drawn
    }

    fn lay_out(&mut self, text: &str, style: Style, direction: Direction, frame: Option<(usize, Place)>) -> Buffer {
        let metrics = match style.size {
            Size::Normal => Metrics::new(24.0, 32.0),
            Size::Large => Metrics::new(46.0, 60.0),
        };
        let weight = if style.bold { Weight::BOLD } else { Weight::NORMAL };
        let attrs = Attrs::new().family(Family::Name(FAMILY)).stretch(Stretch::Condensed).weight(weight);
        let mut buffer = Buffer::new(&mut self.fonts, metrics);
        buffer.set_wrap(if frame.is_some() { Wrap::WordOrGlyph } else { Wrap::None });
        let width = frame.map(|(width, _)| f32::from(u16::try_from(width).unwrap_or(u16::MAX)));
        buffer.set_size(width, None);
        let align = frame.map(|(_, place)| match place {
            Place::Left => Align::Left,
            Place::Centre => Align::Center,
            Place::Right => Align::Right,
        });
        buffer.set_text(&in_reading_order(text, direction), &attrs, Shaping::Advanced, align);
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer
    }
}

/// On paper that runs from right to left, so does a line with any such letter, even behind a Latin name; a line of
/// figures alone does not, or its minus sign would change sides. Elsewhere the first letter decides.
fn in_reading_order(text: &str, direction: Direction) -> String {
    let mark = |line: &str| match direction {
        Direction::RightToLeft if line.chars().any(runs_right_to_left) => format!("{RIGHT_TO_LEFT_MARK}{line}"),
        Direction::RightToLeft | Direction::LeftToRight => line.to_owned(),
    };
    text.split('\n').map(mark).collect::<Vec<_>>().join("\n")
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a line's width is a few thousand at most")]
fn whole_dots(width: f32) -> usize {
    width.ceil() as usize
}

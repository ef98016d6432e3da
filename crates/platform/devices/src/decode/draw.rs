//! A picture of the paper, for looking at.

use super::{Item, Line, Misread, Place, letter_width, read};
use crate::escpos::Width;
use crate::lettering::{Lettering, lettering};
use crate::paper::{Bitmap, Direction, Size, Style};

/// Dots that a line of plain letters takes.
const LINE: usize = 30;

/// The paper as it comes out, as near as our own letters are to a printer's.
pub fn draw(bytes: &[u8], width: Width) -> Result<Bitmap, Misread> {
    let strips: Vec<_> = read(bytes, width)?.iter().map(|item| strip(item, width)).collect();
    let mut paper = Bitmap::blank(width.dots(), strips.iter().map(|strip| strip.height).sum());
    let mut top = 0;
    for strip in strips {
        paper.lay(&strip, 0, top);
        top += strip.height;
    }
    Ok(paper)
}

fn strip(item: &Item, width: Width) -> Bitmap {
    match item {
        Item::Line(line) => draw_line(line, width.dots()),
        Item::Picture(picture) => picture.clone(),
        Item::Feed(lines) => Bitmap::blank(width.dots(), lines * LINE),
        Item::Cut | Item::Drawer => Bitmap::blank(width.dots(), 0),
    }
}

fn draw_line(line: &Line, dots: usize) -> Bitmap {
    let large = line.runs.iter().any(|run| run.style.size == Size::Large);
    let mut drawn = Bitmap::blank(dots, if large { Lettering::line_height(Size::Large) } else { LINE });
    let used: usize = line.runs.iter().map(|run| run.text.chars().count() * letter_width(run.style)).sum();
    let mut left = match line.place {
        Place::Left => 0,
        Place::Centre => dots.saturating_sub(used) / 2,
        Place::Right => dots.saturating_sub(used),
    };
    for run in &line.runs {
        for letter in run.text.chars() {
            draw_letter(&mut drawn, letter, run.style, left);
            left += letter_width(run.style);
        }
    }
    drawn
}

/// In a cell as wide as the printer's, whatever the width of ours.
fn draw_letter(line: &mut Bitmap, letter: char, style: Style, left: usize) {
    let cell = letter_width(style);
    let mut text = [0; 4];
    let text = letter.encode_utf8(&mut text);
    let wide = lettering().measure(text, style, Direction::LeftToRight).max(cell);
    let drawn = lettering().draw(text, style, Direction::LeftToRight, (wide, Place::Centre));
    let top = line.height.saturating_sub(drawn.height);
    for y in 0..drawn.height {
        for x in 0..cell {
            // Of a letter wider than its cell, every so many columns are left out.
            if drawn.is_black(x * wide / cell, y) != style.inverse {
                line.blacken(left + x, top + y);
            }
        }
    }
}

//! Two texts on one line, in letters or in dots.

use super::{Encoder, styled, wrap};
use crate::clean::clean_line;
use crate::lettering::{Place, lettering};
use crate::paper::{Align, Bitmap, Direction, Style};

/// Dots between the columns.
const GAP: usize = 12;

impl Encoder {
    pub(super) fn columns(&mut self, left: &str, right: &str, style: Style) {
        let (left, right) = (clean_line(left), clean_line(right));
        let letters = (self.shape.table.letters(&left), self.shape.table.letters(&right));
        match letters {
            (Some(left), Some(right)) => self.columns_of_letters(&left, &right, style),
            _ => self.columns_of_dots(&left, &right, style),
        }
    }

    /// Only paper that runs from left to right has letters.
    fn columns_of_letters(&mut self, left: &[u8], right: &[u8], style: Style) {
        let capacity = self.capacity(style);
        let longest_word = left.split(|&letter| letter == b' ').map(<[u8]>::len).max().unwrap_or(0);
        if no_room(right.len() + 1, (left.len(), longest_word), capacity) {
            // No room beside it: it gets lines of its own.
            for (text, place) in [(left, Place::Left), (right, Place::Right)] {
                for line in wrap::wrap(text, capacity) {
                    self.line(&line, place, style);
                }
            }
            return;
        }
        let mut lines = wrap::wrap(left, capacity - right.len() - 1);
        let last = lines.pop().unwrap_or_default();
        for line in lines {
            self.line(&line, Place::Left, style);
        }
        let gap = vec![b' '; capacity - last.len() - right.len()];
        self.line(&[last.as_slice(), &gap, right].concat(), Place::Left, style);
    }

    fn columns_of_dots(&mut self, left: &str, right: &str, style: Style) {
        let dots = self.shape.width.dots();
        let (start, end) = (self.place(Align::Start), self.place(Align::End));
        // A dot more, so that no fraction makes it wrap.
        let right_width = lettering().measure(right, style, self.direction) + 1;
        let measured = |text| lettering().measure(text, style, self.direction);
        let longest_word = left.split(' ').map(measured).max().unwrap_or(0);
        if no_room(right_width + GAP, (measured(left), longest_word), dots) {
            self.drawn(left, start, style);
            self.drawn(right, end, style);
            return;
        }
        let left_width = dots - right_width - GAP;
        let left_drawn = lettering().draw(left, style, self.direction, (left_width, start));
        let right_drawn = lettering().draw(right, style, self.direction, (right_width, end));
        let mut both = Bitmap::blank(dots, left_drawn.height.max(right_drawn.height));
        let (left_x, right_x) = match self.direction {
            Direction::LeftToRight => (0, dots - right_width),
            Direction::RightToLeft => (right_width + GAP, 0),
        };
        let right_y = both.height - right_drawn.height;
        both.lay(&left_drawn, left_x, 0);
        both.lay(&right_drawn, right_x, right_y);
        self.raster(&styled(both, style));
    }
}

/// A left column that must wrap has a third of the paper at least, and its longest word fits, unless no line is as long.
fn no_room(right: usize, (left, longest_word): (usize, usize), whole: usize) -> bool {
    let narrow = right * 3 > whole * 2 || right + longest_word > whole && longest_word <= whole;
    right > whole || right + left > whole && narrow
}

//! Any text at all, made fit for paper: nothing in it can command a printer, reorder a line, or pile up.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of one text that are printed, a quarter of a metre of the widest ones; of a longer one the rest is left out.
pub(crate) const MAX_LETTERS: usize = 1_000;

/// Lines that one text may begin by itself.
const MAX_LINES: usize = 40;

/// Marks on one letter that are printed; every living script does with fewer.
const MAX_MARKS: usize = 4;

const CUT_OFF: &str = "...";

/// Composed, without controls, with plain spaces and `\n` alone between lines.
pub(crate) fn clean(text: &str) -> String {
    let composed = text.replace("\r\n", "\n");
    let mut cleaned = String::new();
    let (mut marks, mut lines) = (0, 1);
    let printable = composed.chars().filter_map(printable).nfc();
    for (count, c) in printable.filter(|&c| few(c, &mut marks)).enumerate() {
        lines += usize::from(c == '\n');
        if count == MAX_LETTERS || lines > MAX_LINES {
            cleaned.push_str(CUT_OFF);
            break;
        }
        cleaned.push(c);
    }
    cleaned
}

/// [`clean`], on a single line.
pub(crate) fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

fn few(c: char, marks: &mut usize) -> bool {
    *marks = if is_combining_mark(c) { *marks + 1 } else { 0 };
    *marks <= MAX_MARKS
}

fn printable(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{2007}' | '\u{202f}' => Some('\u{a0}'),
        _ if c.is_control() || is_invisible(c) => None,
        _ => Some(c),
    }
}

/// Overrides and embeddings could turn an amount round; the others only confuse widths.
/// Joiners stay, because Persian needs them, and so do the three harmless marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether the letter belongs to a script that runs from right to left. Digits and marks do not count.
pub(crate) fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
        && c.is_alphabetic()
}

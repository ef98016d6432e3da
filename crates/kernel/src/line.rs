//! What may stand on one line of a screen or a paper.

use unicode_normalization::char::is_combining_mark;

/// Whether `text` is one line of at most `most` characters that shows what it says: no control characters, which
/// would steer a printer, no breaks of a line, and no marks that turn the direction of the text behind them, with which
/// a name could hide its end or reorder the price beside it. The marks U+200E and U+200F, which turn nothing but
/// themselves, may stand.
#[must_use]
pub fn is_line(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none() && !text.chars().any(misleads)
}

/// Whether nothing of `text` can be seen: blanks, joiners and marks without a letter. Nobody could read or tap such a
/// name.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_combining_mark(c) || is_invisible(c))
}

/// The letters of Unicode's `Default_Ignorable_Code_Point` that keyboards, files and web pages bring.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// The embeddings, overrides and isolates of Unicode Standard Annex 9, and what ends a line.
fn misleads(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{is_blank, is_line};

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(is_line("Θήκη", 4));
        assert!(!is_line("Θήκη", 3));
        assert!(is_line("", 0));
    }

    #[test]
    fn nothing_that_steers_a_printer_or_ends_a_line_may_stand() {
        for text in ["a\u{1b}@", "a\0", "a\n", "a\u{85}", "a\u{2028}b", "a\u{2029}b"] {
            assert!(!is_line(text, 10), "{text:?}");
        }
    }

    #[test]
    fn a_name_that_shows_nothing_is_blank() {
        for text in ["", "  ", "\u{200b}\u{feff}", "\u{3164}", "\u{301}\u{489}", "\u{200f}\u{a0}", "\u{2800}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "-", "Θ\u{200b}", "é", "👩‍👩‍👧", "手"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn nothing_that_turns_what_follows_may_stand() {
        for text in ["\u{202e}00.1", "a\u{2066}b", "\u{202a}a\u{202c}", "\u{2069}"] {
            assert!(!is_line(text, 10), "{text:?}");
        }
        assert!(is_line("شاحن \u{200e}USB-C\u{200f}", 40));
    }
}

//! What may stand on one line of a screen or a paper.

/// Whether `text` is one line of at most `most` characters that shows what it says: no control characters, which
/// would steer a printer, no breaks of a line, and no marks that turn the direction of the text behind them, with which
/// a name could hide its end or reorder the price beside it. The marks U+200E and U+200F, which turn nothing but
/// themselves, may stand.
#[must_use]
pub fn is_line(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none() && !text.chars().any(misleads)
}

/// The embeddings, overrides and isolates of Unicode Standard Annex 9, and what ends a line.
fn misleads(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::is_line;

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
    fn nothing_that_turns_what_follows_may_stand() {
        for text in ["\u{202e}00.1", "a\u{2066}b", "\u{202a}a\u{202c}", "\u{2069}"] {
            assert!(!is_line(text, 10), "{text:?}");
        }
        assert!(is_line("شاحن \u{200e}USB-C\u{200f}", 40));
    }
}

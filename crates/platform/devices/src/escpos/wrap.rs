//! Breaking a line of letters that are all equally wide.

/// Lines of at most `width` letters, broken at spaces, and inside a word only if it is longer than a whole line.
/// Spaces where a line ends are not printed.
pub(super) fn wrap(letters: &[u8], width: usize) -> Vec<Vec<u8>> {
    let mut lines = Vec::new();
    let mut line: Vec<u8> = Vec::new();
    let mut spaces = 0;
    for (at, word) in letters.split(|&letter| letter == b' ').enumerate() {
        spaces += usize::from(at > 0);
        if word.is_empty() {
            continue;
        }
        if line.len() + spaces + word.len() <= width {
            line.resize(line.len() + spaces, b' ');
        } else if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for piece in word.chunks(width) {
            if line.len() + piece.len() > width {
                lines.push(std::mem::take(&mut line));
            }
            line.extend(piece);
        }
        spaces = 0;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    fn lines(text: &str, width: usize) -> Vec<String> {
        wrap(text.as_bytes(), width).into_iter().map(|line| String::from_utf8(line).unwrap()).collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", 13), ["one two three"]);
        assert_eq!(lines("", 7), [""]);
    }

    #[test]
    fn a_word_longer_than_a_line_breaks_where_the_line_ends() {
        assert_eq!(lines("a 123456789 b", 4), ["a", "1234", "5678", "9 b"]);
    }

    #[test]
    fn spaces_stay_inside_a_line_and_go_where_it_breaks() {
        assert_eq!(lines("a          b", 4), ["a", "b"]);
        assert_eq!(lines(" a  b ", 5), [" a  b"]);
    }
}

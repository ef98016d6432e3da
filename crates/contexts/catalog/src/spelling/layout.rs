//! The other keyboard layout: somebody typed a Greek word on Latin keys, or the other way round.

use super::is_greek;
use kernel::fold;

/// Keys of the US layout and what the Greek one types with them.
const KEYS: [(char, char); 26] = [
    ('q', ';'),
    ('w', 'ς'),
    ('e', 'ε'),
    ('r', 'ρ'),
    ('t', 'τ'),
    ('y', 'υ'),
    ('u', 'θ'),
    ('i', 'ι'),
    ('o', 'ο'),
    ('p', 'π'),
    ('a', 'α'),
    ('s', 'σ'),
    ('d', 'δ'),
    ('f', 'φ'),
    ('g', 'γ'),
    ('h', 'η'),
    ('j', 'ξ'),
    ('k', 'κ'),
    ('l', 'λ'),
    ('z', 'ζ'),
    ('x', 'χ'),
    ('c', 'ψ'),
    ('v', 'ω'),
    ('b', 'β'),
    ('n', 'ν'),
    ('m', 'μ'),
];

/// What the same keys type in the other layout; None for a text without letters. A text with a Greek letter was typed
/// in Greek.
pub(super) fn other_layout(text: &str) -> Option<String> {
    if text.chars().any(is_greek) {
        Some(text.chars().flat_map(plain).map(|c| KEYS.iter().find(|(_, g)| *g == c).map_or(c, |(l, _)| *l)).collect())
    } else if text.chars().any(|c| c.is_ascii_alphabetic()) {
        Some(text.chars().flat_map(plain).map(|c| KEYS.iter().find(|(l, _)| *l == c).map_or(c, |(_, g)| *g)).collect())
    } else {
        None
    }
}

/// A letter without its accent, in lower case; ς stays, because it has a key of its own.
fn plain(c: char) -> Vec<char> {
    if c == 'ς' { vec![c] } else { fold(c.encode_utf8(&mut [0; 4])).chars().collect() }
}

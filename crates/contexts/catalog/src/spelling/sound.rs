//! How a Greek word sounds, in Latin letters: one key for θήκη, θικι, thiki and thhkh.
//!
//! It is a key to look things up, not a transliteration: letters that people exchange become one.

/// Greek letters and pairs, longest first.
const GREEK: [(&str, &str); 36] = [
    ("μπ", "b"),
    ("ντ", "d"),
    ("γκ", "g"),
    ("γγ", "g"),
    ("ου", "u"),
    ("αι", "e"),
    ("ει", "i"),
    ("οι", "i"),
    ("υι", "i"),
    ("αυ", "af"),
    ("ευ", "ef"),
    ("α", "a"),
    ("β", "v"),
    ("γ", "g"),
    ("δ", "d"),
    ("ε", "e"),
    ("ζ", "z"),
    ("η", "i"),
    ("θ", "th"),
    ("ι", "i"),
    ("κ", "k"),
    ("λ", "l"),
    ("μ", "m"),
    ("ν", "n"),
    ("ξ", "ks"),
    ("ο", "o"),
    ("π", "p"),
    ("ρ", "r"),
    ("σ", "s"),
    ("ς", "s"),
    ("τ", "t"),
    ("υ", "i"),
    ("φ", "f"),
    ("χ", "h"),
    ("ψ", "ps"),
    ("ω", "o"),
];

/// What people write for Greek in Latin letters, longest first. Other letters stand for themselves.
const GREEKLISH: [(&str, &str); 20] = [
    ("ths", "tis"),
    ("th", "th"),
    ("ch", "h"),
    ("ph", "f"),
    ("mp", "b"),
    ("nt", "d"),
    ("gk", "g"),
    ("gg", "g"),
    ("ou", "u"),
    ("ai", "e"),
    ("ei", "i"),
    ("oi", "i"),
    ("av", "af"),
    ("au", "af"),
    ("ev", "ef"),
    ("eu", "ef"),
    ("y", "i"),
    ("w", "o"),
    ("x", "ks"),
    ("c", "k"),
];

/// The key of a folded word in either alphabet.
pub(super) fn sound(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(next) = rest.chars().next() {
        let pair = GREEK.iter().chain(&GREEKLISH).find(|(written, _)| rest.starts_with(written));
        match pair {
            Some((written, heard)) => {
                key.push_str(heard);
                rest = &rest[written.len()..];
            }
            None if next == 'h' => {
                rest = &rest[1..];
                key.push(latin_h(rest));
            }
            None => {
                key.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    let mut letters: Vec<char> = key.chars().collect();
    // Doubled letters sound like one; doubled digits are two.
    letters.dedup_by(|a, b| a == b && a.is_alphabetic());
    letters.into_iter().collect()
}

/// People write `h` for χ before a vowel, and for η elsewhere.
fn latin_h(rest: &str) -> char {
    if rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'w']) { 'h' } else { 'i' }
}

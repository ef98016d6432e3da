//! Full-text expressions from what people type. Every word is quoted, so that nothing typed is syntax.

use super::layout::other_layout;
use super::sound::sound;
use super::{SOUND_MARK, words};

/// The most that is read of a search text, in characters.
const MAX_TEXT_CHARS: usize = 200;

/// The most blocks between blanks that are read.
const MAX_CHUNKS: usize = 12;

/// Every word as it was typed, each as a prefix, in any order. None where there is no word in it.
pub(crate) fn as_typed(text: &str) -> Option<String> {
    let groups: Vec<String> = chunks(text).iter().filter_map(|chunk| all_of(&words(chunk))).collect();
    joined(&groups, " AND ")
}

/// The same with every other way to write each word: the other keyboard layout, how it sounds, a number that hangs on
/// a word. For when nothing was found. None where there is no other way.
pub(crate) fn other_spellings(text: &str) -> Option<String> {
    let mut differs = false;
    let mut groups = Vec::new();
    for chunk in chunks(text) {
        let ways = ways_to_write(&chunk);
        differs |= ways.len() > 1;
        groups.extend(joined(&ways.iter().filter_map(|words| all_of(words)).collect::<Vec<_>>(), " OR "));
    }
    if differs { joined(&groups, " AND ") } else { None }
}

/// Each way is a list of words; the first is the typed one.
fn ways_to_write(chunk: &str) -> Vec<Vec<String>> {
    let typed = words(chunk);
    let mut ways = vec![typed.clone()];
    let mut add = |way: Vec<String>| {
        if !way.is_empty() && way.iter().all(|word| !word.is_empty()) && !ways.contains(&way) {
            ways.push(way);
        }
    };
    if let Some(other) = other_layout(chunk) {
        add(words(&other));
    }
    add(typed.iter().flat_map(|word| letters_and_digits(word)).collect());
    // x stands for ξ or for χ.
    for sounds in [sounds_of(&typed, "x"), sounds_of(&typed, "ch")] {
        add(sounds.iter().map(|sound| marked(sound)).collect());
        add(sounds);
    }
    ways
}

fn sounds_of(words: &[String], x: &str) -> Vec<String> {
    words.iter().map(|word| sound(&word.replace('x', x))).collect()
}

/// As the index holds the sound of a Greek word; a number sounds like itself.
fn marked(sound: &str) -> String {
    if sound.chars().any(char::is_alphabetic) { format!("{SOUND_MARK}{sound}") } else { sound.to_owned() }
}

/// `iphone15` as `iphone` and `15`.
fn letters_and_digits(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut last_is_digit = None;
    for c in word.chars() {
        let is_digit = Some(c.is_numeric());
        match parts.last_mut() {
            Some(part) if is_digit == last_is_digit => part.push(c),
            Some(_) | None => parts.push(c.to_string()),
        }
        last_is_digit = is_digit;
    }
    parts
}

fn chunks(text: &str) -> Vec<String> {
    let text: String = text.chars().take(MAX_TEXT_CHARS).collect();
    text.split_whitespace().take(MAX_CHUNKS).map(str::to_owned).collect()
}

/// Words hold letters and digits only, so a quote can never end early.
fn all_of(words: &[String]) -> Option<String> {
    let prefixes: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    joined(&prefixes, " AND ")
}

fn joined(parts: &[String], between: &str) -> Option<String> {
    match parts {
        [] => None,
        [one] => Some(one.clone()),
        [..] => Some(format!("({})", parts.join(between))),
    }
}

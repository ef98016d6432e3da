//! From what people type to what can be found: words, their prefixes, and other ways to write the same.

mod layout;
mod query;
mod sound;

pub(crate) use query::{as_typed, other_spellings};

use kernel::fold;
use sound::sound;

/// Marks a token that says how a Greek word sounds. A private-use character: the index takes it for a letter, and
/// nobody can type it, so that such tokens never answer a plain word.
pub(crate) const SOUND_MARK: char = '\u{e000}';

/// The words of a text as the index holds them: folded, letters and digits only.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Everything by which a product is found, each token once: its words; `wifi` for `Wi-Fi`; how Greek words sound.
pub(crate) fn searchable<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut tokens: Vec<String> = Vec::new();
    let mut add = |token: String| {
        if !tokens.contains(&token) {
            tokens.push(token);
        }
    };
    for chunk in texts.into_iter().flat_map(str::split_whitespace) {
        let words = words(chunk);
        if words.len() > 1 {
            add(words.concat());
        }
        for word in words {
            if word.chars().any(is_greek) {
                add(format!("{SOUND_MARK}{}", sound(&word)));
            }
            add(word);
        }
    }
    tokens.join(" ")
}

/// Whether it is a letter of the Greek alphabet.
fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}') && c.is_alphabetic()
}

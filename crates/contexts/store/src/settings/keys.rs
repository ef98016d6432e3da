//! Keys that a register uses for something else than usual.

use crate::Rejection;
use std::collections::{BTreeMap, HashMap};

/// More actions than the screens have.
const MAX_KEYS: u16 = 64;
/// The longest name of an action, in characters.
const MAX_ACTION_CHARS: usize = 40;

/// The keys that may stand before another, in this order.
const MODIFIERS: [&str; 3] = ["Ctrl+", "Alt+", "Shift+"];

/// Keys with a name of their own. Enter and Tab are not among them: a scanner ends its codes with them, Esc leaves
/// whatever is open, and a window system keeps the others for itself.
const NAMED: [&str; 12] = [
    "Insert",
    "Delete",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Pause",
    "ScrollLock",
];

/// Function keys that mean something to every window: reload, caret browsing, menu, full screen.
const TAKEN_BY_WINDOWS: [u8; 4] = [5, 7, 10, 11];

/// Lets only keys pass that a keyboard has and that no scanner types.
pub(super) fn check(keys: &BTreeMap<String, String>) -> Result<(), Rejection> {
    if keys.len() > usize::from(MAX_KEYS) {
        return Err(Rejection::NumberOutOfRange { field: "keys", least: 0, most: MAX_KEYS });
    }
    let mut taken: HashMap<String, &str> = HashMap::new();
    for (action, key) in keys {
        if !is_action(action) || !is_key(key) {
            return Err(Rejection::KeyInvalid { action: told(action), key: told(key) });
        }
        if let Some(first) = taken.insert(key.to_ascii_lowercase(), action) {
            return Err(Rejection::KeyTaken { key: key.clone(), action: first.to_owned() });
        }
    }
    Ok(())
}

/// What was sent, as far as a sentence holds it.
fn told(text: &str) -> String {
    text.chars().take(MAX_ACTION_CHARS).collect()
}

fn is_action(name: &str) -> bool {
    (1..=MAX_ACTION_CHARS).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.".contains(&b))
}

/// A key as the browser names it, such as `F9`, `Ctrl+Enter` or `+`.
fn is_key(text: &str) -> bool {
    let (mut key, mut modified) = (text, false);
    for modifier in MODIFIERS {
        if let Some(rest) = key.strip_prefix(modifier).filter(|rest| !rest.is_empty()) {
            key = rest;
            // Shift alone makes another letter, which a scanner types too.
            modified |= modifier != "Shift+";
        }
    }
    if let Some(number) = key.strip_prefix('F').and_then(|digits| digits.parse::<u8>().ok()) {
        return (1..=24).contains(&number) && (modified || !TAKEN_BY_WINDOWS.contains(&number));
    }
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        // Amounts are typed with either decimal sign.
        (Some(letter), None) if letter.is_alphanumeric() || letter == '.' || letter == ',' => modified,
        (Some(letter), None) => !letter.is_whitespace() && !letter.is_control(),
        _ => NAMED.contains(&key) || (modified && key == "Enter"),
    }
}

//! What the code of a tier may not contain, whatever it imports.

use super::lexer::{Token, tokens};

/// First words of SQL statements, with what usually follows, so that "select a product" stays plain English.
const SQL: &[(&str, &str)] = &[
    ("SELECT", "FROM"),
    ("INSERT", "INTO"),
    ("UPDATE", "SET"),
    ("DELETE", "FROM"),
    ("CREATE", "TABLE"),
    ("PRAGMA", ""),
];
const CONTEXTS: &[&str] =
    &["catalog", "fiscal", "inventory", "orders", "payments", "pricing", "staff", "store", "till"];

/// One sentence for each rule that the file breaks, with the line.
pub fn violations(path: &str, text: &str) -> Vec<String> {
    let Some(rules) = rules_for(path) else { return Vec::new() };
    let tokens = tokens(text);
    let plain: Vec<_> = tokens.iter().map(|(_, token)| token).collect();
    let broken =
        (0..tokens.len()).filter_map(|at| rules.iter().find_map(|rule| rule(&plain[at..])).map(|why| (at, why)));
    broken.map(|(at, why)| format!("{path}:{}: {why}", tokens[at].0)).collect()
}

/// Looks at the tokens from one place on, and says what is wrong there.
type Rule = fn(&[&Token]) -> Option<String>;

fn rules_for(path: &str) -> Option<&'static [Rule]> {
    let parts: Vec<_> = path.split('/').collect();
    match parts.as_slice() {
        ["crates", "contexts", _, "src", "views" | "views.rs" | "tests" | "tests.rs", ..] => None,
        ["crates", "contexts", _, "src", ..] => Some(&[no_sqlx, no_async]),
        ["crates", "kernel" | "contracts", "src", inner @ ..] if !inner.contains(&"tests") => Some(&[no_async]),
        ["src-tauri", "src", ..] | ["crates", "cli", "src", ..] => Some(&[no_sql, no_context]),
        _ => None,
    }
}

fn no_sqlx(tokens: &[&Token]) -> Option<String> {
    is_word(tokens, 0, "sqlx").then(|| "`sqlx` belongs under src/views/".to_owned())
}

fn no_async(tokens: &[&Token]) -> Option<String> {
    is_word(tokens, 0, "async").then(|| "no `async` here: rules are pure".to_owned())
}

fn no_sql(tokens: &[&Token]) -> Option<String> {
    let found = match tokens.first()? {
        Token::Text(text) => is_sql(text),
        Token::Word(_) => is_word(tokens, 0, "sqlx"),
        Token::Mark(_) => false,
    };
    found.then(|| "no SQL here: a shell only carries calls to pos".to_owned())
}

fn no_context(tokens: &[&Token]) -> Option<String> {
    let path = is_word(tokens, 0, "pos") && is_mark(tokens, 1, ':') && is_mark(tokens, 2, ':');
    let context = CONTEXTS.iter().find(|name| path && is_word(tokens, 3, name))?;
    Some(format!("`pos::{context}` reaches past pos::api into a context"))
}

fn is_sql(text: &str) -> bool {
    let upper = text.to_uppercase();
    let words: Vec<_> = upper.split_whitespace().collect();
    SQL.iter().any(|(first, next)| words.first() == Some(first) && (next.is_empty() || words.contains(next)))
}

fn is_word(tokens: &[&Token], at: usize, word: &str) -> bool {
    matches!(tokens.get(at), Some(Token::Word(found)) if found == word)
}

fn is_mark(tokens: &[&Token], at: usize, mark: char) -> bool {
    matches!(tokens.get(at), Some(Token::Mark(found)) if *found == mark)
}

//! Splits Rust source into words and texts, without comments: enough to look for names that a tier must not use.

#[derive(Debug, PartialEq, Eq)]
pub enum Token {
    /// An identifier, keyword or number.
    Word(String),
    /// The content of a string literal, escapes left as written.
    Text(String),
    Mark(char),
}

/// Tokens with the line on which each begins, from 1.
pub fn tokens(source: &str) -> Vec<(usize, Token)> {
    let mut lexer = Lexer { rest: source, line: 1, found: Vec::new() };
    while !lexer.rest.is_empty() {
        lexer.step();
    }
    lexer.found
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    found: Vec<(usize, Token)>,
}

impl Lexer<'_> {
    fn step(&mut self) {
        let rest = self.rest;
        let first = rest.chars().next().unwrap_or_default();
        if rest.starts_with("//") {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.skip(block_comment_len(rest));
        } else if let Some((open, close)) = raw_string_marks(rest) {
            let body = &rest[open..];
            let end = body.find(&close).unwrap_or(body.len());
            self.push(Token::Text(body[..end].to_owned()), open + end + close.len());
        } else if first == '"' {
            let end = quoted_len(&rest[1..], '"');
            self.push(Token::Text(rest[1..=end].to_owned()), end + 2);
        } else if first == '\'' {
            self.skip(char_or_lifetime_len(rest));
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            self.push(Token::Word(rest[..end].to_owned()), end);
        } else if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else {
            self.push(Token::Mark(first), first.len_utf8());
        }
    }

    fn push(&mut self, token: Token, len: usize) {
        self.found.push((self.line, token));
        self.skip(len);
    }

    fn skip(&mut self, len: usize) {
        let (passed, rest) = self.rest.split_at(len.min(self.rest.len()));
        self.line += passed.matches('\n').count();
        self.rest = rest;
    }
}

/// Block comments nest in Rust.
fn block_comment_len(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let tail = &rest.as_bytes()[at..];
        if tail.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if tail.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// For `r#"` and its kin: the length of the opening and the text of the closing.
fn raw_string_marks(rest: &str) -> Option<(usize, String)> {
    let prefix = ["br", "cr", "r"].into_iter().find(|prefix| rest.starts_with(prefix))?;
    let after = &rest[prefix.len()..];
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then(|| (prefix.len() + hashes + 1, format!("\"{}", "#".repeat(hashes))))
}

/// Bytes before the closing quote.
fn quoted_len(body: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        if c == quote && !escaped {
            return at;
        }
        escaped = c == '\\' && !escaped;
    }
    body.len()
}

/// `'a'` and `'\''` are characters; `'a` alone is a lifetime, of which only the quote is skipped.
fn char_or_lifetime_len(rest: &str) -> usize {
    let body = &rest[1..];
    let one = body.chars().next().map_or(0, char::len_utf8);
    if body.starts_with('\\') || body[one..].starts_with('\'') { quoted_len(body, '\'') + 2 } else { 1 }
}

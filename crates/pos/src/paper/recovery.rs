//! The code that resets a PIN, for the owner's drawer at home.

use super::Sheet;
use super::words::Word;
use devices::paper::{Align, Paper, Style};

/// The paper of a recovery code. `whose` is the operator whose PIN it resets.
pub fn recovery_code(shop: &str, whose: &str, code: &str, printed_ms: i64, sheet: &Sheet) -> Paper {
    let mut paper = Paper::new(sheet.direction());
    paper.styled(shop.to_owned(), Align::Centre, Style::LARGE_BOLD);
    paper.styled(sheet.label(Word::RecoveryTitle), Align::Centre, Style::BOLD);
    paper.space().columns(sheet.label(Word::RecoveryFor), whose.to_owned(), Style::PLAIN);
    paper.columns(sheet.say(Word::Printed), sheet.reading().time(printed_ms), Style::PLAIN);
    paper.space();
    // Two groups a line: large letters fill a narrow roll soon, and a broken group is read out wrong.
    let groups: Vec<&str> = code.split('-').collect();
    for pair in groups.chunks(2) {
        paper.styled(pair.join("-"), Align::Centre, Style::LARGE_BOLD);
    }
    paper.space();
    let mut said: Vec<&str> = Vec::new();
    for language in &sheet.languages {
        let text = Word::RecoveryKeep.say(*language);
        if !said.contains(&text) {
            said.push(text);
            paper.text(text);
        }
    }
    paper
}

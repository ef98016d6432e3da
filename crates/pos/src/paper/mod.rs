//! What stands on paper: a receipt, a shift's report, a page that shows what a printer can do, a recovery code.
//!
//! Everything here is a pure function from what is already computed to blocks of paper. Nothing is summed: what is
//! printed is what the journal says.

mod format;
mod receipt;
mod recovery;
mod shift;
mod test_page;
mod words;

#[cfg(test)]
mod tests;

pub use receipt::receipt;
pub use recovery::recovery_code;
pub use shift::{Till, shift_report};
pub use test_page::test_page;

use crate::shop::ShopContext;
use devices::paper::Direction;
use format::Reading;
use store::Language;
use store::settings::{PaperWidth, ReceiptSettings};
use words::Word;

/// What every paper of a shop has in common.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The languages of its words, the legal one first; at least one. Numbers and dates are written in the first.
    pub languages: Vec<Language>,
    /// The roll.
    pub width: PaperWidth,
    /// Minutes east of UTC where the shop stands, when what is printed happened.
    pub offset_minutes: i32,
    /// The shop's own part.
    pub own: ReceiptSettings,
}

impl Sheet {
    /// The shop's sheet for something that happened when its clocks were `offset_minutes` east of UTC.
    pub(crate) fn of(shop: &ShopContext, offset_minutes: i32) -> Self {
        Self { languages: languages(shop), width: shop.printer.paper, offset_minutes, own: shop.receipt.clone() }
    }

    fn first(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::En)
    }

    fn reading(&self) -> Reading {
        Reading { language: self.first(), offset_minutes: self.offset_minutes }
    }

    fn direction(&self) -> Direction {
        match self.first() {
            Language::Ar => Direction::RightToLeft,
            Language::En | Language::El => Direction::LeftToRight,
        }
    }

    /// Letters of the usual size on one line.
    fn letters(&self) -> usize {
        match self.width {
            PaperWidth::Mm58 => 32,
            PaperWidth::Mm80 => 48,
        }
    }

    /// A word in the legal language alone.
    fn say(&self, word: Word) -> &'static str {
        word.say(self.first())
    }

    /// A word in every language of the sheet, the legal one first.
    fn label(&self, word: Word) -> String {
        let mut said: Vec<&str> = Vec::new();
        for language in &self.languages {
            let text = word.say(*language);
            if !said.contains(&text) {
                said.push(text);
            }
        }
        if said.is_empty() { word.say(Language::En).to_owned() } else { said.join(" / ") }
    }
}

/// What a shop's paper is written in: what the law asks for, then the counter's language, if it is another.
pub(crate) fn languages(shop: &ShopContext) -> Vec<Language> {
    let mut languages = shop.profile.receipt_languages.value.clone();
    let counter = shop.look.language.unwrap_or(shop.details.language);
    if !languages.contains(&counter) {
        languages.push(counter);
    }
    languages
}

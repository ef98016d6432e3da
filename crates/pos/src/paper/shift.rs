//! A closed shift's report.

use super::Sheet;
use super::words::Word;
use crate::api::words::{ReceiptMark, Seller, ShiftReport};
use devices::paper::{Align, Paper, Size, Style};

/// Whose report it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Till {
    /// The shop.
    pub seller: Seller,
    /// The register's name.
    pub register: String,
    /// What is stamped across it.
    pub marks: Vec<ReceiptMark>,
}

/// The paper of a shift's report.
pub fn shift_report(report: &ShiftReport, till: &Till, sheet: &Sheet) -> Paper {
    let mut paper = Paper::new(sheet.direction());
    heading(&mut paper, report, till, sheet);
    paper.rule();
    documents(&mut paper, report, sheet);
    paper.rule();
    taxes(&mut paper, report, sheet);
    paper.rule();
    tenders(&mut paper, report, sheet);
    paper.rule();
    drawer(&mut paper, report, sheet);
    paper.rule();
    paper.text(sheet.label(Word::GrandTotal));
    paper.columns("", sheet.reading().money(report.grand_total), Style::BOLD);
    paper
}

fn heading(paper: &mut Paper, report: &ShiftReport, till: &Till, sheet: &Sheet) {
    let reading = sheet.reading();
    paper.styled(till.seller.name.clone(), Align::Centre, Style::LARGE_BOLD);
    if let Some(tax_id) = &till.seller.tax_id {
        paper.styled(format!("{} {tax_id}", sheet.say(Word::TaxId)), Align::Centre, Style::PLAIN);
    }
    let stamp = Style { bold: true, size: Size::Normal, inverse: true };
    for (mark, word) in [(ReceiptMark::Copy, Word::MarkCopy), (ReceiptMark::Demo, Word::MarkDemo)] {
        if till.marks.contains(&mark) {
            paper.space().styled(format!(" {} ", sheet.label(word)), Align::Centre, stamp);
        }
    }
    paper.space().columns(sheet.label(Word::ShiftReport), format!("{}", report.number), Style::BOLD);
    paper.columns(sheet.label(Word::Register), till.register.clone(), Style::PLAIN);
    paper.columns(sheet.say(Word::Opened), reading.time(report.opened_ms), Style::PLAIN);
    paper.columns("", report.opened_by.clone(), Style::PLAIN);
    paper.columns(sheet.say(Word::Closed), reading.time(report.closed_ms), Style::PLAIN);
    paper.columns("", report.closed_by.clone(), Style::PLAIN);
}

/// How many documents there were, and what they come to.
fn documents(paper: &mut Paper, report: &ShiftReport, sheet: &Sheet) {
    let reading = sheet.reading();
    let counted = |word, count: u32| format!("{} ({count})", sheet.label(word));
    paper.columns(counted(Word::Sales, report.sales_count), reading.money(report.sales), Style::PLAIN);
    let back = reading.off(report.reversals);
    paper.columns(counted(Word::Reversals, report.reversals_count), back, Style::PLAIN);
    if let Ok(net) = report.sales.minus(report.reversals) {
        paper.columns(sheet.say(Word::Net), reading.money(net), Style::BOLD);
    }
    if let (Some(first), Some(last)) = (&report.first_number, &report.last_number) {
        paper.columns(sheet.say(Word::Numbers), format!("{first} - {last}"), Style::PLAIN);
    }
    paper.columns(sheet.say(Word::Copies), format!("{}", report.copies), Style::PLAIN);
}

fn taxes(paper: &mut Paper, report: &ShiftReport, sheet: &Sheet) {
    let reading = sheet.reading();
    for tax in &report.taxes {
        let name = format!("{} {}", sheet.say(Word::Tax), reading.rate(tax.rate));
        paper.columns(name, reading.money(tax.tax), Style::PLAIN);
        paper.columns(format!("  {}", sheet.say(Word::TaxBase)), reading.money(tax.base), Style::PLAIN);
    }
}

/// What came in by each means of payment.
fn tenders(paper: &mut Paper, report: &ShiftReport, sheet: &Sheet) {
    let reading = sheet.reading();
    let rows = [(Word::CashTaken, report.cash_taken), (Word::Card, report.card), (Word::Coupon, report.coupon)];
    for (word, amount) in rows {
        paper.columns(sheet.label(word), reading.money(amount), Style::PLAIN);
    }
    paper.columns(sheet.label(Word::CashGivenBack), reading.off(report.cash_given_back), Style::PLAIN);
}

/// What should lie in the drawer, what does, and the difference.
fn drawer(paper: &mut Paper, report: &ShiftReport, sheet: &Sheet) {
    let reading = sheet.reading();
    paper.columns(sheet.label(Word::Float), reading.money(report.float), Style::PLAIN);
    paper.columns(sheet.label(Word::Expected), reading.money(report.expected), Style::PLAIN);
    paper.columns(sheet.label(Word::Counted), reading.money(report.counted), Style::PLAIN);
    for pieces in &report.pieces {
        paper.text(format!("  {} x {}", pieces.pieces, reading.money(pieces.value)));
    }
    let word = match report.over_short.minor {
        0 => Word::Exact,
        1.. => Word::Over,
        _ => Word::Short,
    };
    paper.columns(sheet.label(word), reading.money(report.over_short), Style::BOLD);
}

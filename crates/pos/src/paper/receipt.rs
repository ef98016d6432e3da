//! A receipt, as the law and the customer want it.

use super::Sheet;
use super::words::Word;
use crate::api::words::{ReceiptLine, ReceiptMark, ReceiptTender, ReceiptView};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use contracts::{DocumentType, TenderKind};
use devices::paper::{Align, Bitmap, Block, Paper, Size, Style};
use kernel::Money;
use store::settings::Logo;

/// White on black, in the middle: what must not be overlooked.
const STAMP: Style = Style { bold: true, size: Size::Normal, inverse: true };

/// The paper of a receipt. `copy` is 0 for the original.
pub fn receipt(view: &ReceiptView, copy: u32, sheet: &Sheet) -> Paper {
    let mut paper = Paper::new(sheet.direction());
    top(&mut paper, view, sheet);
    stamps(&mut paper, view, copy, sheet);
    heading(&mut paper, view, sheet);
    paper.rule();
    for line in &view.lines {
        sold(&mut paper, line, sheet);
    }
    paper.rule();
    sums(&mut paper, view, sheet);
    paid(&mut paper, view, sheet);
    if let Some(note) = &view.note {
        paper.space().text(note.clone());
    }
    bottom(&mut paper, view, sheet);
    paper
}

/// The shop's logo and who sells.
fn top(paper: &mut Paper, view: &ReceiptView, sheet: &Sheet) {
    if let Some(picture) = sheet.own.logo.as_ref().and_then(picture) {
        paper.block(Block::Picture(picture));
    }
    paper.styled(view.seller.name.clone(), Align::Centre, Style::LARGE_BOLD);
    for line in &view.seller.address {
        paper.styled(line.clone(), Align::Centre, Style::PLAIN);
    }
    if let Some(tax_id) = &view.seller.tax_id {
        paper.styled(format!("{} {tax_id}", sheet.say(Word::TaxId)), Align::Centre, Style::PLAIN);
    }
}

/// What is stamped across it: each in the legal language, then in the other.
fn stamps(paper: &mut Paper, view: &ReceiptView, copy: u32, sheet: &Sheet) {
    if copy > 0 {
        paper.space();
        for language in &sheet.languages {
            stamp(paper, format!("{} {copy}", Word::MarkCopy.say(*language)));
        }
    }
    for mark in &view.marks {
        let word = match mark {
            ReceiptMark::Copy => Word::MarkCopy,
            ReceiptMark::Demo => Word::MarkDemo,
            ReceiptMark::Reversal => Word::MarkReversal,
            ReceiptMark::NotATaxReceipt => Word::MarkNotATaxReceipt,
        };
        paper.space();
        for language in &sheet.languages {
            stamp(paper, word.say(*language).to_owned());
        }
    }
}

fn stamp(paper: &mut Paper, text: String) {
    paper.styled(text, Align::Centre, STAMP);
}

/// What document this is, when it was made, where and by whom.
fn heading(paper: &mut Paper, view: &ReceiptView, sheet: &Sheet) {
    let (kind, mirrored) = match view.document_type {
        DocumentType::Sale => (Word::Receipt, Word::ReversedBy),
        DocumentType::Reversal => (Word::Reversal, Word::ReversalOf),
    };
    paper.space().columns(sheet.label(kind), view.number.clone(), Style::BOLD);
    if let Some(other) = &view.other_number {
        paper.columns(sheet.say(mirrored), other.clone(), Style::PLAIN);
    }
    paper.columns(view.register.clone(), sheet.reading().time(view.at_ms), Style::PLAIN);
    paper.columns(sheet.label(Word::Operator), view.operator.clone(), Style::PLAIN);
}

/// One line: its name, then quantity × price with the amount, then what was taken off. The letter of its tax stands
/// behind the amount, and as much white behind a discount, so that the amounts stand under each other.
fn sold(paper: &mut Paper, line: &ReceiptLine, sheet: &Sheet) {
    let reading = sheet.reading();
    let letter = &line.tax_letter;
    let price = reading.unit_price(line.unit_price);
    let counted = format!("  {} x {price}", reading.quantity(line.quantity));
    paper.text(line.name.clone());
    paper.columns(counted, format!("{} {letter}", reading.money(line.amount)), Style::PLAIN);
    if !line.discount.is_zero() {
        let white = " ".repeat(1 + letter.chars().count());
        let off = format!("{}{white}", reading.off(line.discount));
        paper.columns(format!("  {}", sheet.say(Word::Discount)), off, Style::PLAIN);
    }
    if let Some(note) = &line.note {
        paper.text(format!("  {note}"));
    }
}

/// The total and the tax table.
fn sums(paper: &mut Paper, view: &ReceiptView, sheet: &Sheet) {
    let reading = sheet.reading();
    if !view.discount.is_zero() || !view.tax_included {
        paper.columns(sheet.label(Word::Subtotal), reading.money(view.subtotal), Style::PLAIN);
    }
    if !view.discount.is_zero() {
        paper.columns(sheet.label(Word::Discount), reading.off(view.discount), Style::PLAIN);
    }
    if !view.tax_included {
        for tax in &view.taxes {
            let name = format!("{} {}", sheet.say(Word::Tax), reading.rate(tax.rate));
            paper.columns(name, reading.money(tax.tax), Style::PLAIN);
        }
    }
    let total = match view.document_type {
        DocumentType::Sale => Word::Total,
        DocumentType::Reversal => Word::TotalBack,
    };
    paper.columns(sheet.say(total), reading.money(view.total), Style::LARGE_BOLD);
    if view.taxes.is_empty() {
        return;
    }
    paper.space().columns(
        row(sheet.say(Word::Tax), sheet.say(Word::TaxBase), sheet),
        sheet.say(Word::Tax),
        Style::PLAIN,
    );
    for tax in &view.taxes {
        let rate = format!("{} {}", tax.letter, reading.rate(tax.rate));
        paper.columns(row(&rate, &reading.money(tax.base), sheet), reading.money(tax.tax), Style::PLAIN);
    }
}

/// Two cells of the tax table, the second one set to end two thirds across the paper.
fn row(first: &str, second: &str, sheet: &Sheet) -> String {
    let across = sheet.letters() * 2 / 3;
    let white = across.saturating_sub(first.chars().count() + second.chars().count()).max(1);
    format!("{first}{}{second}", " ".repeat(white))
}

/// How it was paid, or how the money went back.
fn paid(paper: &mut Paper, view: &ReceiptView, sheet: &Sheet) {
    let reading = sheet.reading();
    paper.rule();
    for tender in &view.tenders {
        let name = sheet.label(tender_word(tender.kind, view.document_type));
        let detail = tender.detail.as_ref().map(|detail| format!(" {detail}")).unwrap_or_default();
        paper.columns(format!("{name}{detail}"), reading.money(tender.tendered), Style::PLAIN);
        if let Some(rounding) = rounding(tender) {
            paper.columns(format!("  {}", sheet.say(Word::Rounding)), reading.money(rounding), Style::PLAIN);
        }
    }
    if !view.change.is_zero() {
        paper.columns(sheet.label(Word::Change), reading.money(view.change), Style::BOLD);
    }
}

/// What cash rounding added to what was due, where it added anything.
fn rounding(tender: &ReceiptTender) -> Option<Money> {
    let kept = tender.tendered.minus(tender.change).ok()?;
    let rounding = kept.minus(tender.amount).ok()?;
    (tender.kind == TenderKind::Cash && !rounding.is_zero()).then_some(rounding)
}

fn tender_word(kind: TenderKind, document_type: DocumentType) -> Word {
    match (kind, document_type) {
        (TenderKind::Cash, DocumentType::Sale) => Word::Cash,
        (TenderKind::Card, DocumentType::Sale) => Word::Card,
        (TenderKind::Coupon, DocumentType::Sale) => Word::Coupon,
        (TenderKind::Cash, DocumentType::Reversal) => Word::CashBack,
        (TenderKind::Card, DocumentType::Reversal) => Word::CardBack,
        (TenderKind::Coupon, DocumentType::Reversal) => Word::CouponBack,
    }
}

/// The authority's mark, the shop's own words, and what finds this receipt again.
fn bottom(paper: &mut Paper, view: &ReceiptView, sheet: &Sheet) {
    if let Some(mark) = &view.fiscal_mark {
        paper.space().columns(sheet.say(Word::FiscalMark), mark.clone(), Style::PLAIN);
    }
    if let Some(qr) = &view.fiscal_qr {
        paper.space().block(Block::Qr(qr.clone()));
    }
    if !view.footer.is_empty() {
        paper.space();
    }
    for line in &view.footer {
        paper.styled(line.clone(), Align::Centre, Style::PLAIN);
    }
    if sheet.own.barcode {
        paper.space().block(Block::Barcode(view.number.clone()));
    }
    if let Some(link) = &sheet.own.link {
        paper.space().block(Block::Qr(link.clone()));
    }
}

/// The logo as dots; None where its bits are not what they say: paper comes out without it.
fn picture(logo: &Logo) -> Option<Bitmap> {
    let bits = BASE64.decode(&logo.bits).ok()?;
    let (width, height) = (usize::from(logo.width), usize::from(logo.height));
    (bits.len() == width.div_ceil(8) * height).then_some(Bitmap { width, height, bits })
}

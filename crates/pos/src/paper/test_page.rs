//! A page that shows what a printer can do: letters, the euro, a barcode, a QR code, and how wide the paper is.

use super::Sheet;
use super::words::Word;
use devices::paper::{Align, Block, Paper, Style};
use store::settings::{CodePage, PaperWidth, PrinterSettings};

/// What the QR code says.
const QR: &str = "Minas POS: 12,30 €";
/// What the barcode says.
const BARCODE: &str = "A-1043";

/// The test page of a printer with these settings.
pub fn test_page(shop: &str, printer: &PrinterSettings, printed_ms: i64, sheet: &Sheet) -> Paper {
    let mut paper = Paper::new(sheet.direction());
    paper.styled(shop.to_owned(), Align::Centre, Style::LARGE_BOLD);
    paper.styled(sheet.label(Word::TestPage), Align::Centre, Style::BOLD);
    paper.columns(sheet.say(Word::Printed), sheet.reading().time(printed_ms), Style::PLAIN);
    paper.rule();
    let width = match printer.paper {
        PaperWidth::Mm58 => "58 mm",
        PaperWidth::Mm80 => "80 mm",
    };
    let letters = match printer.code_page {
        CodePage::Wpc1253 => "Windows-1253",
        CodePage::Iso8859_7 => "ISO 8859-7",
        CodePage::Pc858 => "PC858",
        CodePage::Picture => "-",
    };
    paper.columns(width, letters, Style::PLAIN);
    paper.text(ruler(sheet.letters()));
    paper.text(sheet.label(Word::TestRuler));
    paper.rule();
    paper.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz");
    paper.text("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρσςτυφχψω");
    paper.text("άέήίόύώϊϋΐΰ ΆΈΉΊΌΎΏ  مرحبًا");
    paper.text("0123456789 € £ $ % & @ # ( ) « »");
    paper.columns("1 x 1.234,50 €", "1.234,50 €", Style::PLAIN);
    paper.columns("ΣΥΝΟΛΟ", "1.234,50 €", Style::LARGE_BOLD);
    paper.space().block(Block::Barcode(BARCODE.to_owned()));
    paper.space().block(Block::Qr(QR.to_owned()));
    paper
}

/// Digits that fill one line exactly.
fn ruler(letters: usize) -> String {
    "1234567890".chars().cycle().take(letters).collect()
}

//! Papers as a printer would put them out: encoded, read back strictly, and compared with kept pictures of text.

mod amounts;
mod golden;
mod hostile;

use super::words::Word;
use super::{Sheet, receipt};
use crate::api::words::{ReceiptLine, ReceiptMark, ReceiptTax, ReceiptTender, ReceiptView, Seller, ShiftReport};
use contracts::{DocumentType, Pieces, TaxRow, TaxTreatment, TenderKind};
use devices::decode::{self, Item, Place};
use devices::escpos::{Shape, Table, Width, encode};
use devices::paper::{Paper, Size};
use kernel::{Currency, DocumentId, Money, OrderId, Quantity, Rate, ShiftId, Unit, UnitPrice, Uuid};
use store::Language;
use store::settings::{PaperWidth, ReceiptSettings};

/// 2026-03-02 10:00 UTC, a Monday; noon in Athens.
const MONDAY_MS: i64 = 1_772_445_600_000;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn sheet(languages: &[Language], width: PaperWidth) -> Sheet {
    let own = ReceiptSettings {
        footer: vec!["Ευχαριστούμε! Αλλαγές σε 14 ημέρες.".to_owned()],
        logo: None,
        barcode: true,
        link: Some("https://minas.example".to_owned()),
    };
    Sheet { languages: languages.to_vec(), width, offset_minutes: 120, own }
}

fn line(name: &str, pieces: i64, unit_minor: i64, discount: i64) -> ReceiptLine {
    let amount = pieces * unit_minor;
    ReceiptLine {
        name: name.to_owned(),
        sku: "SKU".to_owned(),
        quantity: Quantity::each(pieces),
        unit_price: UnitPrice::from_minor(unit_minor, Currency::EUR),
        amount: eur(amount),
        discount: eur(discount),
        line_total: eur(amount - discount),
        tax_letter: "A".to_owned(),
        note: None,
    }
}

/// Two cases with a discount, a phone and a weighed thing: cash for a part, a card for the rest.
fn busy() -> ReceiptView {
    let mut weighed = line("Καλώδιο USB-C με το μέτρο", 1, 0, 0);
    weighed.quantity = Quantity::milli(1_250, Unit::Metre);
    weighed.unit_price = UnitPrice::new(2_119_000, Currency::EUR);
    (weighed.amount, weighed.line_total, weighed.tax_letter) = (eur(2_649), eur(2_649), "B".to_owned());
    let mut case = line("Θήκη σιλικόνης iPhone 13, διάφανη με δαχτυλίδι", 2, 1_990, 398);
    case.note = Some("δώρο, χωρίς τιμή".to_owned());
    let lines = vec![case, line("Galaxy A55 128GB", 1, 123_450, 0), weighed];
    let total = lines.iter().map(|line| line.line_total.minor).sum::<i64>();
    let cash = 50_000;
    let tender = |kind, amount: i64, tendered: i64, detail: Option<&str>| ReceiptTender {
        kind,
        amount: eur(amount),
        tendered: eur(tendered),
        change: eur(tendered - amount),
        detail: detail.map(str::to_owned),
    };
    ReceiptView {
        document: DocumentId(Uuid::nil()),
        order: OrderId(Uuid::nil()),
        document_type: DocumentType::Sale,
        number: "A-1043".to_owned(),
        other_number: None,
        at_ms: MONDAY_MS,
        languages: vec![Language::El],
        seller: Seller {
            name: "Minas Κυψέλη".to_owned(),
            address: vec!["Φωκίωνος Νέγρη 1".to_owned(), "113 61 Αθήνα".to_owned()],
            tax_id: Some("094259216".to_owned()),
        },
        register: "Ταμείο 1".to_owned(),
        operator: "Μαρία Κ.".to_owned(),
        subtotal: eur(total + 398),
        discount: eur(398),
        lines,
        taxes: vec![
            ReceiptTax { letter: "A".to_owned(), rate: Rate::percent(24), base: eur(102_445), tax: eur(24_587) },
            ReceiptTax { letter: "B".to_owned(), rate: Rate::percent(13), base: eur(2_344), tax: eur(305) },
        ],
        tax_included: true,
        total: eur(total),
        tenders: vec![
            tender(TenderKind::Card, total - cash + 2_000, total - cash + 2_000, Some("Visa 4242")),
            tender(TenderKind::Cash, cash - 2_000, cash, None),
        ],
        change: eur(2_000),
        marks: vec![ReceiptMark::NotATaxReceipt],
        fiscal_mark: None,
        fiscal_qr: None,
        copies: 0,
        note: Some("Παραλαβή Παρασκευή".to_owned()),
        footer: vec!["Ευχαριστούμε! Αλλαγές σε 14 ημέρες.".to_owned()],
        can_reverse: false,
    }
}

/// The mirror of a small sale, in a demo, accepted by the authority.
fn mirror() -> ReceiptView {
    let sold = line("Silicone case", 1, 1_290, 0);
    let tender = ReceiptTender {
        kind: TenderKind::Cash,
        amount: eur(1_290),
        tendered: eur(1_290),
        change: eur(0),
        detail: None,
    };
    ReceiptView {
        document_type: DocumentType::Reversal,
        number: "R-12".to_owned(),
        other_number: Some("A-1042".to_owned()),
        subtotal: eur(1_290),
        discount: eur(0),
        lines: vec![sold],
        taxes: vec![ReceiptTax { letter: "A".to_owned(), rate: Rate::percent(24), base: eur(1_040), tax: eur(250) }],
        total: eur(1_290),
        tenders: vec![tender],
        change: eur(0),
        marks: vec![ReceiptMark::Demo, ReceiptMark::Reversal],
        fiscal_mark: Some("400001234567890".to_owned()),
        fiscal_qr: Some("https://authority.example/400001234567890".to_owned()),
        note: None,
        ..busy()
    }
}

fn report() -> ShiftReport {
    ShiftReport {
        shift: ShiftId(Uuid::nil()),
        number: 7,
        opened_ms: MONDAY_MS,
        closed_ms: MONDAY_MS + 8 * 3_600_000,
        opened_by: "Μαρία Κ.".to_owned(),
        closed_by: "Ελένη Δ.".to_owned(),
        float: eur(10_000),
        cash_taken: eur(123_456),
        cash_given_back: eur(1_290),
        card: eur(54_321),
        coupon: eur(0),
        sales_count: 42,
        sales: eur(177_777),
        reversals_count: 1,
        reversals: eur(1_290),
        taxes: vec![TaxRow {
            tax_group: "standard".to_owned(),
            treatment: TaxTreatment::Standard,
            rate: Rate::percent(24),
            base: eur(142_328),
            tax: eur(34_159),
        }],
        copies: 3,
        first_number: Some("A-1001".to_owned()),
        last_number: Some("A-1042".to_owned()),
        pieces: vec![Pieces { value: eur(5_000), pieces: 26 }, Pieces { value: eur(1), pieces: 66 }],
        counted: eur(130_066),
        expected: eur(132_166),
        over_short: eur(-2_100),
        grand_total: eur(98_765_432),
    }
}

/// What a printer does with a paper, as text: each line where it stands, large letters apart, stamps in brackets, what
/// is drawn by its size.
fn picture(paper: &Paper, width: PaperWidth) -> String {
    let width = match width {
        PaperWidth::Mm58 => Width::Mm58,
        PaperWidth::Mm80 => Width::Mm80,
    };
    let shape = Shape { width, table: Table::Wpc1253, cut: true };
    let items = decode::read(&encode(paper, &shape), width).expect("our own paper reads back strictly");
    let mut text = String::new();
    for item in items {
        let shown = match item {
            Item::Line(line) => placed(&line, width.letters()),
            Item::Picture(dots) => format!("<{} x {}>", dots.width, dots.height),
            Item::Feed(lines) => vec![String::new(); lines].join("\n"),
            Item::Cut => "- - - 8< - - -".to_owned(),
            Item::Drawer => "<drawer>".to_owned(),
        };
        text.push_str(shown.trim_end());
        text.push('\n');
    }
    text
}

fn placed(line: &decode::Line, letters: usize) -> String {
    let (mut text, mut across) = (String::new(), 0);
    for run in &line.runs {
        let large = run.style.size == Size::Large;
        across += run.text.chars().count() * if large { 2 } else { 1 };
        let spread: String = run.text.chars().flat_map(|c| [c, ' ']).collect();
        let shown = if large { spread } else { run.text.clone() };
        let (before, behind) = if run.style.inverse { ("[", "]") } else { ("", "") };
        text.extend([before, &shown, behind]);
    }
    let white = letters.saturating_sub(across);
    match line.place {
        Place::Left => text,
        Place::Centre => format!("{}{text}", " ".repeat(white / 2)),
        Place::Right => format!("{}{text}", " ".repeat(white)),
    }
}

#[test]
fn every_word_is_said_in_every_language() {
    for word in Word::ALL {
        for language in [Language::En, Language::El, Language::Ar] {
            assert!(!word.say(language).trim().is_empty(), "{word:?}");
        }
        let (greek, arabic) = (word.say(Language::El), word.say(Language::Ar));
        assert!(greek.chars().any(|c| matches!(c, 'Ͱ'..='Ͽ')), "{greek} is not Greek");
        assert!(arabic.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}')), "{arabic} is not Arabic");
    }
}

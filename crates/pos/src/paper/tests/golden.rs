use super::*;
use crate::paper::{Till, recovery_code, shift_report, test_page};
use std::path::PathBuf;
use store::settings::{CodePage, PrinterConnection, PrinterSettings};

/// Compares a paper with its kept picture; `MINAS_UPDATE=1` keeps a new one.
fn assert_golden(name: &str, paper: &Paper, width: PaperWidth) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("src/paper/tests/golden/{name}.txt"));
    let found = picture(paper, width);
    if std::env::var_os("MINAS_UPDATE").is_some() {
        std::fs::write(&file, &found).expect("the goldens can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, kept, "{name} differs: look at it, and keep it with MINAS_UPDATE=1");
}

const BOTH: [(PaperWidth, &str); 2] = [(PaperWidth::Mm58, "58"), (PaperWidth::Mm80, "80")];

#[test]
fn a_greek_receipt_that_is_no_tax_receipt() {
    for (width, mm) in BOTH {
        let paper = receipt(&busy(), 0, &sheet(&[Language::El], width));
        assert_golden(&format!("receipt-el-{mm}"), &paper, width);
    }
}

#[test]
fn a_copy_in_english_for_a_counter_that_speaks_english() {
    for (width, mm) in BOTH {
        let paper = receipt(&busy(), 2, &sheet(&[Language::En], width));
        assert_golden(&format!("copy-en-{mm}"), &paper, width);
    }
}

#[test]
fn a_receipt_in_two_languages_puts_the_legal_one_first() {
    for (width, mm) in BOTH {
        let paper = receipt(&busy(), 0, &sheet(&[Language::El, Language::En], width));
        assert_golden(&format!("receipt-el-en-{mm}"), &paper, width);
    }
}

#[test]
fn a_mirror_document_of_a_demo_with_the_authoritys_mark() {
    for (width, mm) in BOTH {
        let paper = receipt(&mirror(), 0, &sheet(&[Language::El], width));
        assert_golden(&format!("reversal-el-{mm}"), &paper, width);
    }
}

#[test]
fn prices_without_tax_have_the_tax_added_above_the_total() {
    let view = ReceiptView {
        tax_included: false,
        total: eur(1_600),
        discount: eur(0),
        change: eur(0),
        lines: vec![line("Case", 1, 1_290, 0)],
        subtotal: eur(1_290),
        taxes: vec![ReceiptTax { letter: "A".to_owned(), rate: Rate::percent(24), base: eur(1_290), tax: eur(310) }],
        ..busy()
    };
    let view = ReceiptView { tenders: Vec::new(), marks: Vec::new(), note: None, ..view };
    let paper = receipt(&view, 0, &sheet(&[Language::En], PaperWidth::Mm58));
    assert_golden("receipt-tax-added-en-58", &paper, PaperWidth::Mm58);
}

#[test]
fn a_shifts_report() {
    for (width, mm) in BOTH {
        for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
            let seller = busy().seller;
            let till = Till { seller, register: "Ταμείο 1".to_owned(), marks: vec![ReceiptMark::Demo] };
            let paper = shift_report(&report(), &till, &sheet(&[language], width));
            assert_golden(&format!("shift-{name}-{mm}"), &paper, width);
        }
    }
}

#[test]
fn a_test_page_shows_both_alphabets_the_euro_and_the_width() {
    for (width, mm) in BOTH {
        let printer = PrinterSettings {
            connection: PrinterConnection::None,
            paper: width,
            code_page: CodePage::Wpc1253,
            drawer: false,
            automatic: true,
        };
        let paper = test_page("Minas Κυψέλη", &printer, MONDAY_MS, &sheet(&[Language::El], width));
        assert_golden(&format!("test-page-{mm}"), &paper, width);
    }
}

#[test]
fn a_recovery_code() {
    let sheet = sheet(&[Language::El, Language::En], PaperWidth::Mm58);
    let paper = recovery_code("Minas Κυψέλη", "Ελένη Δ.", "K7QF-2M9X-AB01-ZZ99", MONDAY_MS, &sheet);
    assert_golden("recovery-el-en-58", &paper, PaperWidth::Mm58);
}

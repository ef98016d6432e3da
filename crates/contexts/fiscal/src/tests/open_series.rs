use super::*;
use crate::Rejection;
use crate::series::{Command, OpenSeries, ReceiptSeries};
use eventing::testing::given;
use kernel::Coded;

fn open(label: &str) -> Command {
    let (document_type, label) = (DocumentType::Sale, label.to_owned());
    Command::OpenSeries(OpenSeries { register: REGISTER, document_type, label })
}

#[test]
fn a_register_opens_its_series() {
    given::<ReceiptSeries>([]).when(open("A")).then([opened(DocumentType::Sale, "A").into()]);
}

#[test]
fn a_label_is_letters_and_then_digits() {
    for label in ["", "a", "2A", "A-2", "A2B", "ABCDE", "A12345", "Α", "A 2"] {
        let refusal = Rejection::SeriesLabelInvalid { label: label.to_owned() };
        assert_eq!(refusal.code().0, "FIS-002");
        given::<ReceiptSeries>([]).when(open(label)).then_refused(refusal);
    }
}

#[test]
fn a_label_is_used_once_so_that_no_number_repeats() {
    let refusal = Rejection::SeriesLabelUsed { label: "A".to_owned() };
    assert_eq!(refusal.code().0, "FIS-003");
    given::<ReceiptSeries>([opened(DocumentType::Sale, "A").into(), opened(DocumentType::Sale, "A2").into()])
        .when(open("A"))
        .then_refused(refusal.clone());
    given::<ReceiptSeries>([opened(DocumentType::Reversal, "A").into()]).when(open("A")).then_refused(refusal);
}

#[test]
fn a_sale_is_not_begun_before_both_series_are_open() {
    let sale = opened(DocumentType::Sale, "A");
    assert_eq!(given::<ReceiptSeries>([sale.clone().into()]).state().require_open(), Err(Rejection::SeriesMissing));
    let both = given::<ReceiptSeries>([sale.into(), opened(DocumentType::Reversal, "R").into()]);
    assert_eq!(both.state().require_open(), Ok(()));
}

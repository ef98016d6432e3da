use super::*;
use crate::{ReceiptSeries, document_number, first_label, next_label};
use eventing::testing::given;

#[test]
fn a_restored_register_goes_on_under_the_next_label() {
    let labels: Vec<String> =
        std::iter::successors(Some("A".to_owned()), |label| Some(next_label(label))).take(4).collect();
    assert_eq!(labels, ["A", "A2", "A3", "A4"]);
    assert_eq!((next_label("R").as_str(), next_label("A9").as_str()), ("R2", "A10"));
}

#[test]
fn sales_and_reversals_begin_under_their_own_letters() {
    assert_eq!(first_label(DocumentType::Sale), "A");
    assert_eq!(first_label(DocumentType::Reversal), "R");
}

#[test]
fn the_next_label_was_never_used() {
    let sale = DocumentType::Sale;
    assert_eq!(given::<ReceiptSeries>([]).state().next_label(sale), "A");
    let series = given::<ReceiptSeries>([
        opened(sale, "A").into(),
        opened(sale, "A2").into(),
        opened(DocumentType::Reversal, "A3").into(),
    ]);
    assert_eq!(series.state().next_label(sale), "A4");
}

#[test]
fn people_read_series_and_number_together() {
    assert_eq!(document_number("A", 1_043), "A-1043");
}

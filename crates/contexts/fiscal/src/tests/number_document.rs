use super::*;
use crate::Rejection;
use crate::series::{Command, NumberDocument, ReceiptSeries};
use eventing::testing::given;
use kernel::Coded;

fn number(document: DocumentId, document_type: DocumentType) -> Command {
    Command::NumberDocument(NumberDocument { document, order: ORDER, document_type, total: eur(1_240) })
}

#[test]
fn the_first_number_is_one_and_each_follows_the_last() {
    given::<ReceiptSeries>([opened(DocumentType::Sale, "A").into()])
        .when(number(DOCUMENT, DocumentType::Sale))
        .then([numbered("A", 1).into()]);
    given::<ReceiptSeries>([opened(DocumentType::Sale, "A").into(), numbered("A", 1_042).into()])
        .when(number(MIRROR, DocumentType::Sale))
        .then([ReceiptNumbered { document: MIRROR, ..numbered("A", 1_043) }.into()]);
}

#[test]
fn sales_and_reversals_count_apart() {
    given::<ReceiptSeries>([
        opened(DocumentType::Sale, "A").into(),
        opened(DocumentType::Reversal, "R").into(),
        numbered("A", 7).into(),
    ])
    .when(number(MIRROR, DocumentType::Reversal))
    .then([ReceiptNumbered { document: MIRROR, document_type: DocumentType::Reversal, ..numbered("R", 1) }.into()]);
}

#[test]
fn a_new_series_begins_with_one() {
    given::<ReceiptSeries>([
        opened(DocumentType::Sale, "A").into(),
        numbered("A", 7).into(),
        opened(DocumentType::Sale, "A2").into(),
    ])
    .when(number(MIRROR, DocumentType::Sale))
    .then([ReceiptNumbered { document: MIRROR, ..numbered("A2", 1) }.into()]);
}

#[test]
fn a_document_is_numbered_once() {
    let refusal = Rejection::DocumentNumbered { document: DOCUMENT };
    assert_eq!(refusal.code().0, "FIS-004");
    given::<ReceiptSeries>([opened(DocumentType::Sale, "A").into(), numbered("A", 1).into()])
        .when(number(DOCUMENT, DocumentType::Sale))
        .then_refused(refusal);
}

#[test]
fn nothing_is_numbered_before_its_series_is_open() {
    assert_eq!(Rejection::SeriesMissing.code().0, "FIS-001");
    given::<ReceiptSeries>([opened(DocumentType::Sale, "A").into()])
        .when(number(MIRROR, DocumentType::Reversal))
        .then_refused(Rejection::SeriesMissing);
}

#[test]
fn what_is_remembered_does_not_grow_with_the_shop() {
    let receipts = (1..=1_000).map(|number| {
        let document = DocumentId(Uuid::from_u128(u128::from(number)));
        ReceiptNumbered { document, ..numbered("A", number) }.into()
    });
    let history = std::iter::once(opened(DocumentType::Sale, "A").into()).chain(receipts);
    let series = given::<ReceiptSeries>(history);
    assert_eq!(series.state().recent.len(), 64);
    assert_eq!(series.state().current[&DocumentType::Sale].last, 1_000);
}

use super::*;
use crate::Rejection;
use crate::document::{FiscalDocument, MAX_WHY_CHARS};
use eventing::testing::given;

#[test]
fn a_refusal_is_kept_with_its_reason() {
    for state in ["submitted", "unknown"] {
        given::<FiscalDocument>(in_state(state)).when(reject()).then([rejected().into()]);
    }
}

#[test]
fn a_page_of_text_is_cut() {
    let command = RejectDocument { document: DOCUMENT, why: "λ".repeat(MAX_WHY_CHARS + 1) };
    given::<FiscalDocument>(in_state("submitted")).when(Command::RejectDocument(command)).then([DocumentRejected {
        document: DOCUMENT,
        why: "λ".repeat(MAX_WHY_CHARS),
    }
    .into()]);
}

#[test]
fn a_refusal_that_is_known_records_nothing() {
    given::<FiscalDocument>(in_state("rejected")).when(reject()).then_nothing();
}

#[test]
fn only_a_document_that_was_sent_can_be_refused() {
    given::<FiscalDocument>([]).when(reject()).then_refused(Rejection::DocumentNotIssued);
    given::<FiscalDocument>(in_state("issued")).when(reject()).then_refused(Rejection::DocumentNotSubmitted);
    given::<FiscalDocument>(in_state("accepted"))
        .when(reject())
        .then_refused(Rejection::DocumentIsAccepted { mark: "MARK-1".to_owned() });
}

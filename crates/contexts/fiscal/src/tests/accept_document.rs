use super::*;
use crate::Rejection;
use crate::document::FiscalDocument;
use eventing::testing::given;
use kernel::Coded;

#[test]
fn the_authoritys_mark_is_kept() {
    for state in ["submitted", "unknown"] {
        given::<FiscalDocument>(in_state(state)).when(accept("MARK-1")).then([accepted("MARK-1").into()]);
    }
}

#[test]
fn the_same_mark_again_records_nothing_and_another_is_refused() {
    given::<FiscalDocument>(in_state("accepted")).when(accept("MARK-1")).then_nothing();
    given::<FiscalDocument>(in_state("accepted"))
        .when(accept("MARK-2"))
        .then_refused(Rejection::DocumentIsAccepted { mark: "MARK-1".to_owned() });
}

#[test]
fn an_acceptance_without_a_mark_proves_nothing() {
    assert_eq!(Rejection::MarkMissing.code().0, "FIS-008");
    given::<FiscalDocument>(in_state("submitted")).when(accept(" ")).then_refused(Rejection::MarkMissing);
}

#[test]
fn a_document_that_was_not_sent_is_not_accepted() {
    assert_eq!(Rejection::DocumentNotSubmitted.code().0, "FIS-006");
    for state in ["issued", "rejected"] {
        given::<FiscalDocument>(in_state(state)).when(accept("M")).then_refused(Rejection::DocumentNotSubmitted);
    }
    given::<FiscalDocument>([]).when(accept("M")).then_refused(Rejection::DocumentNotIssued);
}

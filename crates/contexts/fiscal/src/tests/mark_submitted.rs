use super::*;
use crate::Rejection;
use crate::document::FiscalDocument;
use eventing::testing::given;
use kernel::Coded;

#[test]
fn a_document_that_waits_was_refused_or_got_lost_is_sent() {
    for state in ["issued", "rejected", "unknown"] {
        given::<FiscalDocument>(in_state(state)).when(SUBMIT).then([submitted().into()]);
    }
}

#[test]
fn a_document_on_its_way_is_not_sent_twice_over() {
    given::<FiscalDocument>(in_state("submitted")).when(SUBMIT).then_nothing();
}

#[test]
fn an_accepted_document_is_never_sent_again() {
    let refusal = Rejection::DocumentIsAccepted { mark: "MARK-1".to_owned() };
    assert_eq!(refusal.code().0, "FIS-007");
    given::<FiscalDocument>(in_state("accepted")).when(SUBMIT).then_refused(refusal);
}

#[test]
fn a_document_that_nobody_asked_to_submit_is_not_sent() {
    assert_eq!(Rejection::DocumentNotIssued.code().0, "FIS-005");
    given::<FiscalDocument>([]).when(SUBMIT).then_refused(Rejection::DocumentNotIssued);
}

use super::*;
use crate::Rejection;
use crate::document::FiscalDocument;
use eventing::testing::given;

#[test]
fn a_document_may_get_lost_on_its_way() {
    given::<FiscalDocument>(in_state("submitted")).when(lose()).then([unknown().into()]);
    given::<FiscalDocument>(in_state("unknown")).when(lose()).then_nothing();
}

#[test]
fn only_a_document_on_its_way_can_get_lost() {
    given::<FiscalDocument>([]).when(lose()).then_refused(Rejection::DocumentNotIssued);
    for state in ["issued", "rejected"] {
        given::<FiscalDocument>(in_state(state)).when(lose()).then_refused(Rejection::DocumentNotSubmitted);
    }
    given::<FiscalDocument>(in_state("accepted"))
        .when(lose())
        .then_refused(Rejection::DocumentIsAccepted { mark: "MARK-1".to_owned() });
}

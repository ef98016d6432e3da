use super::*;
use crate::Rejection;
use crate::document::{FiscalDocument, IssueDocument};
use eventing::testing::given;

fn issue() -> Command {
    Command::IssueDocument(IssueDocument { submission: submission(), adapter: "scripted".to_owned() })
}

#[test]
fn everything_that_the_authority_gets_is_frozen() {
    given::<FiscalDocument>([]).when(issue()).then([issued().into()]);
}

#[test]
fn a_document_is_issued_once() {
    for state in ["issued", "submitted", "accepted", "rejected", "unknown"] {
        given::<FiscalDocument>(in_state(state))
            .when(issue())
            .then_refused(Rejection::DocumentNumbered { document: DOCUMENT });
    }
}

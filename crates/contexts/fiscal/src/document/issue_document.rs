//! A numbered document is to be submitted.

use super::{DocumentIssued, Event, FiscalDocument};
use crate::{Rejection, Submission};

/// Freezes what the authority gets: `DocumentIssued`.
///
/// # Errors
/// FIS-004 for a document that was issued before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueDocument {
    /// What the authority gets.
    pub submission: Submission,
    /// The adapter that is to submit it.
    pub adapter: String,
}

impl IssueDocument {
    pub(super) fn decide(self, state: &FiscalDocument) -> Result<Vec<Event>, Rejection> {
        let Self { submission: Submission { document, order, document_type, series, number, total, taxes }, adapter } =
            self;
        match state {
            FiscalDocument::Blank => Ok(vec![
                DocumentIssued { document, order, document_type, series, number, total, taxes, adapter }.into(),
            ]),
            FiscalDocument::Issued
            | FiscalDocument::Submitted
            | FiscalDocument::Accepted { .. }
            | FiscalDocument::Rejected
            | FiscalDocument::Unknown => Err(Rejection::DocumentNumbered { document }),
        }
    }
}

//! The authority refused a document.

use super::{DocumentRejected, Event, FiscalDocument, cut};
use crate::Rejection;
use kernel::DocumentId;

/// Records a refusal: `DocumentRejected`, or nothing where it is known. The number stays used, and the document may be
/// submitted again.
///
/// # Errors
/// FIS-005 for a document that is not to be submitted; FIS-006 for one that was not sent; FIS-007 for one that was
/// accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectDocument {
    /// The document.
    pub document: DocumentId,
    /// What the authority said; cut at 500 characters.
    pub why: String,
}

impl RejectDocument {
    pub(super) fn decide(self, state: &FiscalDocument) -> Result<Vec<Event>, Rejection> {
        let Self { document, why } = self;
        match state {
            FiscalDocument::Submitted | FiscalDocument::Unknown => {
                Ok(vec![DocumentRejected { document, why: cut(&why) }.into()])
            }
            FiscalDocument::Rejected => Ok(Vec::new()),
            FiscalDocument::Accepted { mark } => Err(Rejection::DocumentIsAccepted { mark: mark.clone() }),
            FiscalDocument::Issued => Err(Rejection::DocumentNotSubmitted),
            FiscalDocument::Blank => Err(Rejection::DocumentNotIssued),
        }
    }
}

//! Nobody knows whether a document arrived.

use super::{DocumentUnknown, Event, FiscalDocument, cut};
use crate::Rejection;
use kernel::DocumentId;

/// Says that a document may have arrived: `DocumentUnknown`, or nothing where that is known. The authority is asked
/// before it is sent again, so that one sale is never declared twice.
///
/// # Errors
/// FIS-005 for a document that is not to be submitted; FIS-006 for one that was not sent; FIS-007 for one that was
/// accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkUnknown {
    /// The document.
    pub document: DocumentId,
    /// What went wrong; cut at 500 characters.
    pub why: String,
}

impl MarkUnknown {
    pub(super) fn decide(self, state: &FiscalDocument) -> Result<Vec<Event>, Rejection> {
        let Self { document, why } = self;
        match state {
            FiscalDocument::Submitted => Ok(vec![DocumentUnknown { document, why: cut(&why) }.into()]),
            FiscalDocument::Unknown => Ok(Vec::new()),
            FiscalDocument::Accepted { mark } => Err(Rejection::DocumentIsAccepted { mark: mark.clone() }),
            FiscalDocument::Issued | FiscalDocument::Rejected => Err(Rejection::DocumentNotSubmitted),
            FiscalDocument::Blank => Err(Rejection::DocumentNotIssued),
        }
    }
}

//! A document is being sent.

use super::{DocumentSubmitted, Event, FiscalDocument};
use crate::Rejection;
use kernel::DocumentId;

/// Says that a document is about to be sent, for the first time or again: `DocumentSubmitted`, or nothing while it is
/// on its way.
///
/// # Errors
/// FIS-005 for a document that is not to be submitted; FIS-007 for one that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkSubmitted {
    /// The document.
    pub document: DocumentId,
}

impl MarkSubmitted {
    pub(super) fn decide(self, state: &FiscalDocument) -> Result<Vec<Event>, Rejection> {
        match state {
            FiscalDocument::Issued | FiscalDocument::Rejected | FiscalDocument::Unknown => {
                Ok(vec![DocumentSubmitted { document: self.document }.into()])
            }
            FiscalDocument::Submitted => Ok(Vec::new()),
            FiscalDocument::Blank => Err(Rejection::DocumentNotIssued),
            FiscalDocument::Accepted { mark } => Err(Rejection::DocumentIsAccepted { mark: mark.clone() }),
        }
    }
}

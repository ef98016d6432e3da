//! The authority took a document.

use super::{DocumentAccepted, Event, FiscalDocument};
use crate::Rejection;
use kernel::DocumentId;

/// Records the authority's mark: `DocumentAccepted`, or nothing where this very mark is known.
///
/// # Errors
/// FIS-005 for a document that is not to be submitted; FIS-006 for one that was not sent; FIS-007 for another mark than
/// it has; FIS-008 without a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptDocument {
    /// The document.
    pub document: DocumentId,
    /// The authority's mark.
    pub mark: String,
    /// What paper shows as a QR code.
    pub qr: Option<String>,
}

impl AcceptDocument {
    pub(super) fn decide(self, state: &FiscalDocument) -> Result<Vec<Event>, Rejection> {
        let Self { document, mark, qr } = self;
        match state {
            FiscalDocument::Submitted | FiscalDocument::Unknown if mark.trim().is_empty() => {
                Err(Rejection::MarkMissing)
            }
            FiscalDocument::Submitted | FiscalDocument::Unknown => {
                Ok(vec![DocumentAccepted { document, mark, qr }.into()])
            }
            FiscalDocument::Accepted { mark: known } if *known == mark => Ok(Vec::new()),
            FiscalDocument::Accepted { mark: known } => Err(Rejection::DocumentIsAccepted { mark: known.clone() }),
            FiscalDocument::Issued | FiscalDocument::Rejected => Err(Rejection::DocumentNotSubmitted),
            FiscalDocument::Blank => Err(Rejection::DocumentNotIssued),
        }
    }
}

//! A document's paper is printed again.

use super::{DocumentCopied, Event};
use kernel::DocumentId;

/// Counts one more copy of a document: `DocumentCopied`. It can be asked of every numbered document, wherever it stands
/// with the authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyDocument {
    /// The document.
    pub document: DocumentId,
    /// The copies before this one, read in the same transaction.
    pub copies: u32,
}

impl CopyDocument {
    pub(super) fn decide(self) -> Vec<Event> {
        vec![DocumentCopied { document: self.document, copy: self.copies.saturating_add(1) }.into()]
    }
}

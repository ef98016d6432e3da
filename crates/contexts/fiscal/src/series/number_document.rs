//! A document gets its number.

use super::{Event, ReceiptSeries};
use crate::Rejection;
use contracts::{DocumentType, ReceiptNumbered};
use kernel::{DocumentId, Money, OrderId};

/// Takes the next number of the current series: `ReceiptNumbered`.
///
/// # Errors
/// FIS-001 without a series; FIS-004 for a document that has its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberDocument {
    /// The document; a sale's is its order's id.
    pub document: DocumentId,
    /// The order it documents.
    pub order: OrderId,
    /// What it is.
    pub document_type: DocumentType,
    /// Its total; positive.
    pub total: Money,
}

impl NumberDocument {
    pub(super) fn decide(self, state: &ReceiptSeries) -> Result<Vec<Event>, Rejection> {
        let Self { document, order, document_type, total } = self;
        if state.recent.contains(&document) {
            return Err(Rejection::DocumentNumbered { document });
        }
        let series = state.current.get(&document_type).ok_or(Rejection::SeriesMissing)?;
        let (label, number) = (series.label.clone(), series.last + 1);
        Ok(vec![ReceiptNumbered { document, order, document_type, series: label, number, total }.into()])
    }
}

//! What fiscal tells the others.

use kernel::fact;
use kernel::{DocumentId, Money, OrderId};
use serde::{Deserialize, Serialize};

/// What a numbered document is. Each has a series of its own on each register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "contracts/")]
pub enum DocumentType {
    /// A sale.
    Sale,
    /// The mirror of a sale.
    Reversal,
}

fact! {
    /// A document has its number, inside the transaction that made it. Printing hangs on this.
    ReceiptNumbered, "fiscal.series.receipt_numbered", v 1, {
        /// The document.
        document: DocumentId,
        /// The order it documents.
        order: OrderId,
        /// What it is.
        document_type: DocumentType,
        /// The series, such as `A`.
        series: String,
        /// Gapless from 1 within the series.
        number: u64,
        /// The document's total; positive.
        total: Money,
    }
}

//! What a document can record.

use contracts::{DocumentType, TaxRow};
use kernel::{DocumentId, Money, OrderId};

eventing::fact! {
    /// A numbered document waits to be submitted: everything that the authority gets, frozen.
    DocumentIssued, "fiscal.document.issued", v 1, {
        /// The document.
        document: DocumentId,
        /// The order it documents.
        order: OrderId,
        /// What it is.
        document_type: DocumentType,
        /// The series.
        series: String,
        /// The number within the series.
        number: u64,
        /// The total; positive.
        total: Money,
        /// Base and tax by rate; positive.
        taxes: Vec<TaxRow>,
        /// The adapter that is to submit it.
        adapter: String,
    }
}

eventing::fact! {
    /// It is being sent. Recorded before the first byte leaves, so that a stop afterwards leads to a question.
    DocumentSubmitted, "fiscal.document.submitted", v 1, {
        /// The document.
        document: DocumentId,
    }
}

eventing::fact! {
    /// The authority took it.
    DocumentAccepted, "fiscal.document.accepted", v 1, {
        /// The document.
        document: DocumentId,
        /// The authority's mark.
        mark: String,
        /// What paper shows as a QR code.
        qr: Option<String>,
    }
}

eventing::fact! {
    /// The authority refused it.
    DocumentRejected, "fiscal.document.rejected", v 1, {
        /// The document.
        document: DocumentId,
        /// What the authority said.
        why: String,
    }
}

eventing::fact! {
    /// Nobody knows whether it arrived.
    DocumentUnknown, "fiscal.document.became_unknown", v 1, {
        /// The document.
        document: DocumentId,
        /// What went wrong.
        why: String,
    }
}

eventing::fact! {
    /// Its paper is printed once more, marked as a copy. Recorded before the paper comes out.
    DocumentCopied, "fiscal.document.copied", v 1, {
        /// The document.
        document: DocumentId,
        /// Which copy it is, from 1; the original is none.
        copy: u32,
    }
}

eventing::events! {
    /// What happens to a document.
    pub enum Event {
        DocumentIssued, DocumentSubmitted, DocumentAccepted, DocumentRejected, DocumentUnknown, DocumentCopied,
    }
}

//! Every business refusal of fiscal.

use kernel::DocumentId;

kernel::rejections! {
    /// Why fiscal may refuse.
    pub enum Rejection {
        /// A register numbers nothing before its series are open.
        "FIS-001" SeriesMissing: "no series is open for this type of document",
        /// One to four capital letters, then up to four digits.
        "FIS-002" SeriesLabelInvalid { label: String }: "{label:?} is not a series label such as A or A2",
        /// Its numbers would repeat.
        "FIS-003" SeriesLabelUsed { label: String }: "series {label} was used before",
        /// One document, one number.
        "FIS-004" DocumentNumbered { document: DocumentId }: "document {document} has its number",
        /// Nothing is submitted that no adapter was asked to submit.
        "FIS-005" DocumentNotIssued: "the document was not issued for submission",
        /// An answer to a question that was not asked.
        "FIS-006" DocumentNotSubmitted: "the document was not submitted",
        /// The authority's mark is final.
        "FIS-007" DocumentIsAccepted { mark: String }: "the document was accepted as {mark}",
        /// An acceptance without a mark proves nothing.
        "FIS-008" MarkMissing: "an accepted document has a mark",
    }
}

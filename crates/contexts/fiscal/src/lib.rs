//! Fiscal documents: the gapless number that every sale and every reversal gets, and, where a country asks for it,
//! the authority's mark.
//!
//! Selling never waits for an authority: the number is taken inside the sale's own transaction, the mark comes later.

pub mod adapter;
pub mod document;
pub mod policies;
pub mod rejection;
pub mod scripted;
pub mod series;
pub mod views;

pub use adapter::{Answer, Answering, FiscalAdapter, NoneAdapter, Submission};
pub use document::FiscalDocument;
pub use policies::SUBMIT;
pub use rejection::Rejection;
pub use series::{ChooseAdapter, NumberDocument, OpenSeries, ReceiptSeries, document_number, first_label, next_label};
pub use views::copy::{count_copies, count_copies_in_shift};
pub use views::document::{
    DocumentRow, DocumentState, Wanted, find_by_number, find_by_order, find_document, last_document, list_by_shift,
    list_page, list_recent, list_waiting,
};
pub use views::invariants::INVARIANTS;

#[cfg(test)]
mod tests;

/// Adds fiscal's aggregates, policies and views.
#[must_use]
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<ReceiptSeries>()
        .decider::<FiscalDocument>()
        .policy::<policies::WhenOrderConfirmedNumberReceipt>()
        .policy::<policies::WhenOrderReversedNumberDocument>()
        .view(&views::document::DOCUMENT)
        .view(&views::copy::COPY)
}

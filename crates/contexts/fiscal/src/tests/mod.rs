//! Given / when / then for every command and policy, the scripted authority, and the view against a real file.

mod accept_document;
mod choose_adapter;
mod copy_document;
mod documents;
mod issue_document;
mod labels;
mod mark_submitted;
mod mark_unknown;
mod number_document;
mod open_series;
mod policies;
mod reject_document;
mod scripted;

use crate::Submission;
use crate::document::{
    AcceptDocument, Command, DocumentAccepted, DocumentIssued, DocumentRejected, DocumentSubmitted, DocumentUnknown,
    Event, MarkSubmitted, MarkUnknown, RejectDocument,
};
use crate::series::{AdapterChosen, SeriesOpened};
use contracts::{DocumentType, OrderConfirmed, OrderReversed, ReceiptNumbered, TaxRow, TaxTreatment};
use kernel::{Currency, DocumentId, Money, OrderId, Rate, RegisterId, Uuid};

pub const REGISTER: RegisterId = RegisterId(Uuid::from_u128(0x7));
pub const ORDER: OrderId = OrderId(Uuid::from_u128(0xA));
pub const DOCUMENT: DocumentId = DocumentId(Uuid::from_u128(0xA));
pub const MIRROR: DocumentId = DocumentId(Uuid::from_u128(0xB));

pub const fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

pub fn taxes() -> Vec<TaxRow> {
    let (rate, treatment) = (Rate::percent(24), TaxTreatment::Standard);
    vec![TaxRow { tax_group: "standard".to_owned(), treatment, rate, base: eur(1_000), tax: eur(240) }]
}

pub fn confirmed() -> OrderConfirmed {
    OrderConfirmed { order: ORDER, total: eur(1_240), taxes: taxes() }
}

pub fn reversed() -> OrderReversed {
    OrderReversed { order: ORDER, document: MIRROR, reason: "wrong".to_owned(), total: eur(1_240), taxes: taxes() }
}

pub fn opened(document_type: DocumentType, label: &str) -> SeriesOpened {
    SeriesOpened { register: REGISTER, document_type, label: label.to_owned() }
}

pub fn chosen(adapter: &str, submits: bool) -> AdapterChosen {
    AdapterChosen { adapter: adapter.to_owned(), submits }
}

pub fn numbered(series: &str, number: u64) -> ReceiptNumbered {
    ReceiptNumbered {
        document: DOCUMENT,
        order: ORDER,
        document_type: DocumentType::Sale,
        series: series.to_owned(),
        number,
        total: eur(1_240),
    }
}

pub fn submission() -> Submission {
    Submission {
        document: DOCUMENT,
        order: ORDER,
        document_type: DocumentType::Sale,
        series: "A".to_owned(),
        number: 1,
        total: eur(1_240),
        taxes: taxes(),
    }
}

pub fn issued() -> DocumentIssued {
    DocumentIssued {
        document: DOCUMENT,
        order: ORDER,
        document_type: DocumentType::Sale,
        series: "A".to_owned(),
        number: 1,
        total: eur(1_240),
        taxes: taxes(),
        adapter: "scripted".to_owned(),
    }
}

pub fn submitted() -> DocumentSubmitted {
    DocumentSubmitted { document: DOCUMENT }
}

pub fn accepted(mark: &str) -> DocumentAccepted {
    DocumentAccepted { document: DOCUMENT, mark: mark.to_owned(), qr: None }
}

pub fn rejected() -> DocumentRejected {
    DocumentRejected { document: DOCUMENT, why: "no such tax id".to_owned() }
}

pub fn unknown() -> DocumentUnknown {
    DocumentUnknown { document: DOCUMENT, why: "the connection broke".to_owned() }
}

/// The histories that lead to each state.
pub fn in_state(state: &str) -> Vec<Event> {
    let mut history: Vec<Event> = vec![issued().into(), submitted().into()];
    match state {
        "blank" => history.clear(),
        "issued" => history.truncate(1),
        "submitted" => {}
        "accepted" => history.push(accepted("MARK-1").into()),
        "rejected" => history.push(rejected().into()),
        "unknown" => history.push(unknown().into()),
        other => panic!("no such state: {other}"),
    }
    history
}

pub const SUBMIT: Command = Command::MarkSubmitted(MarkSubmitted { document: DOCUMENT });

pub fn accept(mark: &str) -> Command {
    Command::AcceptDocument(AcceptDocument { document: DOCUMENT, mark: mark.to_owned(), qr: None })
}

pub fn reject() -> Command {
    Command::RejectDocument(RejectDocument { document: DOCUMENT, why: "no such tax id".to_owned() })
}

pub fn lose() -> Command {
    Command::MarkUnknown(MarkUnknown { document: DOCUMENT, why: "the connection broke".to_owned() })
}

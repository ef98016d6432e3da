//! What fiscal does when an order is paid or undone: it gives the document its number, and, where an adapter submits,
//! queues it for the authority.
//!
//! A refusal of the series means that the document has its number: the same fact heard twice changes nothing.

use crate::Submission;
use crate::document::{Command as DocumentCommand, DocumentIssued, FiscalDocument, IssueDocument};
use crate::series::{Command, Event, NumberDocument, ReceiptSeries};
use contracts::{DocumentType, OrderConfirmed, OrderReversed, ReceiptNumbered, TaxRow};
use eventing::{Decider, Effect, Loaded, Need, Policy, Reaction};
use kernel::{DocumentId, Fact, Moment};

/// The kind of effect that submits a document; its payload is a [`Submission`].
pub const SUBMIT: &str = "fiscal.submit";

/// A paid order gets its receipt's number.
pub struct WhenOrderConfirmedNumberReceipt;

impl Policy for WhenOrderConfirmedNumberReceipt {
    type On = OrderConfirmed;
    const NAME: &'static str = "fiscal.when_order_confirmed_number_receipt";
    const RECORDS: &'static [&'static str] = &[ReceiptNumbered::TYPE, DocumentIssued::TYPE];

    fn needs(_on: &OrderConfirmed) -> Vec<Need> {
        vec![Need::stream::<ReceiptSeries>(ReceiptSeries::STREAM)]
    }

    fn react(on: &OrderConfirmed, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        let (document, document_type) = (DocumentId(on.order.0), DocumentType::Sale);
        let command = NumberDocument { document, order: on.order, document_type, total: on.total };
        number(command, &on.taxes, at, loaded)
    }
}

/// A reversed order's mirror document gets its own number.
pub struct WhenOrderReversedNumberDocument;

impl Policy for WhenOrderReversedNumberDocument {
    type On = OrderReversed;
    const NAME: &'static str = "fiscal.when_order_reversed_number_document";
    const RECORDS: &'static [&'static str] = &[ReceiptNumbered::TYPE, DocumentIssued::TYPE];

    fn needs(_on: &OrderReversed) -> Vec<Need> {
        vec![Need::stream::<ReceiptSeries>(ReceiptSeries::STREAM)]
    }

    fn react(on: &OrderReversed, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        let document_type = DocumentType::Reversal;
        let command = NumberDocument { document: on.document, order: on.order, document_type, total: on.total };
        number(command, &on.taxes, at, loaded)
    }
}

fn number(command: NumberDocument, taxes: &[TaxRow], at: &Moment, loaded: &Loaded<'_>) -> Reaction {
    let series = loaded.state::<ReceiptSeries>(ReceiptSeries::STREAM);
    let Ok(events) = ReceiptSeries::decide(series, Command::NumberDocument(command), at) else {
        return Reaction::none();
    };
    let submission = events.iter().find_map(|event| submission(event, taxes));
    let reaction = Reaction::append::<ReceiptSeries>(ReceiptSeries::STREAM, events);
    match (series.submitting_adapter(), submission) {
        (Some(adapter), Some(submission)) => submit(reaction, submission, adapter, at),
        (None, _) | (_, None) => reaction,
    }
}

/// What the authority gets of a numbered document.
fn submission(event: &Event, taxes: &[TaxRow]) -> Option<Submission> {
    match event {
        Event::ReceiptNumbered(ReceiptNumbered { document, order, document_type, series, number, total }) => {
            Some(Submission {
                document: *document,
                order: *order,
                document_type: *document_type,
                series: series.clone(),
                number: *number,
                total: *total,
                taxes: taxes.to_vec(),
            })
        }
        Event::SeriesOpened(_) | Event::AdapterChosen(_) => None,
    }
}

/// A document that got its number just now was never issued, so its stream need not be read.
fn submit(reaction: Reaction, submission: Submission, adapter: &str, at: &Moment) -> Reaction {
    let document = submission.document;
    let payload = serde_json::to_vec(&submission).expect("a submission is plain data");
    let issue = DocumentCommand::IssueDocument(IssueDocument { submission, adapter: adapter.to_owned() });
    let Ok(issued) = FiscalDocument::decide(&FiscalDocument::Blank, issue, at) else { return reaction };
    let effect = Effect { kind: SUBMIT, key: format!("{SUBMIT}:{document}"), payload };
    reaction.and_append::<FiscalDocument>(document.0, issued).and_effect(effect)
}

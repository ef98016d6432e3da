//! The port to an authority: what a country's fiscal device or provider must be able to do.

use crate::document::{AcceptDocument, Command, MarkUnknown, RejectDocument};
use contracts::{DocumentType, TaxRow};
use kernel::{DocumentId, Money, OrderId};
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::pin::Pin;

/// What the authority gets. It is the payload of the effect that submits a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The document: also what the authority is asked for again.
    pub document: DocumentId,
    /// The order it documents.
    pub order: OrderId,
    /// What it is.
    pub document_type: DocumentType,
    /// The series.
    pub series: String,
    /// The number within the series.
    pub number: u64,
    /// The total; positive.
    pub total: Money,
    /// Base and tax by rate; positive.
    pub taxes: Vec<TaxRow>,
}

/// What came of submitting or asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The authority took it.
    Accepted {
        /// Its mark.
        mark: String,
        /// What paper shows as a QR code.
        qr: Option<String>,
    },
    /// The authority refused it.
    Rejected {
        /// What it said.
        why: String,
    },
    /// Nothing was sent: try again later. It never uses up a retry budget.
    Unreachable {
        /// What went wrong.
        why: String,
    },
    /// It may have arrived: ask before it is sent again.
    Unknown {
        /// What went wrong.
        why: String,
    },
    /// The authority was asked and never got it: submit it.
    NotFound,
}

impl Answer {
    /// What the document is told; None where nothing changes for it.
    pub fn command(self, document: DocumentId) -> Option<Command> {
        match self {
            Self::Accepted { mark, qr } => Some(Command::AcceptDocument(AcceptDocument { document, mark, qr })),
            Self::Rejected { why } => Some(Command::RejectDocument(RejectDocument { document, why })),
            Self::Unknown { why } => Some(Command::MarkUnknown(MarkUnknown { document, why })),
            Self::Unreachable { .. } | Self::NotFound => None,
        }
    }
}

/// An answer on its way. It may never come: the worker gives up after a time, and the document is unknown.
pub type Answering<'a> = Pin<Box<dyn Future<Output = Answer> + Send + 'a>>;

/// One country's way to its authority.
pub trait FiscalAdapter: Send + Sync {
    /// Its name, as the journal keeps it.
    fn name(&self) -> &'static str;

    /// Whether documents are submitted at all.
    fn submits(&self) -> bool;

    /// Sends a document.
    fn submit<'a>(&'a self, document: &'a Submission) -> Answering<'a>;

    /// Asks what became of a document that may have arrived.
    fn ask<'a>(&'a self, document: &'a Submission) -> Answering<'a>;
}

/// Where the country profile asks for no submission. Paper then says that it is not a tax receipt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NoneAdapter;

impl FiscalAdapter for NoneAdapter {
    fn name(&self) -> &'static str {
        "none"
    }

    fn submits(&self) -> bool {
        false
    }

    fn submit<'a>(&'a self, _document: &'a Submission) -> Answering<'a> {
        Box::pin(std::future::ready(nobody()))
    }

    fn ask<'a>(&'a self, _document: &'a Submission) -> Answering<'a> {
        Box::pin(std::future::ready(nobody()))
    }
}

fn nobody() -> Answer {
    Answer::Unreachable { why: "no adapter submits documents".to_owned() }
}

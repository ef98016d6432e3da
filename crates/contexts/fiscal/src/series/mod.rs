//! The numbers: one series for each type of document, gapless, taken inside the transaction that makes the document.
//!
//! A file belongs to one register, so all its series live in one stream, [`ReceiptSeries::STREAM`]: the policy that
//! numbers a receipt must name what it reads before it can know which label is current.

mod choose_adapter;
mod events;
mod number_document;
mod open_series;

pub use choose_adapter::ChooseAdapter;
pub use events::{AdapterChosen, Event, SeriesOpened};
pub use number_document::NumberDocument;
pub use open_series::OpenSeries;

use crate::Rejection;
use contracts::DocumentType;
use eventing::Decider;
use kernel::{DocumentId, Moment, RegisterId, Uuid};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many documents back a repeated request is recognised: far more than one transaction can hold in flight.
const REMEMBERED_DOCUMENTS: usize = 64;

/// The register's series. There is one such stream: [`ReceiptSeries::STREAM`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceiptSeries {
    /// The series that is current for each type of document.
    pub current: BTreeMap<DocumentType, Series>,
    /// Every label that was ever opened.
    pub labels: BTreeSet<String>,
    /// Who submits documents, once somebody chose.
    pub adapter: Option<Adapter>,
    /// The documents that were numbered last, newest first.
    pub recent: VecDeque<DocumentId>,
}

/// One series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// The register.
    pub register: RegisterId,
    /// Such as `A`.
    pub label: String,
    /// The last number taken; 0 before the first.
    pub last: u64,
}

/// Who submits documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adapter {
    /// Its name.
    pub name: String,
    /// Whether documents are submitted at all.
    pub submits: bool,
}

/// What can be asked of the series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Begin a series.
    OpenSeries(OpenSeries),
    /// Say who submits documents.
    ChooseAdapter(ChooseAdapter),
    /// Take the next number.
    NumberDocument(NumberDocument),
}

impl Decider for ReceiptSeries {
    const KIND: &'static str = "fiscal.series";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(state: &Self, command: Command, _at: &Moment) -> Result<Vec<Event>, Rejection> {
        match command {
            Command::OpenSeries(command) => command.decide(state),
            Command::ChooseAdapter(command) => Ok(command.decide(state)),
            Command::NumberDocument(command) => command.decide(state),
        }
    }

    fn evolve(mut state: Self, event: &Event) -> Self {
        match event {
            Event::SeriesOpened(fact) => {
                state.labels.insert(fact.label.clone());
                let series = Series { register: fact.register, label: fact.label.clone(), last: 0 };
                state.current.insert(fact.document_type, series);
            }
            Event::AdapterChosen(fact) => {
                state.adapter = Some(Adapter { name: fact.adapter.clone(), submits: fact.submits });
            }
            Event::ReceiptNumbered(fact) => {
                if let Some(series) = state.current.get_mut(&fact.document_type) {
                    series.last = fact.number;
                }
                state.recent.push_front(fact.document);
                state.recent.truncate(REMEMBERED_DOCUMENTS);
            }
        }
        state
    }
}

impl ReceiptSeries {
    /// The one stream.
    pub const STREAM: Uuid = Uuid::nil();

    /// Refuses where a document could not get its number. Asked before money is taken, since a policy cannot refuse.
    ///
    /// # Errors
    /// FIS-001.
    pub fn require_open(&self) -> Result<(), Rejection> {
        let every = [DocumentType::Sale, DocumentType::Reversal];
        if every.iter().all(|kind| self.current.contains_key(kind)) { Ok(()) } else { Err(Rejection::SeriesMissing) }
    }

    /// The label that the next series of this type takes: the first, or the one after the current.
    pub fn next_label(&self, document_type: DocumentType) -> String {
        let mut label = match self.current.get(&document_type) {
            Some(series) => next_label(&series.label),
            None => first_label(document_type).to_owned(),
        };
        while self.labels.contains(&label) {
            label = next_label(&label);
        }
        label
    }

    /// The adapter that submits documents, if one does.
    pub fn submitting_adapter(&self) -> Option<&str> {
        self.adapter.as_ref().filter(|adapter| adapter.submits).map(|adapter| adapter.name.as_str())
    }
}

/// The label of a register's first series.
pub const fn first_label(document_type: DocumentType) -> &'static str {
    match document_type {
        DocumentType::Sale => "A",
        DocumentType::Reversal => "R",
    }
}

/// The label after `label`: `A`, `A2`, `A3`. A restored or cloned register goes on under it, so that no number can
/// repeat.
pub fn next_label(label: &str) -> String {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u64 = label[stem.len()..].parse().unwrap_or(1);
    format!("{stem}{}", number.saturating_add(1))
}

/// The number as people read it: `A-1043`.
pub fn document_number(series: &str, number: u64) -> String {
    format!("{series}-{number}")
}

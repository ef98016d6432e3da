//! A document on its way to the authority: issued → submitted → accepted, rejected or unknown.
//!
//! Where no adapter submits, a document has its number and nothing more, and this stream stays empty.

mod accept_document;
mod copy_document;
mod events;
mod issue_document;
mod mark_submitted;
mod mark_unknown;
mod reject_document;

pub use accept_document::AcceptDocument;
pub use copy_document::CopyDocument;
pub use events::{
    DocumentAccepted, DocumentCopied, DocumentIssued, DocumentRejected, DocumentSubmitted, DocumentUnknown, Event,
};
pub use issue_document::IssueDocument;
pub use mark_submitted::MarkSubmitted;
pub use mark_unknown::MarkUnknown;
pub use reject_document::RejectDocument;

use crate::Rejection;
use eventing::Decider;
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// The longest explanation that is kept, in characters; an authority's page of text is cut.
pub const MAX_WHY_CHARS: usize = 500;

/// Where a document stands with the authority. The stream's id is the document's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum FiscalDocument {
    /// Nothing is to be submitted.
    #[default]
    Blank,
    /// It waits.
    Issued,
    /// It is on its way.
    Submitted,
    /// It has the authority's mark.
    Accepted {
        /// The mark.
        mark: String,
    },
    /// The authority refused it; a person looks at it, and it may be submitted again.
    Rejected,
    /// It may have arrived: the authority is asked before it is sent again.
    Unknown,
}

/// What can be asked of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// It is to be submitted.
    IssueDocument(IssueDocument),
    /// It is being sent.
    MarkSubmitted(MarkSubmitted),
    /// The authority took it.
    AcceptDocument(AcceptDocument),
    /// The authority refused it.
    RejectDocument(RejectDocument),
    /// Nobody knows whether it arrived.
    MarkUnknown(MarkUnknown),
    /// Its paper is printed again.
    CopyDocument(CopyDocument),
}

impl Decider for FiscalDocument {
    const KIND: &'static str = "fiscal.document";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = Command;
    type Event = Event;
    type Rejection = Rejection;

    fn decide(state: &Self, command: Command, _at: &Moment) -> Result<Vec<Event>, Rejection> {
        match command {
            Command::IssueDocument(command) => command.decide(state),
            Command::MarkSubmitted(command) => command.decide(state),
            Command::AcceptDocument(command) => command.decide(state),
            Command::RejectDocument(command) => command.decide(state),
            Command::MarkUnknown(command) => command.decide(state),
            Command::CopyDocument(command) => Ok(command.decide()),
        }
    }

    fn evolve(state: Self, event: &Event) -> Self {
        match event {
            Event::DocumentIssued(_) => Self::Issued,
            Event::DocumentSubmitted(_) => Self::Submitted,
            Event::DocumentAccepted(fact) => Self::Accepted { mark: fact.mark.clone() },
            Event::DocumentRejected(_) => Self::Rejected,
            Event::DocumentUnknown(_) => Self::Unknown,
            Event::DocumentCopied(_) => state,
        }
    }
}

fn cut(why: &str) -> String {
    why.chars().take(MAX_WHY_CHARS).collect()
}

//! One job, as it waits in the queue.

use crate::api::words::{Paper, PrintJob, PrintState, PrinterTrouble};
use crate::error::{Error, Result};
use eventing::{EffectState, Queued};
use kernel::{DocumentId, OperatorId, ShiftId, Uuid};
use serde::{Deserialize, Serialize};

/// What the worker needs to know. Nothing that is printed stands in it: that is read from the journal's views.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Job {
    /// Its own name; the same job is never queued twice.
    pub(crate) id: Uuid,
    /// What it prints.
    pub(crate) what: What,
    /// The document's number, or the shift's.
    pub(crate) number: String,
    /// When it was queued, in milliseconds since 1970 UTC.
    pub(crate) queued_ms: i64,
    /// Whether the drawer opens at the first try.
    pub(crate) drawer: bool,
}

/// What a job prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(crate) enum What {
    /// A document; copy 0 is the original.
    Receipt { document: DocumentId, copy: u32 },
    /// A closed shift's report; copy 0 is the original.
    Shift { shift: ShiftId, copy: u32 },
    /// A page that shows what the printer can do.
    Test,
    /// A recovery code, whose letters are kept in memory alone.
    RecoveryCode { operator: OperatorId },
    /// No paper: the drawer opens.
    Drawer,
}

/// What the queue notes of a job that somebody gave up although paper may have come out.
pub(crate) const DROPPED: &str = "dropped";

impl Job {
    /// The original of a document: there is one, however often it is asked for.
    pub(crate) fn original(document: DocumentId, number: String, queued_ms: i64) -> Self {
        let what = What::Receipt { document, copy: 0 };
        Self { id: original_of(document), what, number, queued_ms, drawer: false }
    }

    pub(crate) fn key(&self) -> String {
        key(self.id)
    }

    pub(crate) fn encode(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(|error| Error::Bug(error.to_string()))
    }

    pub(crate) fn decode(payload: &[u8]) -> Result<Self> {
        serde_json::from_slice(payload).map_err(|error| Error::Bug(format!("a print job does not parse: {error}")))
    }

    /// The job as the screens show it; None for what has no paper, and for what somebody gave up.
    pub(crate) fn view(queued: &Queued) -> Option<PrintJob> {
        let job = Self::decode(&queued.payload).ok()?;
        let paper = match job.what {
            What::Receipt { document, copy } => Paper::Receipt { document, copy },
            What::Shift { shift, .. } => Paper::Shift { shift },
            What::Test => Paper::Test,
            What::RecoveryCode { .. } => Paper::RecoveryCode,
            What::Drawer => return None,
        };
        let state = match queued.state {
            EffectState::Queued => PrintState::Waiting,
            EffectState::Leased => PrintState::Printing,
            EffectState::Done => PrintState::Printed,
            EffectState::Failed => PrintState::Failed,
            EffectState::Unknown => PrintState::Unknown,
        };
        let note = queued.note.as_deref();
        if state == PrintState::Printed && note == Some(DROPPED) {
            return None;
        }
        let trouble = note.filter(|_| state != PrintState::Printed).and_then(PrinterTrouble::from_note);
        Some(PrintJob { job: job.id, paper, number: job.number, state, trouble, attempts: queued.attempts })
    }
}

/// The name of the job that prints a document's original.
pub(crate) fn original_of(document: DocumentId) -> Uuid {
    Uuid::new_v5(&document.0, b"print")
}

/// The queue's key of a job.
pub(crate) fn key(job: Uuid) -> String {
    format!("pos.print:{job}")
}

impl PrinterTrouble {
    /// As the queue notes it.
    pub(crate) const fn note(self) -> &'static str {
        match self {
            Self::NotThere => "not_there",
            Self::Hangs => "hangs",
            Self::BrokeOff => "broke_off",
            Self::CannotWrite => "cannot_write",
            Self::NoPaper => "no_paper",
            Self::CoverOpen => "cover_open",
        }
    }

    fn from_note(note: &str) -> Option<Self> {
        let all = [Self::NotThere, Self::Hangs, Self::BrokeOff, Self::CannotWrite, Self::NoPaper, Self::CoverOpen];
        all.into_iter().find(|trouble| trouble.note() == note)
    }
}

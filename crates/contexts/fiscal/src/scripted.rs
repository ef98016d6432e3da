//! An authority that behaves as it is told, and badly on purpose: it stalls, refuses and forgets. Tests run against it,
//! and a demo can show what waiting for a mark looks like.

use crate::adapter::{Answer, Answering, FiscalAdapter, Submission};
use kernel::DocumentId;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What it does with the next document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Takes it and answers.
    Accept,
    /// Refuses it, for this reason.
    Refuse(&'static str),
    /// Cannot be reached.
    Unreachable,
    /// Takes it and never answers.
    Stall,
    /// Takes it, and the answer gets lost on the way.
    Forget,
    /// Never gets it, and nobody can tell.
    Lose,
}

/// The scripted adapter. Once its script is over it accepts everything.
#[derive(Debug, Default)]
pub struct ScriptedAdapter {
    memory: Mutex<Memory>,
}

#[derive(Debug, Default)]
struct Memory {
    script: VecDeque<Step>,
    taken: BTreeMap<DocumentId, String>,
    arrived: Vec<DocumentId>,
}

impl ScriptedAdapter {
    /// An adapter that does these things, one a submission.
    pub fn new(script: impl IntoIterator<Item = Step>) -> Self {
        let memory = Memory { script: script.into_iter().collect(), ..Memory::default() };
        Self { memory: Mutex::new(memory) }
    }

    /// Every document that arrived, in order, a repeated one as often as it came.
    pub fn arrived(&self) -> Vec<DocumentId> {
        self.memory().arrived.clone()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// Keeps a document and gives its mark: the same one, however often it comes.
    fn take(&mut self, document: &Submission) -> Answer {
        self.arrived.push(document.document);
        let next = self.taken.len() + 1;
        let mark = self.taken.entry(document.document).or_insert_with(|| format!("MARK-{next}"));
        accepted(mark)
    }

    fn submit(&mut self, document: &Submission) -> Option<Answer> {
        let lost = || Answer::Unknown { why: "the connection broke".to_owned() };
        match self.script.pop_front().unwrap_or(Step::Accept) {
            Step::Accept => Some(self.take(document)),
            Step::Refuse(why) => {
                self.arrived.push(document.document);
                Some(Answer::Rejected { why: why.to_owned() })
            }
            Step::Unreachable => Some(Answer::Unreachable { why: "no route to the authority".to_owned() }),
            Step::Stall => {
                self.take(document);
                None
            }
            Step::Forget => {
                self.take(document);
                Some(lost())
            }
            Step::Lose => Some(lost()),
        }
    }
}

impl FiscalAdapter for ScriptedAdapter {
    fn name(&self) -> &'static str {
        "scripted"
    }

    fn submits(&self) -> bool {
        true
    }

    fn submit<'a>(&'a self, document: &'a Submission) -> Answering<'a> {
        match self.memory().submit(document) {
            Some(answer) => Box::pin(std::future::ready(answer)),
            None => Box::pin(std::future::pending()),
        }
    }

    fn ask<'a>(&'a self, document: &'a Submission) -> Answering<'a> {
        let answer = self.memory().taken.get(&document.document).map_or(Answer::NotFound, |mark| accepted(mark));
        Box::pin(std::future::ready(answer))
    }
}

fn accepted(mark: &str) -> Answer {
    Answer::Accepted { mark: mark.to_owned(), qr: Some(format!("https://authority.example/{mark}")) }
}

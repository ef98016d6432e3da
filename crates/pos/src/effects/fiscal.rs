//! Sends numbered documents to the country's adapter, in order, and records what became of them.
//!
//! Selling never waits for it. A document that may have arrived is asked for before it is sent again.

use crate::error::{Error, Result};
use crate::gesture::Call;
use crate::{Pos, Session};
use eventing::{EffectQueue, Leased, OnLostLease};
use fiscal::document::{Command, MarkSubmitted};
use fiscal::{Answer, FiscalAdapter, FiscalDocument, Submission};
use kernel::{CommandId, Uuid};
use std::sync::Arc;
use std::time::Duration;

/// How long an adapter may take before the document counts as unknown.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a worker holds a document: longer than its patience, so that two never hold one.
const LEASE_MS: i64 = 120_000;

/// The wait after the first failed try; it doubles up to [`LONGEST_WAIT_MS`].
const FIRST_WAIT_MS: i64 = 1_000;
const LONGEST_WAIT_MS: i64 = 300_000;

/// The worker of one adapter.
pub struct FiscalWorker {
    pos: Pos,
    adapter: Arc<dyn FiscalAdapter>,
    patience: Duration,
}

/// Whether the next document may be sent.
enum Next {
    Go,
    Wait,
}

impl FiscalWorker {
    /// A worker that sends through `adapter`.
    pub fn new(pos: Pos, adapter: Arc<dyn FiscalAdapter>) -> Self {
        Self { pos, adapter, patience: PATIENCE }
    }

    /// The same, with another patience.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Sends what is due, oldest first, until nothing is or one does not get through: documents keep their order.
    /// Gives back how many were settled.
    pub async fn drain(&self) -> Result<usize> {
        let queue = EffectQueue::new(self.pos.store(), fiscal::SUBMIT, OnLostLease::Retry);
        let system = self.pos.built_in_session(staff::SYSTEM).await?;
        let mut settled = 0;
        while let Some(leased) = queue.lease(self.pos.clock().now_ms(), LEASE_MS).await? {
            match self.send(&queue, &system, &leased).await? {
                Next::Go => settled += 1,
                Next::Wait => break,
            }
        }
        Ok(settled)
    }

    /// Whether an older document still waits for its answer: it goes first.
    async fn is_overtaking(&self, submission: &Submission) -> Result<bool> {
        let mut reader = self.pos.store().reader().await?;
        let oldest = fiscal::list_waiting(&mut reader, 1).await?;
        Ok(oldest.first().is_some_and(|row| row.document != submission.document))
    }

    async fn send(&self, queue: &EffectQueue<'_>, system: &Session, leased: &Leased) -> Result<Next> {
        let submission: Submission = serde_json::from_slice(&leased.payload)
            .map_err(|error| Error::Bug(format!("{} does not parse: {error}", leased.key)))?;
        let wait_ms = (FIRST_WAIT_MS << leased.attempts.saturating_sub(1).min(16)).min(LONGEST_WAIT_MS);
        let later = self.pos.clock().now_ms() + wait_ms;
        if self.is_overtaking(&submission).await? {
            queue.retry(&leased.key, later, "an older document goes first").await?;
            return Ok(Next::Wait);
        }
        let answer = self.settle(system, &submission).await?;
        match answer {
            Answer::Accepted { .. } => queue.done(&leased.key).await?,
            Answer::Rejected { why } => queue.failed(&leased.key, &why).await?,
            Answer::Unreachable { why } | Answer::Unknown { why } => {
                queue.retry(&leased.key, later, &why).await?;
                return Ok(Next::Wait);
            }
            Answer::NotFound => {
                queue.retry(&leased.key, later, "not found").await?;
                return Ok(Next::Wait);
            }
        }
        Ok(Next::Go)
    }

    /// Asks or sends, and records the answer.
    async fn settle(&self, system: &Session, submission: &Submission) -> Result<Answer> {
        let document = submission.document;
        let state = self.pos.store().state::<FiscalDocument>(document.0).await?;
        let mut answer = match state {
            FiscalDocument::Accepted { mark } => return Ok(Answer::Accepted { mark, qr: None }),
            FiscalDocument::Submitted | FiscalDocument::Unknown => self.patiently(self.adapter.ask(submission)).await,
            FiscalDocument::Blank | FiscalDocument::Issued | FiscalDocument::Rejected => Answer::NotFound,
        };
        if answer == Answer::NotFound {
            self.record(system, submission, Command::MarkSubmitted(MarkSubmitted { document })).await?;
            answer = self.patiently(self.adapter.submit(submission)).await;
        }
        if let Some(command) = answer.clone().command(document) {
            self.record(system, submission, command).await?;
        }
        Ok(answer)
    }

    async fn patiently(&self, answering: fiscal::Answering<'_>) -> Answer {
        match tokio::time::timeout(self.patience, answering).await {
            Ok(answer) => answer,
            Err(_) => Answer::Unknown { why: "no answer in time".to_owned() },
        }
    }

    async fn record(&self, system: &Session, submission: &Submission, command: Command) -> Result<()> {
        let call = Call::full("fiscal.settle", system, CommandId(Uuid::now_v7()), submission);
        self.pos.gesture(call, async |desk| desk.run::<FiscalDocument>(submission.document.0, command).await).await
    }
}

//! Print jobs. A job is queued by the very commit that makes its paper necessary, and says only which facts to print:
//! its paper is made from what is committed, when its turn comes.

mod board;
mod job;
mod render;

pub(crate) use board::Board;
pub(crate) use job::{DROPPED, Job, What, key, original_of};

use crate::No;
use crate::error::Result;
use crate::gesture::Desk;
use contracts::{ReceiptNumbered, TenderGivenBack, TenderKind, TenderTaken};
use eventing::Effect;
use fiscal::FiscalDocument;
use fiscal::document::{Command as DocumentCommand, CopyDocument};
use kernel::{DocumentId, Uuid};
use store::settings::PrinterConnection;

/// The kind of effect that is one job.
pub(crate) const PRINT: &str = "pos.print";

impl Desk {
    /// Queues what this gesture's facts put on paper: the receipt of every document that was numbered, where receipts
    /// are printed without being asked for; and the drawer, where cash came in or went out. Asked once, before the
    /// commit.
    pub(crate) fn queue_paper(&mut self) -> Result<()> {
        let Ok(shop) = self.shop() else { return Ok(()) };
        if shop.printer.connection == PrinterConnection::None {
            return Ok(());
        }
        let mut drawer = shop.printer.drawer && self.moved_cash();
        if shop.printer.automatic {
            for numbered in self.txn.recorded::<ReceiptNumbered>() {
                let number = fiscal::document_number(&numbered.series, numbered.number);
                let mut job = Job::original(numbered.document, number, self.at().now_ms);
                job.drawer = std::mem::take(&mut drawer);
                self.queue_job(&job)?;
            }
        }
        if drawer {
            let id = Uuid::new_v5(&self.at().command.0, b"drawer");
            let queued_ms = self.at().now_ms;
            self.queue_job(&Job { id, what: What::Drawer, number: String::new(), queued_ms, drawer })?;
        }
        Ok(())
    }

    /// Whether the drawer must open: notes go in, or change or a refund comes out.
    fn moved_cash(&self) -> bool {
        self.txn.recorded::<TenderTaken>().iter().any(|tender| tender.kind == TenderKind::Cash)
            || self.txn.recorded::<TenderGivenBack>().iter().any(|tender| tender.kind == TenderKind::Cash)
    }

    /// Queues a job with this commit.
    pub(crate) fn queue_job(&mut self, job: &Job) -> Result<()> {
        self.txn.effect(Effect { kind: PRINT, key: job.key(), payload: job.encode()? });
        self.has_paper = true;
        Ok(())
    }

    /// Queues a document's original.
    pub(crate) async fn queue_original(&mut self, document: DocumentId) -> Result<()> {
        let row = fiscal::find_document(self.txn.untouched(), document).await?;
        let row = row.ok_or(No::UnknownReceipt { document })?;
        let now_ms = self.at().now_ms;
        self.queue_job(&Job::original(document, row.document_number, now_ms))
    }

    /// Counts one more copy of a document and queues its paper.
    pub(crate) async fn queue_copy(&mut self, document: DocumentId) -> Result<()> {
        let row = fiscal::find_document(self.txn.untouched(), document).await?;
        let row = row.ok_or(No::UnknownReceipt { document })?;
        let copies = fiscal::count_copies(self.txn.untouched(), document).await?;
        let copy = DocumentCommand::CopyDocument(CopyDocument { document, copies });
        self.run::<FiscalDocument>(document.0, copy).await?;
        let (copy, at) = (copies.saturating_add(1), self.at());
        let job = Job {
            id: Uuid::new_v5(&at.command.0, b"copy"),
            what: What::Receipt { document, copy },
            number: row.document_number,
            queued_ms: at.now_ms,
            drawer: false,
        };
        self.queue_job(&job)
    }

    /// Refuses where no printer is set up.
    ///
    /// # Errors
    /// POS-021.
    pub(crate) fn require_printer(&self) -> Result<()> {
        if self.shop()?.printer.connection == PrinterConnection::None { Err(No::NoPrinter.into()) } else { Ok(()) }
    }
}

//! A printer beside the counter, and what came out of it.

use crate::counter::{Counter, command};
use anyhow::{Context, Result};
use devices::decode::{self, Item};
use devices::escpos::Width;
use devices::fakes::{FakePrinter, Manner};
use pos::api::requests as ask;
use pos::api::words::{PrintJob, PrintState, PrinterTrouble};
use pos::effects::PrintWorker;
use std::time::Duration;
use store::settings::{CodePage, PaperWidth, PrinterConnection, PrinterSettings};

/// How long the tests wait for a printer that hangs: longer than one that works takes on a busy machine.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// A printer on this port of this machine, with a drawer; receipts come without being asked for.
pub fn on_port(port: u16) -> PrinterSettings {
    PrinterSettings {
        connection: PrinterConnection::Network { host: "127.0.0.1".to_owned(), port },
        paper: PaperWidth::Mm80,
        code_page: CodePage::Wpc1253,
        drawer: true,
        automatic: true,
    }
}

/// One paper, as it came out.
pub struct Sheet {
    /// Its lines.
    pub lines: Vec<String>,
    /// How often the drawer opened.
    pub kicks: usize,
}

impl Sheet {
    /// Reads what a printer got, strictly.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let items = decode::read(bytes, Width::Mm80)?;
        let kicks = items.iter().filter(|item| **item == Item::Drawer).count();
        Ok(Self { lines: decode::text(&items), kicks })
    }

    /// Whether one of its lines holds this text.
    pub fn says(&self, text: &str) -> bool {
        self.lines.iter().any(|line| line.contains(text))
    }
}

impl Counter {
    /// Another printer from now on.
    pub async fn use_printer(&self, printer: PrinterSettings) -> Result<()> {
        let request = ask::ChangePrinter { command: command(), printer };
        self.pos.change_printer(&self.manager, request).await?;
        Ok(())
    }

    /// A printer that behaves like this, in use.
    pub async fn printer(&self, manner: Manner) -> Result<FakePrinter> {
        let printer = FakePrinter::start(manner).await;
        self.use_printer(on_port(printer.port())).await?;
        Ok(printer)
    }

    /// The worker that brings its paper out.
    pub fn print_worker(&self) -> PrintWorker {
        PrintWorker::new(self.pos.clone()).with_patience(PATIENCE)
    }

    /// Every job that is shown, oldest first: its number, what became of it, and the trouble.
    pub async fn jobs(&self) -> Result<Vec<(String, PrintState, Option<PrinterTrouble>)>> {
        let mut jobs = self.pos.printing().await?.jobs;
        jobs.reverse();
        Ok(jobs.into_iter().map(|job| (job.number, job.state, job.trouble)).collect())
    }

    /// The job with this number, the newest where there are several.
    pub async fn job(&self, number: &str) -> Result<PrintJob> {
        let jobs = self.pos.printing().await?.jobs;
        jobs.into_iter().find(|job| job.number == number).with_context(|| format!("{number} has no job"))
    }
}

/// The next paper of a printer.
pub async fn next(printer: &mut FakePrinter) -> Result<Sheet> {
    Sheet::read(&printer.next_job().await)
}

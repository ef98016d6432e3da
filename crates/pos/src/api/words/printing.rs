//! Paper: what is being printed, and what became of it.

use kernel::Uuid;
use serde::Serialize;

/// Where the paper stands, as the header and the last sale show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct Printing {
    /// Grows with every change: asked with the last one seen, the answer waits until there is a newer one.
    #[ts(type = "number")]
    pub version: u64,
    /// Whether a printer is set up.
    pub printer: bool,
    /// The newest jobs first: everything that is not printed, and the last ones that are.
    pub jobs: Vec<PrintJob>,
}

/// One piece of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct PrintJob {
    /// The job; `print_again` names it.
    #[ts(type = "string")]
    pub job: Uuid,
    /// What it prints.
    pub paper: Paper,
    /// Its number, such as `A-1043`, or the shift's.
    pub number: String,
    /// What became of it.
    pub state: PrintState,
    /// The device's trouble, where there is one.
    pub trouble: Option<PrinterTrouble>,
    /// How often it was tried.
    pub attempts: u32,
}

/// What a job prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "pos/")]
pub enum Paper {
    /// A receipt, or its mirror.
    Receipt {
        /// Its document.
        document: kernel::DocumentId,
        /// 0 is the original.
        copy: u32,
    },
    /// A shift's report.
    Shift {
        /// The shift.
        shift: kernel::ShiftId,
    },
    /// A page that shows what the printer can do.
    Test,
    /// A recovery code.
    RecoveryCode,
}

/// What became of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "pos/")]
pub enum PrintState {
    /// It waits for the printer.
    Waiting,
    /// It is on its way to the printer.
    Printing,
    /// The printer took all of it.
    Printed,
    /// It cannot be printed as it is.
    Failed,
    /// It may have come out or not: a person looks, and prints again.
    Unknown,
}

/// Why nothing comes out, as far as the printer lets us know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "pos/")]
pub enum PrinterTrouble {
    /// Nobody answers at its address.
    NotThere,
    /// It answers and takes nothing.
    Hangs,
    /// It broke off in the middle.
    BrokeOff,
    /// The folder or disk that a file printer writes to takes nothing.
    CannotWrite,
    /// It says that its paper is out.
    NoPaper,
    /// It says that its cover is open.
    CoverOpen,
}

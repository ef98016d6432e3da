//! Receipts and paper.

use kernel::{CommandId, DocumentId, Uuid};

requests! {
    /// Receipts, newest first.
    ListReceipts {
        /// A number, an amount, a product's name or code; empty is all.
        text: String,
        /// Receipts to skip.
        offset: u32,
    }
    /// One receipt in full.
    FindReceipt {
        /// Its document.
        document: DocumentId,
    }
    /// A receipt that was printed, or should have been, printed again, marked as a copy.
    PrintCopy {
        /// The command.
        command: CommandId,
        /// Its document.
        document: DocumentId,
    }
    /// A job that failed or may have failed, again. What may have come out is marked as a copy.
    PrintAgain {
        /// The command.
        command: CommandId,
        /// The job.
        job: Uuid = "string",
    }
    /// A job that nobody wants any more.
    DropJob {
        /// The command.
        command: CommandId,
        /// The job.
        job: Uuid = "string",
    }
    /// Where the paper stands, once it is newer than what was seen; else after a while as it is.
    WatchPrinting {
        /// The version that was seen; 0 answers at once.
        seen: u64 = "number",
    }
    /// A page that shows what the printer can do.
    PrintTest {
        /// The command.
        command: CommandId,
    }
}

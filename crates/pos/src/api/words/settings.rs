//! Settings, and who works here.

use kernel::{OperatorId, Uuid};
use serde::Serialize;
use store::settings::{Look, PrinterSettings, ReceiptSettings};

/// Everything that the settings show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct SettingsView {
    /// The shop's name.
    pub name: String,
    /// Line by line, as it is printed.
    pub address: Vec<String>,
    /// Where it is known.
    pub tax_id: Option<String>,
    /// The code of its country; it does not change.
    pub country: String,
    /// What stands on receipts beside the law's words.
    pub receipt: ReceiptSettings,
    /// Where paper comes out.
    pub printer: PrinterSettings,
    /// How this register looks and behaves.
    pub look: Look,
    /// Who works here, for those who may see it.
    pub staff: Vec<StaffView>,
    /// The program's version and build.
    pub app_version: String,
    /// Where the register's file lies.
    pub data_dir: String,
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct StaffView {
    /// The operator.
    pub operator: OperatorId,
    /// The name on the button.
    pub name: String,
    /// The role's code.
    pub role: String,
    /// Whether they may sign on.
    pub active: bool,
}

/// A code that is shown once, printed, and kept by the owner.
#[derive(Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct RecoveryCode {
    /// Whose PIN it resets.
    pub operator: OperatorId,
    /// Groups of letters and digits.
    pub code: String,
    /// The job that prints it, where there is a printer.
    #[ts(type = "string | null")]
    pub print_job: Option<Uuid>,
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoveryCode").field("operator", &self.operator).finish_non_exhaustive()
    }
}

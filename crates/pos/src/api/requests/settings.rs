//! The first run, settings, and who works here.

use kernel::{CommandId, OperatorId};
use store::Language;
use store::settings::{Look, PrinterSettings, ReceiptSettings};

requests! {
    /// The first run with the demo shop.
    SetUpDemo {
        /// Of the counter, the catalog and the receipts' second words.
        language: Language,
    }
    /// The first run with a shop of one's own.
    SetUpShop {
        /// The code of a country profile.
        country: String,
        /// The language of the counter.
        language: Language,
        /// What stands on the receipt.
        name: String,
        /// Line by line, as it is printed.
        address: Vec<String>,
        /// Where it is known.
        tax_id: Option<String>,
        /// The owner's name on the sign-on button.
        owner: String,
        /// The owner's PIN: six digits or more.
        #[serde(deserialize_with = "super::secret")]
        pin: String as secret,
        /// Where paper comes out.
        printer: PrinterSettings,
    }
    /// What stands on receipts.
    ChangeShop {
        /// The command.
        command: CommandId,
        /// The shop.
        name: String,
        /// Line by line.
        address: Vec<String>,
        /// Where it is known.
        tax_id: Option<String>,
        /// What stands beside the law's words.
        receipt: ReceiptSettings,
    }
    /// Where paper comes out.
    ChangePrinter {
        /// The command.
        command: CommandId,
        /// From now on.
        printer: PrinterSettings,
    }
    /// How this register looks and behaves.
    ChangeLook {
        /// The command.
        command: CommandId,
        /// From now on.
        look: Look,
    }
    /// Somebody new.
    AddStaff {
        /// The command.
        command: CommandId,
        /// The name on the button.
        name: String,
        /// `cashier` or `manager`.
        role: String,
        /// Their first PIN.
        #[serde(deserialize_with = "super::secret")]
        pin: String as secret,
    }
    /// Another PIN for somebody.
    ChangeStaffPin {
        /// The command.
        command: CommandId,
        /// Whose.
        operator: OperatorId,
        /// The new one.
        #[serde(deserialize_with = "super::secret")]
        pin: String as secret,
    }
    /// Somebody leaves; what they did stays theirs.
    RemoveStaff {
        /// The command.
        command: CommandId,
        /// Who.
        operator: OperatorId,
    }
    /// A new recovery code for whoever is signed on; the old one ends.
    IssueRecoveryCode {
        /// The command.
        command: CommandId,
    }
}

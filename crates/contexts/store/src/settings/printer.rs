//! Where a register's paper comes out.

use serde::{Deserialize, Serialize};

/// One register's receipt printer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "store/")]
pub struct PrinterSettings {
    /// How it is reached.
    pub connection: PrinterConnection,
    /// The roll in it.
    pub paper: PaperWidth,
    /// The table of letters that it is switched to.
    pub code_page: CodePage,
    /// Whether a cash drawer hangs on it.
    pub drawer: bool,
    /// Whether a sale's receipt is printed without being asked for.
    pub automatic: bool,
}

/// How a printer is reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "store/")]
pub enum PrinterConnection {
    /// There is none.
    #[default]
    None,
    /// Over the network, raw.
    Network {
        /// A name or an address.
        host: String,
        /// 9100 as a rule.
        port: u16,
    },
    /// Every paper becomes a file of its own in a folder, or goes to a device such as `/dev/usb/lp0`.
    File {
        /// The folder or the device.
        path: String,
    },
}

/// The roll of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "store/")]
pub enum PaperWidth {
    /// 58 mm: 384 dots, 32 letters.
    Mm58,
    /// 80 mm: 576 dots, 48 letters.
    #[default]
    Mm80,
}

/// A printer's table of letters. Text that it lacks is drawn as a picture, so nothing is ever lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "store/")]
pub enum CodePage {
    /// Windows-1253: Greek with the euro sign.
    #[default]
    Wpc1253,
    /// ISO 8859-7: Greek with the euro sign.
    Iso8859_7,
    /// PC858: western European with the euro sign; Greek is drawn.
    Pc858,
    /// No table: everything is drawn. Slower, and right on every printer.
    Picture,
}

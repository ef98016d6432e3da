//! Where a register's paper comes out.

use crate::Rejection;
use serde::{Deserialize, Serialize};

/// The longest name of a host (RFC 1035) or path, in characters.
const MAX_HOST_CHARS: usize = 253;
const MAX_PATH_CHARS: usize = 1_000;

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

impl PrinterSettings {
    /// The settings, if the printer can be looked for: whether it is there, the first paper shows.
    ///
    /// # Errors
    /// SHO-012, which names `host`, `port` or `path`.
    pub fn cleaned(self) -> Result<Self, Rejection> {
        Ok(Self { connection: self.connection.cleaned()?, ..self })
    }
}

impl PrinterConnection {
    fn cleaned(self) -> Result<Self, Rejection> {
        match self {
            Self::None => Ok(Self::None),
            Self::Network { host, port } => {
                if port == 0 {
                    return Err(Rejection::PrinterAddressInvalid { field: "port" });
                }
                let usable = |c: char| c.is_alphanumeric() || "-._:%".contains(c);
                Ok(Self::Network { host: address("host", &host, MAX_HOST_CHARS, usable)?, port })
            }
            Self::File { path } => {
                Ok(Self::File { path: address("path", &path, MAX_PATH_CHARS, |c| !c.is_control())? })
            }
        }
    }
}

fn address(field: &'static str, given: &str, most: usize, usable: impl Fn(char) -> bool) -> Result<String, Rejection> {
    let given = given.trim();
    if (1..=most).contains(&given.chars().count()) && given.chars().all(usable) {
        Ok(given.to_owned())
    } else {
        Err(Rejection::PrinterAddressInvalid { field })
    }
}

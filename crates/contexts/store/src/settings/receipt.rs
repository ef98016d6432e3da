//! What a shop puts on its receipts of its own.

use serde::{Deserialize, Serialize};

/// The shop's own part of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "store/")]
pub struct ReceiptSettings {
    /// Words at the end, line by line.
    pub footer: Vec<String>,
    /// A picture at the top.
    pub logo: Option<Logo>,
    /// Whether the order's barcode is printed, to find it again.
    pub barcode: bool,
    /// An address that a QR code leads to, such as the shop's page.
    pub link: Option<String>,
}

/// A black and white picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "store/")]
pub struct Logo {
    /// In dots; at most 576.
    pub width: u16,
    /// In dots; at most 400.
    pub height: u16,
    /// One bit a dot, rows padded to whole bytes, 1 is black; base64.
    pub bits: String,
}

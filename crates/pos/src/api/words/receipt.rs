//! A receipt: what the paper says, for the screen and for the printer.

use contracts::{DocumentType, TenderKind};
use kernel::{DocumentId, Money, OrderId, Quantity, Rate, UnitPrice};
use serde::Serialize;
use store::Language;

/// A page of receipts, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ReceiptPage {
    /// The receipts.
    pub receipts: Vec<ReceiptRow>,
    /// Whether there are older ones.
    pub more: bool,
}

/// One receipt in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ReceiptRow {
    /// Its document.
    pub document: DocumentId,
    /// Its order.
    pub order: OrderId,
    /// Such as `A-1043`.
    pub number: String,
    /// A sale or its mirror.
    pub document_type: DocumentType,
    /// What it comes to.
    pub total: Money,
    /// How it was paid, in the order the tenders were taken.
    pub tenders: Vec<TenderKind>,
    /// Who sold.
    pub operator: String,
    /// When, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at_ms: i64,
    /// A sale that was undone since.
    pub reversed: bool,
}

/// A receipt in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ReceiptView {
    /// Its document.
    pub document: DocumentId,
    /// Its order.
    pub order: OrderId,
    /// A sale or its mirror.
    pub document_type: DocumentType,
    /// Such as `A-1043`.
    pub number: String,
    /// The document that it mirrors, or that mirrors it.
    pub other_number: Option<String>,
    /// When, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at_ms: i64,
    /// The languages of its words, the legal one first.
    pub languages: Vec<Language>,
    /// Who sells.
    pub seller: Seller,
    /// The register's name.
    pub register: String,
    /// Who served.
    pub operator: String,
    /// What was sold.
    pub lines: Vec<ReceiptLine>,
    /// Σ amounts before discounts.
    pub subtotal: Money,
    /// Σ discounts; positive.
    pub discount: Money,
    /// Base and tax by rate.
    pub taxes: Vec<ReceiptTax>,
    /// Whether prices include tax.
    pub tax_included: bool,
    /// What the customer pays.
    pub total: Money,
    /// How it was paid.
    pub tenders: Vec<ReceiptTender>,
    /// What went back.
    pub change: Money,
    /// What is stamped across it.
    pub marks: Vec<ReceiptMark>,
    /// The authority's mark, where there is one.
    pub fiscal_mark: Option<String>,
    /// What its QR code says, where the authority gave one.
    pub fiscal_qr: Option<String>,
    /// How many copies were printed after the original.
    pub copies: u32,
    /// The note of the order.
    pub note: Option<String>,
    /// The shop's own words at the end.
    pub footer: Vec<String>,
    /// Whether this sale can be undone here and now: it is the last one of the running shift.
    pub can_reverse: bool,
}

/// The seller's words at the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct Seller {
    /// The shop.
    pub name: String,
    /// Line by line.
    pub address: Vec<String>,
    /// Its tax id.
    pub tax_id: Option<String>,
}

/// One line of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ReceiptLine {
    /// What.
    pub name: String,
    /// Our code.
    pub sku: String,
    /// How much.
    pub quantity: Quantity,
    /// For one unit, as it was charged.
    pub unit_price: UnitPrice,
    /// Price × quantity.
    pub amount: Money,
    /// What was taken off; positive.
    pub discount: Money,
    /// After discounts.
    pub line_total: Money,
    /// The letter of its tax in the table below.
    pub tax_letter: String,
    /// What somebody wrote on it.
    pub note: Option<String>,
}

/// One row of the tax table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ReceiptTax {
    /// The letter that the lines name.
    pub letter: String,
    /// The rate.
    pub rate: Rate,
    /// Σ bases.
    pub base: Money,
    /// Σ tax.
    pub tax: Money,
}

/// One means of payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ReceiptTender {
    /// What it is.
    pub kind: TenderKind,
    /// What it settled.
    pub amount: Money,
    /// What was handed over.
    pub tendered: Money,
    /// What went back.
    pub change: Money,
    /// Such as a card's brand and last four digits.
    pub detail: Option<String>,
}

/// A word stamped across a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "pos/")]
pub enum ReceiptMark {
    /// Printed again.
    Copy,
    /// Of a shop to try things in.
    Demo,
    /// A mirror document.
    Reversal,
    /// The country asks for a fiscal device, and there is none.
    NotATaxReceipt,
}

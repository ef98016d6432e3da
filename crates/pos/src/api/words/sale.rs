//! What paying and undoing come to.

use super::CartView;
use contracts::TenderKind;
use kernel::{DocumentId, Money, OrderId};
use serde::{Deserialize, Serialize};

/// What came of an attempt to pay.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "outcome")]
#[ts(export_to = "pos/")]
pub enum Payment {
    /// Paid in full.
    Paid {
        /// The sale.
        sale: SaleView,
    },
    /// Paid in part; something is still due.
    Part {
        /// The order with what is due.
        cart: CartView,
    },
    /// Stock was short: nothing was taken, the cart is back with those lines marked.
    Short {
        /// The cart.
        cart: CartView,
        /// What a second operator approves to sell these lines all the same.
        fingerprint: String,
    },
}

/// A completed sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct SaleView {
    /// The order.
    pub order: OrderId,
    /// Its document.
    pub document: DocumentId,
    /// The receipt's number, such as `A-1043`.
    pub number: String,
    /// What was paid.
    pub total: Money,
    /// What the customer handed over, over all tenders.
    pub tendered: Money,
    /// What went back.
    pub change: Money,
    /// The means of payment, in the order they were taken.
    pub tenders: Vec<TenderView>,
    /// When, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at_ms: i64,
}

/// One means of payment of a sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct TenderView {
    /// What it is.
    pub kind: TenderKind,
    /// What it settled.
    pub amount: Money,
}

/// A sale that was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ReversalView {
    /// The order.
    pub order: OrderId,
    /// The mirror document's number, such as `R-12`.
    pub number: String,
    /// What the sale had come to.
    pub total: Money,
    /// What is handed back in cash.
    pub cash_back: Money,
}

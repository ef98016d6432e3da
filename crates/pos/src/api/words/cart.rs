//! The open order, priced.

use contracts::quote::Discount;
use contracts::{ShortLine, Step, TaxRow, TenderKind};
use kernel::{DocumentId, LineNumber, Money, OrderId, ProductId, Quantity, TenderId, UnitPrice};
use serde::Serialize;

/// The open order, priced.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct CartView {
    /// The order.
    pub order: OrderId,
    /// The lines, oldest first.
    pub lines: Vec<CartLineView>,
    /// Σ amounts before discounts.
    pub subtotal: Money,
    /// Σ discounts; positive.
    pub discount: Money,
    /// Σ tax.
    pub tax: Money,
    /// Base and tax by rate.
    pub taxes: Vec<TaxRow>,
    /// What the customer pays.
    pub total: Money,
    /// What has been paid so far, where the order is being paid in parts.
    pub paid: Money,
    /// What is still due.
    pub due: Money,
    /// How cash can pay it.
    pub cash: CashOffer,
    /// Whether prices are frozen and stock is held: it is being paid, and its lines do not change any more.
    pub placed: bool,
    /// The tenders that it holds, in the order they were taken.
    pub tenders: Vec<HeldTender>,
    /// The discount that was given on the whole order.
    pub order_discount: Option<Discount>,
    /// What somebody wrote on it.
    pub note: Option<String>,
    /// Codes that were scanned and that nobody knows, oldest first.
    pub unknown: Vec<UnknownCode>,
}

/// One line of the cart.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct CartLineView {
    /// Its number.
    pub line: LineNumber,
    /// What is sold.
    pub product: ProductId,
    /// Our code.
    pub sku: String,
    /// The name.
    pub name: String,
    /// How much.
    pub quantity: Quantity,
    /// The price list's price of one unit.
    pub list_price: UnitPrice,
    /// The charged price of one unit before discounts.
    pub unit_price: UnitPrice,
    /// Price × quantity.
    pub amount: Money,
    /// All discounts; positive.
    pub discount: Money,
    /// After discounts.
    pub line_total: Money,
    /// Set when stock was short at the last attempt to pay.
    pub short: Option<ShortLine>,
    /// How the amounts came about.
    pub steps: Vec<Step>,
    /// The discount that was given on this line.
    pub given: Option<Discount>,
    /// Why the price or the discount is another than the list's.
    pub reason: Option<String>,
    /// What somebody wrote on it.
    pub note: Option<String>,
}

/// How cash can pay what is due.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct CashOffer {
    /// Whether the country lets cash settle this document.
    pub allowed: bool,
    /// The total from which cash may not settle a document, where the country has one.
    pub limit: Option<Money>,
    /// What is due in cash, after cash rounding.
    pub due: Money,
    /// Likely notes: each at least what is due.
    pub quick: Vec<Money>,
}

/// What came of a scan.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "outcome")]
#[ts(export_to = "pos/")]
pub enum Scanned {
    /// The line is in the cart.
    Added {
        /// The cart.
        cart: CartView,
        /// The line that the scan made or raised.
        line: LineNumber,
    },
    /// Nobody knows the code. It stays on the screen until somebody deals with it.
    Unknown {
        /// The cart, with the code among its unknown ones.
        cart: CartView,
        /// As it was scanned.
        code: String,
    },
    /// The code is that of a receipt. The cart stays as it was.
    Receipt {
        /// The receipt's document.
        document: DocumentId,
    },
}

/// A tender that a placed order holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct HeldTender {
    /// The tender.
    pub tender: TenderId,
    /// What it is.
    pub kind: TenderKind,
    /// What it settles.
    pub amount: Money,
}

/// A scanned code that nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct UnknownCode {
    /// Its place among the lines: it was scanned after this one; 0 is before the first.
    pub after: LineNumber,
    /// Its number among the unknown codes of the order.
    pub unknown: u32,
    /// As it was scanned.
    pub code: String,
}

/// An order that waits while others are served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ParkedView {
    /// The order.
    pub order: OrderId,
    /// What somebody called it.
    pub label: Option<String>,
    /// What it comes to now; None where it cannot be priced as it stands, such as a discount above a lowered price.
    pub total: Option<Money>,
    /// How many lines it has.
    pub lines: u32,
    /// The first line's name.
    pub first: String,
    /// Since when, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub parked_ms: i64,
    /// Who parked it.
    pub operator: String,
}

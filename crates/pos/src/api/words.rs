//! What crosses to a screen or a shell: the shapes of answers. Amounts arrive computed; a screen only formats them.

use contracts::{ShortLine, Step, TaxRow, TenderKind};
use kernel::{Currency, LineNumber, Money, OperatorId, OrderId, ProductId, Quantity, ShiftId, UnitPrice};
use serde::{Deserialize, Serialize};

/// What the window needs to know when it opens.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct Start {
    /// The program's version.
    pub app_version: String,
    /// The shop; None before the first run.
    pub shop: Option<ShopView>,
    /// Who may sign on.
    pub operators: Vec<OperatorView>,
    /// Who is signed on.
    pub session: Option<SessionView>,
    /// Whether the program stopped cleanly the last time.
    pub stopped_cleanly: bool,
}

/// The shop, as the header and the formats need it.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ShopView {
    /// Its name.
    pub name: String,
    /// The register's name.
    pub register: String,
    /// The country profile's code.
    pub country: String,
    /// The currency of every amount.
    pub currency: Currency,
    /// Decimals of the currency's minor unit.
    pub exponent: u32,
    /// The language that the shop chose.
    pub language: String,
    /// Whether prices include tax.
    pub tax_included: bool,
    /// A demo: a watermark on screen and paper.
    pub demo: bool,
    /// The PINs of a demo, shown where one signs on; empty in a real shop.
    pub demo_pins: Vec<DemoPin>,
}

/// A PIN that is no secret.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct DemoPin {
    /// Whose.
    pub name: String,
    /// What to type.
    pub pin: String,
}

/// Somebody who may sign on.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct OperatorView {
    /// The operator.
    pub operator: OperatorId,
    /// The name on the button.
    pub name: String,
    /// One to three letters.
    pub initials: String,
    /// The role's code: `cashier`, `manager`, or a name that the shop gave.
    pub role: String,
}

/// Who is signed on, and what lies on the counter.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct SessionView {
    /// The operator.
    pub operator: OperatorView,
    /// The running shift of this register.
    pub shift: Option<ShiftView>,
    /// The cart that was open.
    pub cart: Option<CartView>,
    /// The last sale of the running shift.
    pub last_sale: Option<SaleView>,
}

/// A running shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ShiftView {
    /// The shift.
    pub shift: ShiftId,
    /// Its number on this register.
    pub number: u32,
    /// When it was opened, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub opened_ms: i64,
    /// What lay in the drawer.
    pub float: Money,
}

/// A closed shift: what was counted, what was expected, and the difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ShiftClosedView {
    /// The shift.
    pub shift: ShiftId,
    /// Its number on this register.
    pub number: u32,
    /// What the operator counted.
    pub counted: Money,
    /// What the events say.
    pub expected: Money,
    /// Counted − expected.
    pub over_short: Money,
}

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
#[expect(clippy::large_enum_variant, reason = "made once a scan and moved on at once; a box would buy nothing")]
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
        /// As it was scanned.
        code: String,
    },
}

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

/// A page of products.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ProductPage {
    /// The products, most popular first.
    pub products: Vec<ProductView>,
    /// Whether there are more.
    pub more: bool,
}

/// A product on a tile or in the search.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ProductView {
    /// The product.
    pub product: ProductId,
    /// Our code.
    pub sku: String,
    /// The name.
    pub name: String,
    /// The first barcode.
    pub barcode: Option<String>,
    /// The price of one unit in whole minor units, as the price list states it; None where none is set.
    pub price: Option<Money>,
    /// The category's icon (a lucide name).
    pub icon: Option<String>,
    /// The category's colour.
    pub colour: Option<String>,
    /// What can be sold: on hand − reserved; None where stock is not tracked.
    pub available: Option<Quantity>,
}

/// A category on the counter.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct CategoryView {
    /// The category.
    pub category: kernel::CategoryId,
    /// The name.
    pub name: String,
    /// A lucide icon name.
    pub icon: Option<String>,
    /// A colour.
    pub colour: Option<String>,
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

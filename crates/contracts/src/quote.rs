//! A priced cart: what `Place` freezes and everything later only sums.

use kernel::{Currency, LineNumber, Money, ProductId, Quantity, Rate, Rounding, RoundingScope, UnitPrice};
use serde::{Deserialize, Serialize};

/// What a product is. Only goods have stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "contracts/")]
pub enum ProductKind {
    /// A thing on a shelf.
    Goods,
    /// Work: a repair.
    Service,
    /// A charge: a deposit, a bag.
    Fee,
    /// A value to be redeemed later.
    Voucher,
}

/// How tax treats a line. Frozen with the order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "contracts/")]
pub enum TaxTreatment {
    /// Taxed at the rate of its tax group.
    #[default]
    Standard,
    /// Used goods: taxed on the margin, no tax shown.
    MarginScheme,
    /// The buyer accounts for the tax.
    ReverseCharge,
    /// No tax, for a reason that paper must name.
    Exempt {
        /// The law that exempts it.
        reason: String,
    },
    /// Not a supply at all (a multi-purpose voucher).
    OutsideScope,
}

/// A price that an operator set instead of the price list's. It is not a discount, and reports show the two apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "contracts/")]
pub enum Override {
    /// Another price for one unit.
    UnitPrice {
        /// For one unit.
        price: UnitPrice,
        /// Why.
        reason: String,
    },
    /// The line as a whole, also above price × quantity ("2 for 5").
    LineTotal {
        /// The whole line.
        total: Money,
        /// Why.
        reason: String,
    },
}

/// What an operator takes off a line or an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "contracts/")]
pub enum Discount {
    /// A share of what is left to pay.
    Rate {
        /// From 0 to 100 %.
        rate: Rate,
    },
    /// A fixed amount.
    Amount {
        /// Never negative.
        amount: Money,
    },
}

/// One step of an amount's derivation: "why this price?" is answerable months later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "step")]
#[ts(export_to = "contracts/")]
pub enum Step {
    /// The price list's price for one unit.
    ListPrice {
        /// For one unit.
        price: UnitPrice,
    },
    /// An operator set another price for one unit.
    PriceOverride {
        /// For one unit.
        price: UnitPrice,
        /// Why.
        reason: String,
    },
    /// An operator set the line's total.
    TotalOverride {
        /// The whole line.
        total: Money,
        /// Why.
        reason: String,
    },
    /// Price × quantity, rounded once.
    Extended {
        /// Before discounts.
        amount: Money,
    },
    /// A discount on this line.
    LineDiscount {
        /// What it takes off; positive.
        amount: Money,
    },
    /// This line's share of the discount on the order.
    OrderDiscountShare {
        /// What it takes off; positive.
        amount: Money,
    },
    /// Tax of the line.
    Tax {
        /// The rate.
        rate: Rate,
        /// Part of the total where prices include tax, on top of it where they do not.
        amount: Money,
    },
}

/// One line, priced. All amounts are of the quote's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "contracts/")]
pub struct PricedLine {
    /// Its number within the order.
    pub line: LineNumber,
    /// What is sold.
    pub product: ProductId,
    /// Our code for it, as it was.
    pub sku: String,
    /// Its name, as it was.
    pub name: String,
    /// What it is.
    pub kind: ProductKind,
    /// How much.
    pub quantity: Quantity,
    /// What the price list asked for one unit.
    pub list_price: UnitPrice,
    /// What was charged for one unit before discounts; the list price where an operator set the line's total.
    pub unit_price: UnitPrice,
    /// The journal position of the price that was used.
    #[ts(type = "number")]
    pub price_version: i64,
    /// The tax group's code.
    pub tax_group: String,
    /// How tax treats it.
    pub treatment: TaxTreatment,
    /// The rate that was applied: zero for every treatment but the standard one.
    pub tax_rate: Rate,
    /// Price × quantity, or the total that an operator set; before discounts.
    pub amount: Money,
    /// All discounts; positive.
    pub discount: Money,
    /// After discounts, as the price list states tax. Never negative.
    pub line_total: Money,
    /// The line without tax.
    pub tax_base: Money,
    /// The tax.
    pub tax: Money,
    /// How the amounts came about, in order.
    pub steps: Vec<Step>,
}

/// Base and tax of one group, treatment and rate: the legal numbers of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "contracts/")]
pub struct TaxRow {
    /// The tax group's code.
    pub tax_group: String,
    /// How tax treats these lines. An exempt sale is not a sale at zero per cent, and paper must tell them apart.
    pub treatment: TaxTreatment,
    /// The rate.
    pub rate: Rate,
    /// Σ tax bases of its lines.
    pub base: Money,
    /// Σ tax of its lines.
    pub tax: Money,
}

/// A priced cart. `total` is the sum of what is printed, by construction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "contracts/")]
pub struct Quote {
    /// Of every amount.
    pub currency: Currency,
    /// Whether prices and line totals include tax.
    pub tax_included: bool,
    /// How fractions were resolved.
    pub rounding: Rounding,
    /// Where tax was rounded.
    pub scope: RoundingScope,
    /// The lines, in the order of their numbers.
    pub lines: Vec<PricedLine>,
    /// Base and tax by group, treatment and rate, highest rate first.
    pub taxes: Vec<TaxRow>,
    /// Σ amounts before discounts.
    pub subtotal: Money,
    /// Σ discounts; positive.
    pub discount: Money,
    /// Σ tax.
    pub tax: Money,
    /// What the customer pays: Σ line totals, plus Σ tax where prices exclude it.
    pub total: Money,
}

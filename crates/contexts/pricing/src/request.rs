//! Everything that the price of a cart depends on.

use contracts::quote::{Discount, Override, ProductKind, TaxTreatment};
use kernel::{Currency, LineNumber, ProductId, Quantity, Rate, Rounding, RoundingScope, UnitPrice};

/// A cart as its operator put it together, with the store's rules for money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceRequest {
    /// Of every amount in the cart.
    pub currency: Currency,
    /// Whether prices include tax. A property of the price list.
    pub tax_included: bool,
    /// How fractions of a minor unit are resolved. A setting of the store.
    pub rounding: Rounding,
    /// Where tax is rounded. A setting of the store.
    pub scope: RoundingScope,
    /// The lines, in any order: the quote has them by number.
    pub lines: Vec<LineRequest>,
    /// What is taken off the order as a whole, after the discounts on lines.
    pub order_discount: Option<Discount>,
}

/// One line of a cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRequest {
    /// Its number within the order; each number stands once.
    pub line: LineNumber,
    /// What is sold.
    pub product: ProductId,
    /// Our code for it.
    pub sku: String,
    /// Its name.
    pub name: String,
    /// What it is. Fees and vouchers take no discount, whatever the product says.
    pub kind: ProductKind,
    /// How much.
    pub quantity: Quantity,
    /// What the price list asks for one unit.
    pub list_price: UnitPrice,
    /// The journal position of that price.
    pub price_version: i64,
    /// The tax group's code.
    pub tax_group: String,
    /// How tax treats the line. Only the standard treatment is taxed.
    pub treatment: TaxTreatment,
    /// The tax group's rate.
    pub tax_rate: Rate,
    /// Whether the product takes discounts.
    pub discountable: bool,
    /// What an operator charges instead of the list price.
    pub override_: Option<Override>,
    /// What an operator takes off this line.
    pub discount: Option<Discount>,
}

impl LineRequest {
    /// Whether a discount may touch the line. A fee is owed in full, and a voucher is worth its face.
    pub(crate) fn takes_discount(&self) -> bool {
        match self.kind {
            ProductKind::Goods | ProductKind::Service => self.discountable,
            ProductKind::Fee | ProductKind::Voucher => false,
        }
    }
}

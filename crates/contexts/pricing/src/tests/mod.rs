//! Given a cart, when it is priced, then …

mod discounts;
mod prices;
mod properties;
mod rejections;
mod tax;

use crate::{Discount, LineRequest, Override, PriceRequest, Quote, quote};
use contracts::quote::{ProductKind, TaxTreatment};
use kernel::{Currency, LineNumber, Money, ProductId, Quantity, Rate, Rounding, RoundingScope, UnitPrice, Uuid};

/// A euro cart with tax included, rounded half up on every line.
fn cart(lines: impl IntoIterator<Item = LineRequest>) -> PriceRequest {
    PriceRequest {
        currency: Currency::EUR,
        tax_included: true,
        rounding: Rounding::HalfUp,
        scope: RoundingScope::Line,
        lines: lines.into_iter().collect(),
        order_discount: None,
    }
}

/// One piece of discountable goods at 24 %.
fn line(number: u32, price: &str) -> LineRequest {
    LineRequest {
        line: LineNumber(number),
        product: ProductId(Uuid::from_u128(u128::from(number))),
        sku: format!("SKU-{number}"),
        name: format!("Product {number}"),
        kind: ProductKind::Goods,
        quantity: Quantity::each(1),
        list_price: UnitPrice::parse(price, Currency::EUR).expect("a price"),
        price_version: 1,
        tax_group: "A".to_owned(),
        treatment: TaxTreatment::Standard,
        tax_rate: Rate::percent(24),
        discountable: true,
        override_: None,
        discount: None,
    }
}

impl LineRequest {
    fn taxed(self, group: &str, percent: i32) -> Self {
        Self { tax_group: group.to_owned(), tax_rate: Rate::percent(percent), ..self }
    }

    fn of(self, quantity: Quantity) -> Self {
        Self { quantity, ..self }
    }

    fn less(self, discount: Discount) -> Self {
        Self { discount: Some(discount), ..self }
    }

    fn at(self, override_: Override) -> Self {
        Self { override_: Some(override_), ..self }
    }
}

impl PriceRequest {
    fn less(self, discount: Discount) -> Self {
        Self { order_discount: Some(discount), ..self }
    }

    fn rounded_by(self, scope: RoundingScope) -> Self {
        Self { scope, ..self }
    }

    fn without_tax(self) -> Self {
        Self { tax_included: false, ..self }
    }
}

fn percent(percent: i32) -> Discount {
    Discount::Rate { rate: Rate::percent(percent) }
}

fn off(minor: i64) -> Discount {
    Discount::Amount { amount: eur(minor) }
}

fn set_total(minor: i64) -> Override {
    Override::LineTotal { total: eur(minor), reason: "shelf label".to_owned() }
}

fn set_price(price: &str) -> Override {
    let price = UnitPrice::parse(price, Currency::EUR).expect("a price");
    Override::UnitPrice { price, reason: "shelf label".to_owned() }
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn priced(request: &PriceRequest) -> Quote {
    quote(request).expect("a cart that can be priced")
}

fn line_totals(quote: &Quote) -> Vec<i64> {
    quote.lines.iter().map(|line| line.line_total.minor).collect()
}

/// Base and tax of each row, in minor units.
fn tax_rows(quote: &Quote) -> Vec<(i64, i64)> {
    quote.taxes.iter().map(|row| (row.base.minor, row.tax.minor)).collect()
}

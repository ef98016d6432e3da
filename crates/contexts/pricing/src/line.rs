//! One line: list price, override, extended amount and its own discount. Tax comes later.

use crate::discount;
use crate::rejection::{Rejection, expect_currency};
use crate::request::{LineRequest, PriceRequest};
use contracts::quote::{Override, PricedLine, Step, TaxTreatment};
use kernel::{Currency, Money, Rate, UnitPrice};

/// What a line costs before discounts.
struct Charge {
    unit_price: UnitPrice,
    amount: Money,
    steps: Vec<Step>,
}

/// Prices one line up to its own discount.
pub(crate) fn price(request: &LineRequest, cart: &PriceRequest) -> Result<PricedLine, Rejection> {
    if !request.quantity.is_sellable() {
        return Err(Rejection::QuantityNotSellable { line: request.line, quantity: request.quantity });
    }
    let Charge { unit_price, amount, steps } = charge(request, cart)?;
    let mut line = PricedLine {
        line: request.line,
        product: request.product,
        sku: request.sku.clone(),
        name: request.name.clone(),
        kind: request.kind,
        quantity: request.quantity,
        list_price: request.list_price,
        unit_price,
        price_version: request.price_version,
        tax_group: request.tax_group.clone(),
        treatment: request.treatment.clone(),
        tax_rate: applied_rate(request)?,
        amount,
        discount: Money::zero(cart.currency),
        line_total: amount,
        tax_base: amount,
        tax: Money::zero(cart.currency),
        steps,
    };
    if let Some(discount) = request.discount {
        if !request.takes_discount() {
            return Err(Rejection::LineNotDiscountable { line: request.line });
        }
        if matches!(request.override_, Some(Override::LineTotal { .. })) {
            return Err(Rejection::DiscountOnSetTotal { line: request.line });
        }
        let off = discount::amount(discount, amount, cart.rounding)?;
        discount::take_off(&mut line, off, Step::LineDiscount { amount: off })?;
    }
    Ok(line)
}

/// The price that counts, times the quantity; or the total that an operator set. A set total may lie above price ×
/// quantity: "2 for 5" at 2.49 each is a total, not a negative discount.
fn charge(request: &LineRequest, cart: &PriceRequest) -> Result<Charge, Rejection> {
    let expect = |currency: Currency, price: i64| {
        expect_currency(cart.currency, currency)?;
        if price < 0 { Err(Rejection::PriceBelowZero { line: request.line }) } else { Ok(()) }
    };
    let list = request.list_price;
    expect(list.currency, list.milli_minor)?;
    let mut steps = vec![Step::ListPrice { price: list }];
    let unit_price = match &request.override_ {
        None => list,
        Some(Override::UnitPrice { price, reason }) => {
            expect(price.currency, price.milli_minor)?;
            steps.push(Step::PriceOverride { price: *price, reason: reason.clone() });
            *price
        }
        Some(Override::LineTotal { total, reason }) => {
            expect(total.currency, total.minor)?;
            steps.push(Step::TotalOverride { total: *total, reason: reason.clone() });
            return Ok(Charge { unit_price: list, amount: *total, steps });
        }
    };
    let amount = unit_price.times(request.quantity, cart.rounding)?;
    steps.push(Step::Extended { amount });
    Ok(Charge { unit_price, amount, steps })
}

/// The rate that tax is computed with: the group's for the standard treatment, nothing for the others.
fn applied_rate(request: &LineRequest) -> Result<Rate, Rejection> {
    match request.treatment {
        TaxTreatment::Standard if request.tax_rate < Rate::ZERO => {
            Err(Rejection::TaxRateBelowZero { tax_group: request.tax_group.clone(), rate: request.tax_rate })
        }
        TaxTreatment::Standard => Ok(request.tax_rate),
        TaxTreatment::MarginScheme
        | TaxTreatment::ReverseCharge
        | TaxTreatment::Exempt { .. }
        | TaxTreatment::OutsideScope => Ok(Rate::ZERO),
    }
}

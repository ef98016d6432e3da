//! The calculation as a whole.

use crate::rejection::Rejection;
use crate::request::{LineRequest, PriceRequest};
use crate::{discount, line, tax};
use contracts::quote::{PricedLine, Quote, TaxRow};
use kernel::{AmountError, Money};

/// Prices a cart: list price, override, extended amount, line discount, order discount, tax, totals, in this order.
/// An empty cart comes to zero; only placing it is refused, and not here.
///
/// # Errors
/// PRI-001 to PRI-010, each for the input that it names.
pub fn quote(request: &PriceRequest) -> Result<Quote, Rejection> {
    let mut requests: Vec<&LineRequest> = request.lines.iter().collect();
    requests.sort_by_key(|line| line.line);
    let mut lines = requests.iter().map(|line| line::price(line, request)).collect::<Result<Vec<_>, _>>()?;
    discount::spread(&mut lines, &requests, request)?;
    let taxes = tax::levy(&mut lines, request)?;
    Ok(total(request, lines, taxes)?)
}

/// Sums what will be printed, and nothing else.
fn total(request: &PriceRequest, lines: Vec<PricedLine>, taxes: Vec<TaxRow>) -> Result<Quote, AmountError> {
    let sum = |part: fn(&PricedLine) -> Money| Money::sum(lines.iter().map(part), request.currency);
    let tax = sum(|line| line.tax)?;
    let of_lines = sum(|line| line.line_total)?;
    let total = if request.tax_included { of_lines } else { of_lines.plus(tax)? };
    let (subtotal, discount) = (sum(|line| line.amount)?, sum(|line| line.discount)?);

    assert!(lines.iter().all(|line| line.line_total.minor >= 0), "no line costs less than nothing");
    assert_eq!(subtotal.minus(discount)?, of_lines, "what is left is what was asked less what was taken off");
    assert_eq!(Money::sum(taxes.iter().map(|row| row.tax), request.currency)?, tax, "the tax table sums to the tax");
    Ok(Quote {
        currency: request.currency,
        tax_included: request.tax_included,
        rounding: request.rounding,
        scope: request.scope,
        lines,
        taxes,
        subtotal,
        discount,
        tax,
        total,
    })
}

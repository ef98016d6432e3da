//! Discounts: what they come to, and how one on the order falls on its lines.

use crate::rejection::{Rejection, expect_currency};
use crate::request::{LineRequest, PriceRequest};
use contracts::quote::{Discount, PricedLine, Step};
use kernel::{Currency, Money, Rate, Rounding, allocate};

/// What a discount takes off an amount: never less than nothing, never more than the amount.
pub(crate) fn amount(discount: Discount, from: Money, rounding: Rounding) -> Result<Money, Rejection> {
    expect_valid(discount, from.currency)?;
    match discount {
        Discount::Rate { rate } => Ok(from.share(rate, rounding)?),
        Discount::Amount { amount } if amount.minor > from.minor => Err(Rejection::DiscountAboveAmount { most: from }),
        Discount::Amount { amount } => Ok(amount),
    }
}

/// Takes the order's discount off the lines that take discounts, by what is left to pay on each after its own
/// discount. `requests` are the lines' requests, in the same order.
pub(crate) fn spread(
    lines: &mut [PricedLine],
    requests: &[&LineRequest],
    cart: &PriceRequest,
) -> Result<(), Rejection> {
    let Some(discount) = cart.order_discount else { return Ok(()) };
    if lines.is_empty() {
        // The discount waits for the first line; until then there is nothing that it could exceed.
        return expect_valid(discount, cart.currency);
    }
    let mut touched: Vec<&mut PricedLine> =
        lines.iter_mut().zip(requests).filter(|(_, request)| request.takes_discount()).map(|(line, _)| line).collect();
    let reduced = Money::sum(touched.iter().map(|line| line.line_total), cart.currency)?;
    let off = amount(discount, reduced, cart.rounding)?;
    let weights: Vec<i64> = touched.iter().map(|line| line.line_total.minor).collect();
    // A share lies below its exact value plus one unit and the discount is at most the sum of the weights, so no
    // share exceeds its line.
    let shares = allocate(off, &weights).expect("a discount above zero has a line above zero to fall on");
    for (line, share) in touched.iter_mut().zip(shares) {
        if !share.is_zero() {
            take_off(line, share, Step::OrderDiscountShare { amount: share })?;
        }
    }
    Ok(())
}

/// Lowers a line by an amount and writes down why.
pub(crate) fn take_off(line: &mut PricedLine, off: Money, step: Step) -> Result<(), Rejection> {
    line.discount = line.discount.plus(off)?;
    line.line_total = line.line_total.minus(off)?;
    line.steps.push(step);
    Ok(())
}

/// What holds for a discount wherever it falls.
fn expect_valid(discount: Discount, currency: Currency) -> Result<(), Rejection> {
    match discount {
        Discount::Rate { rate } if rate < Rate::ZERO || rate > Rate::ONE => {
            Err(Rejection::DiscountRateOutOfBounds { rate })
        }
        Discount::Amount { amount } if amount.minor < 0 => Err(Rejection::DiscountBelowZero),
        Discount::Amount { amount } => expect_currency(currency, amount.currency),
        Discount::Rate { .. } => Ok(()),
    }
}

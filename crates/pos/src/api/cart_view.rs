//! An order as the screen shows it: the quote, what was given and written, and how cash can pay what is due.

use super::words::{CartLineView, CartView, CashOffer, HeldTender, UnknownCode};
use crate::error::{Error, Result};
use crate::shop::ShopContext;
use contracts::{PricedLine, Quote};
use kernel::Money;
use orders::Cart;
use payments::Payment;

/// Likely notes offered beside exact cash.
const QUICK_AMOUNTS: usize = 3;

/// Where the order is.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    /// A cart.
    Open(&'a Cart),
    /// Frozen, with the money that it holds.
    Placed(&'a Cart, &'a Payment),
}

/// Lays a quote out for the screen. Whoever took money has answered for the unknown codes: a placed order shows none,
/// and has them again if it opens once more.
pub(super) fn cart_view(shop: &ShopContext, quote: &Quote, seen: Seen<'_>) -> Result<CartView> {
    let (cart, payment) = match seen {
        Seen::Open(cart) => (cart, None),
        Seen::Placed(cart, payment) => (cart, Some(payment)),
    };
    let paid = Money::new(payment.map_or(0, Payment::held_minor), shop.currency);
    let due = quote.total.minus(paid).map_err(Error::from)?;
    Ok(CartView {
        order: cart.order,
        lines: quote.lines.iter().map(|line| line_view(line, cart)).collect(),
        subtotal: quote.subtotal,
        discount: quote.discount,
        tax: quote.tax,
        taxes: quote.taxes.clone(),
        total: quote.total,
        paid,
        due,
        cash: cash_offer(shop, quote.total, due),
        placed: payment.is_some(),
        tenders: payment.map(held).unwrap_or_default(),
        order_discount: cart.discount,
        note: cart.note.clone(),
        unknown: if payment.is_none() { unknown(cart) } else { Vec::new() },
    })
}

fn line_view(line: &PricedLine, cart: &Cart) -> CartLineView {
    let input = cart.lines.iter().find(|input| input.line == line.line);
    CartLineView {
        line: line.line,
        product: line.product,
        sku: line.sku.clone(),
        name: line.name.clone(),
        quantity: line.quantity,
        list_price: line.list_price,
        unit_price: line.unit_price,
        amount: line.amount,
        discount: line.discount,
        line_total: line.line_total,
        short: cart.short.iter().find(|short| short.line == line.line).cloned(),
        steps: line.steps.clone(),
        given: input.and_then(|input| input.discount),
        reason: input.and_then(|input| input.reason()).map(str::to_owned),
        note: input.and_then(|input| input.note.clone()),
    }
}

fn held(payment: &Payment) -> Vec<HeldTender> {
    let tenders = match payment {
        Payment::Blank => &[][..],
        Payment::Begun { tenders, .. } => tenders,
    };
    let held = tenders.iter().filter(|tender| tender.is_held());
    held.map(|held| HeldTender { tender: held.tender, kind: held.kind, amount: held.amount }).collect()
}

fn unknown(cart: &Cart) -> Vec<UnknownCode> {
    let codes = cart.unknown.iter();
    codes.map(|code| UnknownCode { after: code.after, unknown: code.unknown, code: code.code.clone() }).collect()
}

/// What cash can do for this document: the country's limit, its rounding, and likely notes.
fn cash_offer(shop: &ShopContext, total: Money, due: Money) -> CashOffer {
    let allowed = shop.cash_limit.is_none_or(|limit| total.minor < limit.minor);
    let cash_due = payments::cash_due(due, shop.cash_step_minor);
    CashOffer { allowed, limit: shop.cash_limit, due: cash_due, quick: quick_amounts(cash_due) }
}

/// Notes that a customer is likely to hand over: the next multiples of 5, 10, 20, 50, 100 … major units, each above
/// what is due and at least 5 % or five units apart from the one before.
fn quick_amounts(due: Money) -> Vec<Money> {
    let unit = 10_i64.pow(due.currency.exponent());
    let mut amounts: Vec<i64> = Vec::new();
    if due.minor <= 0 {
        return Vec::new();
    }
    for note in [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] {
        let step = note * unit;
        let Some(next) = (due.minor / step).checked_add(1).and_then(|count| count.checked_mul(step)) else { break };
        let apart = amounts.last().copied().unwrap_or(due.minor);
        let far_enough = next - apart >= apart / 20 || next - apart >= 5 * unit;
        if next > apart && (far_enough || amounts.is_empty()) {
            amounts.push(next);
        }
        if amounts.len() == QUICK_AMOUNTS {
            break;
        }
    }
    amounts.into_iter().map(|minor| Money::new(minor, due.currency)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Currency;

    fn quick(minor: i64) -> Vec<i64> {
        quick_amounts(Money::new(minor, Currency::EUR)).iter().map(|money| money.minor).collect()
    }

    #[test]
    fn quick_amounts_are_notes_above_what_is_due() {
        assert_eq!(quick(43_880), [44_000, 45_000, 50_000]);
        assert_eq!(quick(1_390), [1_500, 2_000, 5_000]);
        assert_eq!(quick(500), [1_000, 2_000, 5_000]);
    }

    #[test]
    fn nothing_due_needs_no_notes() {
        assert_eq!(quick(0), Vec::<i64>::new());
    }
}

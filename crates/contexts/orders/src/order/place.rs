//! The cart is closed and its prices are frozen.

use super::events::UnknownLeft;
use super::{Order, OrderEvent};
use crate::Rejection;
use contracts::{OrderPlaced, Quote};
use kernel::{Money, ProductId};

/// Freezes the order as it was priced in this very transaction. Inventory answers.
///
/// Records `OrderPlaced`, and before it `UnknownLeft` where codes wait that nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The cart, priced.
    pub quote: Quote,
    /// What the screen showed when the cashier asked; None where nobody looked at a screen.
    pub expected_total: Option<Money>,
    /// Products that a second operator let go below zero, for this order alone.
    pub short_approved: Vec<ProductId>,
}

impl Place {
    pub(super) fn decide(self, order: &Order) -> Result<Vec<OrderEvent>, Rejection> {
        let cart = order.cart()?;
        let Self { quote, expected_total, short_approved } = self;
        if cart.lines.is_empty() {
            return Err(Rejection::Empty);
        }
        if !cart.is_priced_by(&quote) || !adds_up(&quote) {
            return Err(Rejection::QuoteDoesNotFit);
        }
        match expected_total {
            Some(expected) if expected != quote.total => Err(Rejection::PriceChanged { expected, total: quote.total }),
            Some(_) | None => {
                let order = cart.order;
                let left = (!cart.unknown.is_empty()).then(|| UnknownLeft { order, codes: cart.unknown.clone() });
                let placed = OrderPlaced { order, quote, short_approved };
                Ok(left.map(OrderEvent::from).into_iter().chain([placed.into()]).collect())
            }
        }
    }
}

/// Whether the total is the sum of what will be printed. Pricing makes it so; this is the last look before it is
/// frozen for ever, and a mix of currencies does not add up either.
fn adds_up(quote: &Quote) -> bool {
    let sum = |amounts: &mut dyn Iterator<Item = Money>| Money::sum(amounts, quote.currency).ok();
    let lines = sum(&mut quote.lines.iter().map(|line| line.line_total));
    let line_taxes = sum(&mut quote.lines.iter().map(|line| line.tax));
    let tax_rows = sum(&mut quote.taxes.iter().map(|row| row.tax));
    let on_top = if quote.tax_included { Money::zero(quote.currency) } else { quote.tax };
    let total = lines.and_then(|lines| lines.plus(on_top).ok());
    total == Some(quote.total) && line_taxes == Some(quote.tax) && tax_rows == Some(quote.tax)
}

//! What an edit of the cart asks for, and what whoever is to approve it reads: the amount before it and after it.

use super::words::CartView;
use crate::error::{Error, Result};
use crate::gesture::Desk;
use kernel::{LineNumber, Money};
use orders::Cart;
use serde_json::json;
use staff::Act;

/// An act on the open cart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    act: Act,
    /// The amount that it changes, where it is done for that amount.
    amount: Option<Amount>,
}

/// An amount of the cart.
#[derive(Debug, Clone, Copy)]
enum Amount {
    /// What one line comes to.
    Line(LineNumber),
    /// What the customer pays.
    Order,
}

impl Asked {
    /// What everybody who sells may do.
    pub(super) const fn to_sell() -> Self {
        Self { act: Act::Sell, amount: None }
    }

    /// Whether it is nothing else.
    pub(super) const fn is_to_sell(self) -> bool {
        matches!(self.act, Act::Sell)
    }

    /// An act for the sake of what a line comes to.
    pub(super) const fn on_line(act: Act, line: LineNumber) -> Self {
        Self { act, amount: Some(Amount::Line(line)) }
    }

    /// An act for the sake of what the customer pays.
    pub(super) const fn on_order(act: Act) -> Self {
        Self { act, amount: Some(Amount::Order) }
    }
}

impl Desk {
    /// Lets an edit pass, or says no. A refusal that a second operator may lift names the amount `from` which and `to`
    /// which the edit would change it.
    pub(super) async fn permit_edit(&mut self, asked: Asked, before: &Cart, edited: &CartView) -> Result<()> {
        let Err(refused) = self.permit(asked.act, Some(edited.order)).await else { return Ok(()) };
        let Some(amount) = asked.amount else { return Err(refused) };
        let Error::Refused(mut refusal) = refused else { return Err(refused) };
        if let Some(params) = refusal.params.as_object_mut().filter(|params| params.contains_key("fingerprint"))
            && let (Some(from), Some(to)) = (self.amount_before(amount, before).await?, amount_of(edited, amount))
        {
            params.insert("from".to_owned(), json!(from));
            params.insert("to".to_owned(), json!(to));
        }
        Err(Error::Refused(refusal))
    }

    /// None where the cart could not be priced as it was, such as a discount above a price that was lowered since.
    async fn amount_before(&mut self, amount: Amount, before: &Cart) -> Result<Option<Money>> {
        let quote = match self.quote(before).await {
            Ok(quote) => quote,
            Err(Error::Refused(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        Ok(match amount {
            Amount::Line(line) => quote.lines.iter().find(|priced| priced.line == line).map(|line| line.line_total),
            Amount::Order => Some(quote.total),
        })
    }
}

fn amount_of(cart: &CartView, amount: Amount) -> Option<Money> {
    match amount {
        Amount::Line(line) => cart.lines.iter().find(|seen| seen.line == line).map(|line| line.line_total),
        Amount::Order => Some(cart.total),
    }
}

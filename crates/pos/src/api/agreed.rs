//! What was taken off a cart, and that it does not grow with it: a discount was given, or approved, for the cart as it
//! was, and not for ten pieces more, another product, or the one line that is left.

use crate::error::{Error, Result};
use crate::gesture::Desk;
use contracts::{Discount, Override, Quote, Step};
use kernel::{LineNumber, Money, OrderId, Rate, Rounding};
use orders::{Cart, Order};
use staff::{Act, Rejection, rate_of};
use std::collections::BTreeMap;

/// How much operators took off something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Size {
    taken_minor: i64,
    rate: Rate,
}

impl Size {
    const NOTHING: Self = Self { taken_minor: 0, rate: Rate::ZERO };

    /// A discount as it was given: by its rate, or by what its amount is of the price.
    fn of(given: Option<Discount>, taken: Money, price: Money) -> Self {
        let rate = match given {
            None => return Self::NOTHING,
            Some(Discount::Rate { rate }) => rate,
            Some(Discount::Amount { .. }) => rate_of(taken, price),
        };
        Self { taken_minor: taken.minor, rate }
    }

    const fn is_above(self, before: Self) -> bool {
        self.taken_minor > before.taken_minor || self.rate.ppm() > before.rate.ppm()
    }
}

/// All that operators took off a cart.
#[derive(Default)]
pub(super) struct Agreed {
    order: Option<Size>,
    discounts: BTreeMap<LineNumber, Size>,
    overrides: BTreeMap<LineNumber, Size>,
}

impl Agreed {
    fn of(cart: &Cart, quote: &Quote) -> Result<Self> {
        let mut agreed = Self::default();
        let (mut shares, mut reduced) = (Money::zero(quote.currency), Money::zero(quote.currency));
        for priced in &quote.lines {
            let (mut own, mut share) = (Money::zero(quote.currency), Money::zero(quote.currency));
            for step in &priced.steps {
                match step {
                    Step::LineDiscount { amount } => own = own.plus(*amount)?,
                    Step::OrderDiscountShare { amount } => share = share.plus(*amount)?,
                    Step::ListPrice { .. }
                    | Step::PriceOverride { .. }
                    | Step::TotalOverride { .. }
                    | Step::Extended { .. }
                    | Step::Tax { .. } => {}
                }
            }
            (shares, reduced) = (shares.plus(share)?, reduced.plus(priced.amount.minus(own)?)?);
            let Some(line) = cart.lines.iter().find(|line| line.line == priced.line) else { continue };
            agreed.discounts.insert(line.line, Size::of(line.discount, own, priced.amount));
            let listed = priced.list_price.times(priced.quantity, Rounding::HalfUp)?;
            let below = match line.override_ {
                None => Size::NOTHING,
                Some(Override::UnitPrice { .. } | Override::LineTotal { .. }) => {
                    let taken = listed.minus(priced.amount)?;
                    Size { taken_minor: taken.minor.max(0), rate: rate_of(taken, listed) }
                }
            };
            agreed.overrides.insert(line.line, below);
        }
        agreed.order = cart.discount.map(|given| Size::of(Some(given), shares, reduced));
        Ok(agreed)
    }

    /// The acts by which this is more than it was.
    fn beyond(&self, before: &Self) -> Vec<Act> {
        let known =
            |sizes: &BTreeMap<LineNumber, Size>, line: &LineNumber| sizes.get(line).copied().unwrap_or(Size::NOTHING);
        let discounts = self.discounts.iter().filter(|(line, size)| size.is_above(known(&before.discounts, line)));
        let overrides = self.overrides.iter().filter(|(line, size)| size.is_above(known(&before.overrides, line)));
        let order = self.order.filter(|size| size.is_above(before.order.unwrap_or(Size::NOTHING)));
        let discounts = discounts.map(|(_, size)| Act::DiscountLine { rate: size.rate });
        let overrides = overrides.map(|(_, size)| Act::OverridePrice { rate: size.rate });
        discounts.chain(overrides).chain(order.map(|size| Act::DiscountOrder { rate: size.rate })).collect()
    }
}

impl Desk {
    /// What was taken off an open cart before an edit; None for one at list prices, which is most of them.
    pub(super) async fn agreed(&mut self, order: OrderId) -> Result<Option<Agreed>> {
        let Order::Open(cart) = self.txn.state::<Order>(order.0).await? else { return Ok(None) };
        let as_listed = |line: &orders::CartLine| line.discount.is_none() && line.override_.is_none();
        if cart.discount.is_none() && cart.lines.iter().all(as_listed) {
            return Ok(None);
        }
        let cart = cart.clone();
        match self.quote(&cart).await {
            Ok(quote) => Ok(Some(Agreed::of(&cart, &quote)?)),
            // A cart that could not be priced: all that is taken off it afterwards is new.
            Err(Error::Refused(_)) => Ok(Some(Agreed::default())),
            Err(error) => Err(error),
        }
    }

    /// Refuses an edit by which more is taken off than before, where the operator may not take that off alone. The way
    /// on is to take the discount away, change the cart, and ask again.
    ///
    /// # Errors
    /// STF-018.
    pub(super) async fn refuse_growth(&mut self, before: Option<Agreed>, order: OrderId) -> Result<()> {
        let Some(before) = before else { return Ok(()) };
        let Order::Open(cart) = self.txn.state::<Order>(order.0).await? else { return Ok(()) };
        let cart = cart.clone();
        let quote = self.quote(&cart).await?;
        for act in Agreed::of(&cart, &quote)?.beyond(&before) {
            match self.check(act).await? {
                Ok(()) => {}
                Err(Rejection::NotPermitted { permission } | Rejection::AboveLimit { permission, .. }) => {
                    return Err(Rejection::WouldGrow { permission }.into());
                }
                Err(other) => return Err(other.into()),
            }
        }
        Ok(())
    }
}

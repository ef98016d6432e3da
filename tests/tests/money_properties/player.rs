//! Somebody who does whatever they are told at a counter, and keeps books of their own by what they see.

use crate::books::Goods;
use crate::{Act, Off};
use anyhow::{Result, ensure};
use contracts::Discount;
use kernel::{LineNumber, Money, OrderId, TenderId, UnitPrice};
use pos::api::requests as ask;
use pos::api::words::{CartLineView, CartView, SaleView, Scanned};
use tests::counter::{Counter, command, pay_cash};
use tests::gestures::{card, coupon, line_discount, order_discount, other_price, other_total};

/// What is on sale.
pub const CODES: [&str; 5] = ["2900000020047", "2900000020061", "2900000040021", "2900000040090", "2900000030053"];

pub struct Player {
    pub(crate) counter: Counter,
    pub(crate) cart: Option<CartView>,
    /// The tenders of the order that is being paid, with the cash that was kept for each.
    pub(crate) held: Vec<(TenderId, i64)>,
    /// What lies in the drawer.
    pub(crate) drawer_minor: i64,
    /// What left the shop.
    pub(crate) gone: Goods,
    /// The last sale of the shift, with its goods and the cash that was kept for it.
    pub(crate) last: Option<(SaleView, Goods, i64)>,
    /// The orders that wait.
    pub(crate) parked: Vec<OrderId>,
    pub(crate) sales: i64,
    pub(crate) reversals: i64,
    /// Whether each request is sent twice.
    pub(crate) twice: bool,
    pub(crate) imports: u32,
}

impl Player {
    pub fn at(counter: Counter) -> Self {
        let drawer_minor = counter.pos.shift().map_or(0, |shift| shift.float.minor);
        let (gone, held, parked) = (Goods::new(), Vec::new(), Vec::new());
        Self {
            counter,
            cart: None,
            held,
            drawer_minor,
            gone,
            last: None,
            parked,
            sales: 0,
            reversals: 0,
            twice: false,
            imports: 0,
        }
    }

    pub(crate) fn money(&self, minor: i64) -> Result<Money> {
        Ok(Money::new(minor, self.counter.pos.shop()?.currency))
    }

    fn discount(&self, off: Off) -> Result<Option<Discount>> {
        Ok(match off {
            Off::Rate(rate) => Some(Discount::Rate { rate }),
            Off::Amount(minor) => Some(Discount::Amount { amount: self.money(minor)? }),
            Off::Nothing => None,
        })
    }

    /// Does it, where there is anything to do it to.
    pub async fn act(&mut self, act: &Act) -> Result<()> {
        if let Act::Add { product, milli } = act {
            return self.add(CODES[*product], *milli).await;
        }
        if let Act::Reverse = act {
            return self.reverse().await;
        }
        if let Act::ChangeShift { counted_minor } = act {
            return self.change_shift(*counted_minor).await;
        }
        if let Act::ScanUnknown { code } = act {
            return self.scan_unknown(*code).await;
        }
        if let Act::Resume { parked } = act {
            return self.resume(*parked).await;
        }
        if let Act::Import { price_minor } = act {
            return self.import(*price_minor).await;
        }
        let Some(cart) = self.cart.clone() else { return Ok(()) };
        match act {
            Act::Add { .. }
            | Act::Reverse
            | Act::ChangeShift { .. }
            | Act::ScanUnknown { .. }
            | Act::Resume { .. }
            | Act::Import { .. }
            | Act::Restart => Ok(()),
            Act::Park => self.park(&cart).await,
            Act::Ignore { unknown } => self.ignore(&cart, *unknown).await,
            Act::Place => self.paid(self.counter.place(&cart).await, command(), None).await,
            Act::Cash { above_minor } => {
                let tendered = self.money(cart.cash.due.minor + above_minor)?;
                self.pay_in_cash(ask::PayCash { partial: false, ..pay_cash(&cart, Some(tendered)) }, &cart).await
            }
            Act::PartInCash { percent } => {
                let tendered = self.money((cart.due.minor * percent / 100).max(1))?;
                self.pay_in_cash(ask::PayCash { partial: true, ..pay_cash(&cart, Some(tendered)) }, &cart).await
            }
            Act::Card { percent } => {
                let request = card(&cart, Some(self.money((cart.due.minor * percent / 100).max(1))?));
                let (pos, who) = (&self.counter.pos, &self.counter.manager);
                let answer = self.sent(async || pos.pay_card(who, request.clone()).await).await?;
                self.paid(answer, request.command, Some(0)).await
            }
            Act::Coupon { minor } => {
                let request = coupon(&cart, self.money(*minor)?);
                let (pos, who) = (&self.counter.pos, &self.counter.manager);
                let answer = self.sent(async || pos.pay_coupon(who, request.clone()).await).await?;
                self.paid(answer, request.command, Some(0)).await
            }
            Act::GiveBack { tender } => self.give_back(cart.order, *tender).await,
            Act::Cancel => {
                if accepted(self.counter.cancel(&self.counter.manager, cart.order).await)?.is_some() {
                    ensure!(self.held.is_empty(), "an order that held money was given up");
                    self.cart = None;
                }
                Ok(())
            }
            Act::Quantity { .. }
            | Act::Note { .. }
            | Act::Void { .. }
            | Act::DiscountLine { .. }
            | Act::DiscountOrder { .. }
            | Act::Price { .. }
            | Act::Total { .. } => self.edit(act, &cart).await,
        }
    }

    async fn add(&mut self, code: &str, milli: i64) -> Result<()> {
        let order = self.cart.as_ref().map(|cart| cart.order);
        let request = ask::Scan { command: command(), order, code: code.to_owned(), quantity_milli: Some(milli) };
        let (pos, who) = (&self.counter.pos, &self.counter.cashier);
        let scanned = self.sent(async || pos.scan(who, request.clone()).await).await?;
        if let Some(Scanned::Added { cart, .. }) = accepted(scanned)? {
            self.see(cart)?;
        }
        Ok(())
    }

    async fn edit(&mut self, act: &Act, cart: &CartView) -> Result<()> {
        let (pos, who) = (&self.counter.pos, &self.counter.manager);
        let line = |chosen: usize| cart.lines.get(chosen % cart.lines.len().max(1)).map_or(LineNumber(1), |l| l.line);
        let edited = match act {
            Act::Quantity { line: chosen, milli } => self.counter.quantity(cart, line(*chosen).0, *milli).await,
            Act::Void { line: chosen } => {
                let (order, line) = (cart.order, line(*chosen));
                let request = ask::VoidLine { command: command(), approval: None, order, line };
                let left = accepted(self.sent(async || pos.void_line(who, request.clone()).await).await?)?;
                return left.map_or(Ok(()), |left| self.see_left(left));
            }
            Act::DiscountLine { line: chosen, discount } => {
                let request = line_discount(cart, line(*chosen).0, self.discount(*discount)?);
                self.sent(async || pos.discount_line(who, request.clone()).await).await?
            }
            Act::DiscountOrder { discount } => {
                let request = order_discount(cart, self.discount(*discount)?);
                self.sent(async || pos.discount_order(who, request.clone()).await).await?
            }
            Act::Price { line: chosen, minor } => {
                let price = UnitPrice::from_minor(*minor, cart.total.currency);
                let request = other_price(cart, line(*chosen).0, Some(price));
                self.sent(async || pos.override_price(who, request.clone()).await).await?
            }
            Act::Total { line: chosen, minor } => {
                let request = other_total(cart, line(*chosen).0, self.money(*minor)?);
                self.sent(async || pos.override_line_total(who, request.clone()).await).await?
            }
            Act::Note { line: chosen } => self.counter.note_line(cart, line(*chosen).0, Some("gift")).await,
            _ => return Ok(()),
        };
        match accepted(edited)? {
            Some(cart) => self.see(cart),
            None => Ok(()),
        }
    }

    async fn pay_in_cash(&mut self, request: ask::PayCash, cart: &CartView) -> Result<()> {
        let tender = request.command;
        let tendered = request.tendered.map_or(0, |money| money.minor);
        let (pos, who) = (&self.counter.pos, &self.counter.manager);
        let answer = self.sent(async || pos.pay_cash(who, request.clone()).await).await?;
        self.paid(answer, tender, Some(tendered.min(cart.cash.due.minor))).await
    }

    /// Looks at a cart: every amount is the sum of what stands above it.
    pub(crate) fn see(&mut self, cart: CartView) -> Result<()> {
        let sum = |of: fn(&CartLineView) -> Money| cart.lines.iter().map(|l| of(l).minor).sum::<i64>();
        let on_top = if self.counter.pos.shop()?.tax_included { 0 } else { cart.tax.minor };
        ensure!(cart.total.minor == sum(|line| line.line_total) + on_top, "total: {cart:?}");
        ensure!(cart.subtotal.minor == sum(|line| line.amount), "subtotal: {cart:?}");
        ensure!(cart.discount.minor == sum(|line| line.discount), "discount: {cart:?}");
        let lines = cart.lines.iter();
        let mut lines = lines.map(|line| (line.amount.minor - line.discount.minor, line.line_total.minor));
        ensure!(lines.all(|(net, total)| net == total && total >= 0), "a line: {cart:?}");
        let tax: i64 = cart.taxes.iter().map(|row| row.tax.minor).sum();
        let base: i64 = cart.taxes.iter().map(|row| row.base.minor).sum();
        ensure!((tax, base + tax) == (cart.tax.minor, cart.total.minor), "tax: {cart:?}");
        ensure!(cart.due.minor == cart.total.minor - cart.paid.minor, "due: {cart:?}");
        self.cart = Some(cart);
        Ok(())
    }
}

/// The answer, or nothing where a rule said no. Anything else is a failure of the program.
pub(crate) fn accepted<T>(answer: pos::Result<T>) -> Result<Option<T>> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(pos::Error::Refused(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

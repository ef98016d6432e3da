//! One basket through the gestures of the counter.

use super::baskets::Basket;
use super::plan::{Act, DISCOUNT_REASON, PRICE_REASON, Sale};
use crate::api::requests::{
    AddProduct, DiscountLine, OverrideLineTotal, OverridePrice, PayCash, PayCoupon, PlaceOrder,
};
use crate::api::words::{CartView, Payment};
use crate::error::{Error, Result};
use crate::gesture::Call;
use crate::import::Rejection;
use crate::{Pos, Session};
use contracts::quote::Discount;
use kernel::{CommandId, Currency, Money, OrderId};
use orders::{OpenOrder, Order, OrderCommand};
use std::time::{Duration, Instant};

/// Who replays what, and in what.
pub(super) struct Seller<'a> {
    pub(super) pos: &'a Pos,
    pub(super) who: &'a Session,
    pub(super) currency: Currency,
    /// How long each paying gesture took.
    pub(super) pay_times: Vec<Duration>,
}

impl Seller<'_> {
    /// Sells one basket. Steps that were done before answer as they did then.
    pub(super) async fn sell(&mut self, basket: &Basket, sale: &Sale) -> Result<()> {
        let open = OpenOrder { order: sale.order, source: sale.source.clone() };
        self.open(sale.open, &open).await?;
        let mut cart = None;
        for step in sale.steps.iter().filter(|step| !step.act.pays()) {
            cart = Some(self.edit(sale.order, step.command, &step.act).await?);
        }
        let cart = cart.ok_or_else(|| Error::Bug(format!("basket {} has no lines", basket.id)))?;
        comes_to(basket, &cart)?;
        for step in sale.steps.iter().filter(|step| step.act.pays()) {
            let started = Instant::now();
            let paid = self.pay(sale.order, step.command, &step.act, cart.total).await?;
            self.pay_times.push(started.elapsed());
            if let Payment::Short { cart, .. } = paid {
                let short = cart.lines.iter().find(|line| line.short.is_some());
                let sku = short.map(|line| line.sku.clone()).unwrap_or_default();
                return Err(Rejection::StockShort { basket: basket.id.clone(), sku }.into());
            }
        }
        Ok(())
    }

    /// Opens the order with the name and the time that the file has for it.
    async fn open(&self, command: CommandId, open: &OpenOrder) -> Result<()> {
        let source = (open.source.reference(), open.source.at());
        let call = Call::edit("replay.open_order", self.who, command, &source);
        let opening = self.pos.gesture(call, async |desk| {
            desk.permit(staff::Act::Sell, Some(open.order)).await?;
            desk.run::<Order>(open.order.0, OrderCommand::OpenOrder(open.clone())).await
        });
        opening.await
    }

    async fn edit(&self, order: OrderId, command: CommandId, act: &Act) -> Result<CartView> {
        let (pos, who) = (self.pos, self.who);
        match act.clone() {
            Act::Add { product, quantity_milli } => {
                let add = AddProduct {
                    command,
                    order: Some(order),
                    product,
                    quantity_milli: Some(quantity_milli),
                    instead_of: None,
                };
                pos.add_product(who, add).await
            }
            Act::Price { line, price } => {
                let (price, reason) = (Some(price), PRICE_REASON.to_owned());
                pos.override_price(who, OverridePrice { command, approval: None, order, line, price, reason }).await
            }
            Act::Total { line, total, reason } => {
                let reason = reason.to_owned();
                let set = OverrideLineTotal { command, approval: None, order, line, total, reason };
                pos.override_line_total(who, set).await
            }
            Act::Discount { line, amount } => {
                let (discount, reason) = (Some(Discount::Amount { amount }), DISCOUNT_REASON.to_owned());
                pos.discount_line(who, DiscountLine { command, approval: None, order, line, discount, reason }).await
            }
            Act::Coupon { .. } | Act::Cash | Act::Place => Err(Error::Bug("a payment is no edit".to_owned())),
        }
    }

    async fn pay(&self, order: OrderId, command: CommandId, act: &Act, expected_total: Money) -> Result<Payment> {
        let (pos, who) = (self.pos, self.who);
        match act {
            Act::Coupon { value } => {
                let value = *value;
                let pay = PayCoupon { command, approval: None, order, expected_total, expected_due: None, value };
                pos.pay_coupon(who, pay).await
            }
            Act::Cash => {
                let pay = PayCash {
                    command,
                    approval: None,
                    order,
                    expected_total,
                    expected_due: None,
                    tendered: None,
                    partial: false,
                };
                pos.pay_cash(who, pay).await
            }
            Act::Place => pos.place_order(who, PlaceOrder { command, approval: None, order, expected_total }).await,
            Act::Add { .. } | Act::Price { .. } | Act::Total { .. } | Act::Discount { .. } => {
                Err(Error::Bug("an edit is no payment".to_owned()))
            }
        }
    }

    /// Nothing, in the store's currency.
    pub(super) fn nothing(&self) -> Money {
        Money::zero(self.currency)
    }
}

/// Every line comes to what the file says, or nothing is paid.
fn comes_to(basket: &Basket, cart: &CartView) -> Result<()> {
    let expected = basket.lines.iter().map(|line| line.net_minor);
    let found: Vec<i64> = cart.lines.iter().map(|line| line.line_total.minor).collect();
    if expected.eq(found.iter().copied()) && cart.total.minor == basket.net_minor() {
        return Ok(());
    }
    let lines: Vec<i64> = basket.lines.iter().map(|line| line.net_minor).collect();
    Err(Error::Bug(format!("basket {} comes to {found:?} in place of {lines:?}", basket.id)))
}

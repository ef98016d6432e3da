//! Paying: the cart is placed, stock is reserved, a tender is taken, and at balance zero the order is confirmed, the
//! goods leave and the receipt gets its number. All of it is one commit, or none of it.

use super::completed::Outcome;
use super::requests::{GiveBackTender, PayCard, PayCash, PayCoupon, PlaceOrder};
use super::words::{CartView, Payment as Paid};
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use crate::shop::ShopContext;
use crate::{No, Pos, Session};
use eventing::{Kept, Need};
use fiscal::ReceiptSeries;
use inventory::Reservation;
use inventory::policies::levels_of;
use kernel::{CommandId, Money, OrderId, ProductId, TenderId, Uuid};
use orders::{Order, OrderCommand};
use payments::{Command as Pay, Partial, Payment};
use serde::Serialize;
use staff::Act;

/// How far the cart came.
enum Placed {
    /// It waits for money.
    Due(Money),
    /// Its total was zero: it is confirmed already.
    Free,
    /// Stock was short: it is open again, with those lines marked.
    Short,
}

/// What the screen showed when the cashier took money.
struct Shown {
    total: Money,
    due: Option<Money>,
}

/// What a placed order asks for.
struct Balance {
    total: Money,
    remaining: Money,
}

impl Pos {
    /// Closes the cart without a tender, so that it can be paid in parts. A total of zero is thereby paid.
    pub async fn place_order(&self, who: &Session, request: PlaceOrder) -> Result<Paid> {
        let call = Call::full("checkout.place", who, request.command, &request)
            .approved(request.approval)
            .reading(request.order, reads);
        let order = request.order;
        self.attempt(call, order, async |desk| match place(desk, order, request.expected_total).await? {
            Placed::Due(_) => Ok(Outcome::Part),
            Placed::Free => Ok(Outcome::Paid(desk.completed(order).await?)),
            Placed::Short => short(desk, order).await,
        })
        .await
    }

    /// Takes cash: exactly what is due, or what the customer hands over.
    ///
    /// # Errors
    /// PAY-… for an amount below what is due, absurdly above it, or cash above the country's limit, and where another
    /// tender came first; ORD-015 when the price changed since the screen was painted; ORD-003 for an order that is
    /// paid.
    pub async fn pay_cash(&self, who: &Session, request: PayCash) -> Result<Paid> {
        let call = Call::full("checkout.pay_cash", who, request.command, &request).approved(request.approval);
        let call = call.reading(request.order, reads);
        let (order, tender) = (request.order, tender_of(request.command));
        let shown = Shown { total: request.expected_total, due: request.expected_due };
        self.pay(call, order, shown, |balance, shop| {
            let exactly = payments::cash_due(balance.remaining, shop.cash_step_minor);
            Pay::TakeCash(payments::TakeCash {
                order,
                tender,
                due: balance.total,
                tendered: request.tendered.unwrap_or(exactly),
                partial: if request.partial { Partial::Allow } else { Partial::Refuse },
                cash_limit: shop.cash_limit,
                rounding_step_minor: shop.cash_step_minor,
            })
        })
        .await
    }

    /// Takes a card that a stand-alone terminal approved.
    pub async fn pay_card(&self, who: &Session, request: PayCard) -> Result<Paid> {
        let call = Call::full("checkout.pay_card", who, request.command, &request).approved(request.approval);
        let call = call.reading(request.order, reads);
        let (order, tender) = (request.order, tender_of(request.command));
        let shown = Shown { total: request.expected_total, due: request.expected_due };
        self.pay(call, order, shown, |balance, _| {
            let (amount, slip) = (request.amount.unwrap_or(balance.remaining), request.slip.clone());
            Pay::TakeCard(payments::TakeCard { order, tender, due: balance.total, amount, slip })
        })
        .await
    }

    /// Takes a third party's coupon; what it is worth beyond the balance is forfeited.
    pub async fn pay_coupon(&self, who: &Session, request: PayCoupon) -> Result<Paid> {
        let call = Call::full("checkout.pay_coupon", who, request.command, &request).approved(request.approval);
        let call = call.reading(request.order, reads);
        let (order, tender) = (request.order, tender_of(request.command));
        let shown = Shown { total: request.expected_total, due: request.expected_due };
        self.pay(call, order, shown, |balance, _| {
            Pay::TakeCoupon(payments::TakeCoupon { order, tender, due: balance.total, value: request.value })
        })
        .await
    }

    /// Places the cart and takes one tender for it; at balance zero the order is paid. One commit, or none.
    async fn pay<A: Serialize>(
        &self,
        call: Call<'_, A>,
        order: OrderId,
        shown: Shown,
        tender: impl FnOnce(Balance, &ShopContext) -> Pay,
    ) -> Result<Paid> {
        self.attempt(call, order, async |desk| {
            let total = match place(desk, order, shown.total).await? {
                Placed::Due(total) => total,
                Placed::Free => return Ok(Outcome::Paid(desk.completed(order).await?)),
                Placed::Short => return short(desk, order).await,
            };
            let remaining = desk.txn.state::<Payment>(order.0).await?.remaining_as_shown(total, shown.due)?;
            let take = tender(Balance { total, remaining }, &*desk.shop()?);
            desk.run::<Payment>(order.0, take).await?;
            desk.settled(order).await
        })
        .await
    }

    /// Gives one tender of a placed order back; the order stays placed.
    pub async fn give_back_tender(&self, who: &Session, request: GiveBackTender) -> Result<CartView> {
        let call = Call::full("checkout.give_back_tender", who, request.command, &request).approved(request.approval);
        let (order, currency) = (request.order, self.shop()?.currency);
        let mut cart = None;
        self.gesture(call, async |desk| {
            if !matches!(desk.txn.state::<Order>(order.0).await?, Order::Placed(_)) {
                return Err(No::UnknownOrder { order }.into());
            }
            desk.shift().await?;
            let amount = held_of(desk.txn.state::<Payment>(order.0).await?, request.tender);
            desk.permit(Act::GiveBackTender { amount: amount.unwrap_or(Money::zero(currency)) }, Some(order)).await?;
            let give = payments::GiveBackTender { order, tender: request.tender, reason: request.reason.clone() };
            desk.run::<Payment>(order.0, Pay::GiveBackTender(give)).await?;
            cart = Some(desk.order_view(order).await?);
            Ok(())
        })
        .await?;
        self.cart_or_read(cart, order).await
    }
}

/// A tender's id comes from the command that takes it, so that a repeat takes no second one.
fn tender_of(command: CommandId) -> TenderId {
    TenderId(Uuid::new_v5(&command.0, b"tender"))
}

/// What paying reads of an order, and of the stock of what is on it.
fn reads(kept: &Kept, order: Option<OrderId>) -> Vec<Need> {
    let mut needs = vec![Need::stream::<ReceiptSeries>(ReceiptSeries::STREAM)];
    if let Some(order) = order {
        needs.push(Need::stream::<Order>(order.0));
        needs.push(Need::stream::<Payment>(order.0));
        needs.push(Need::stream::<Reservation>(order.0));
        if let Some(Order::Open(cart)) = kept.state::<Order>(order.0) {
            needs.extend(levels_of(cart.lines.iter().map(|line| line.product)));
        }
    }
    needs
}

/// Freezes an open cart and lets inventory answer. A cart that is placed already goes on as it is.
async fn place(desk: &mut Desk, order: OrderId, expected_total: Money) -> Result<Placed> {
    desk.permit(Act::Sell, Some(order)).await?;
    desk.shift().await?;
    // A policy cannot refuse: a sale that could not be numbered is refused before it takes money.
    desk.txn.state::<ReceiptSeries>(ReceiptSeries::STREAM).await?.require_open()?;
    let open = match desk.txn.state::<Order>(order.0).await? {
        Order::Placed(placed) => return Ok(Placed::Due(placed.total)),
        Order::Blank => return Err(No::UnknownOrder { order }.into()),
        // Of two taps at once the second hears that the order is paid.
        other => other.cart()?.clone(),
    };
    let quote = desk.quote(&open).await?;
    let short_approved = approved_below_stock(desk, order, &open.short).await?;
    let place = orders::Place { quote, expected_total: Some(expected_total), short_approved };
    desk.run::<Order>(order.0, OrderCommand::Place(place)).await?;
    match desk.txn.state::<Order>(order.0).await? {
        Order::Placed(placed) => Ok(Placed::Due(placed.total)),
        Order::Confirmed(_) => Ok(Placed::Free),
        Order::Open(_) => Ok(Placed::Short),
        Order::Blank | Order::Parked(_) | Order::Cancelled | Order::Reversed => {
            Err(Error::Bug(format!("order {order} was lost")))
        }
    }
}

/// The lines that a second operator lets go below zero, for this order as it stands and nothing else.
async fn approved_below_stock(
    desk: &mut Desk,
    order: OrderId,
    short: &[contracts::ShortLine],
) -> Result<Vec<ProductId>> {
    if short.is_empty() || !desk.is_approved() {
        return Ok(Vec::new());
    }
    desk.use_approval(Act::SellBelowStock, Some(order)).await?;
    Ok(short.iter().map(|line| line.product).collect())
}

/// The cart is back with its lines marked. Names what a second operator would approve.
async fn short(desk: &mut Desk, order: OrderId) -> Result<Outcome> {
    Ok(Outcome::Short { fingerprint: desk.ask_for(Act::SellBelowStock, Some(order)).await? })
}

/// What a tender settled.
fn held_of(payment: &Payment, tender: TenderId) -> Option<Money> {
    match payment {
        Payment::Blank => None,
        Payment::Begun { tenders, .. } => tenders.iter().find(|held| held.tender == tender).map(|held| held.amount),
    }
}

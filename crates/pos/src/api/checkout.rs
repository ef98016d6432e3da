//! Paying: the cart is placed, stock is reserved, a tender is taken, and at balance zero the order is confirmed, the
//! goods leave and the receipt gets its number. All of it is one commit, or none of it.

use super::requests::{GiveBackTender, PayCard, PayCash, PayCoupon, PlaceOrder};
use super::words::{CartView, Payment as Paid, SaleView, TenderView};
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use crate::shop::ShopContext;
use crate::{No, Pos, Session};
use contracts::{ReceiptNumbered, TenderKind, TenderTaken};
use eventing::Need;
use fiscal::ReceiptSeries;
use inventory::Reservation;
use kernel::{CommandId, Money, OrderId, ProductId, TenderId, Uuid};
use orders::{Order, OrderCommand};
use payments::{Command as Pay, Partial, Payment, TenderState};
use serde::{Deserialize, Serialize};
use staff::Act;

/// What an attempt to pay did, as it is remembered for a repeat.
#[derive(Serialize, Deserialize)]
enum Outcome {
    Paid(SaleView),
    Part,
    Short { fingerprint: String },
}

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
        let call = Call::full("checkout.place", who, request.command, &request).approved(request.approval);
        let order = request.order;
        let outcome = self
            .gesture(call, async |desk| match place(desk, order, request.expected_total).await? {
                Placed::Due(_) => Ok(Outcome::Part),
                Placed::Free => Ok(Outcome::Paid(sale(desk, order).await?)),
                Placed::Short => short(desk, order).await,
            })
            .await?;
        self.payment(order, outcome).await
    }

    /// Takes cash: exactly what is due, or what the customer hands over.
    ///
    /// # Errors
    /// PAY-… for an amount below what is due, absurdly above it, or cash above the country's limit, and where another
    /// tender came first; ORD-015 when the price changed since the screen was painted; ORD-003 for an order that is
    /// paid.
    pub async fn pay_cash(&self, who: &Session, request: PayCash) -> Result<Paid> {
        let call = Call::full("checkout.pay_cash", who, request.command, &request).approved(request.approval);
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
        let outcome = self
            .gesture(call, async |desk| {
                let total = match place(desk, order, shown.total).await? {
                    Placed::Due(total) => total,
                    Placed::Free => return Ok(Outcome::Paid(sale(desk, order).await?)),
                    Placed::Short => return short(desk, order).await,
                };
                let remaining = desk.txn.state::<Payment>(order.0).await?.remaining_as_shown(total, shown.due)?;
                let take = tender(Balance { total, remaining }, &*desk.shop()?);
                desk.run::<Payment>(order.0, take).await?;
                settled(desk, order).await
            })
            .await?;
        self.payment(order, outcome).await
    }

    /// Gives one tender of a placed order back; the order stays placed.
    pub async fn give_back_tender(&self, who: &Session, request: GiveBackTender) -> Result<CartView> {
        let call = Call::full("checkout.give_back_tender", who, request.command, &request).approved(request.approval);
        let (order, currency) = (request.order, self.shop()?.currency);
        self.gesture(call, async |desk| {
            if !matches!(desk.txn.state::<Order>(order.0).await?, Order::Placed(_)) {
                return Err(No::UnknownOrder { order }.into());
            }
            desk.shift().await?;
            let amount = held_of(desk.txn.state::<Payment>(order.0).await?, request.tender);
            desk.permit(Act::GiveBackTender { amount: amount.unwrap_or(Money::zero(currency)) }, Some(order)).await?;
            let give = payments::GiveBackTender { order, tender: request.tender, reason: request.reason.clone() };
            desk.run::<Payment>(order.0, Pay::GiveBackTender(give)).await
        })
        .await?;
        self.cart(order).await
    }

    async fn payment(&self, order: OrderId, outcome: Outcome) -> Result<Paid> {
        Ok(match outcome {
            Outcome::Paid(sale) => Paid::Paid { sale },
            Outcome::Part => Paid::Part { cart: self.cart(order).await? },
            Outcome::Short { fingerprint } => Paid::Short { cart: self.cart(order).await?, fingerprint },
        })
    }
}

/// A tender's id comes from the command that takes it, so that a repeat takes no second one.
fn tender_of(command: CommandId) -> TenderId {
    TenderId(Uuid::new_v5(&command.0, b"tender"))
}

/// Freezes an open cart and lets inventory answer. A cart that is placed already goes on as it is.
async fn place(desk: &mut Desk, order: OrderId, expected_total: Money) -> Result<Placed> {
    desk.prefetch(vec![
        Need::stream::<Order>(order.0),
        Need::stream::<Payment>(order.0),
        Need::stream::<Reservation>(order.0),
        Need::stream::<ReceiptSeries>(ReceiptSeries::STREAM),
    ])
    .await?;
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

/// After a tender: the sale when the balance is zero, what is left otherwise.
async fn settled(desk: &mut Desk, order: OrderId) -> Result<Outcome> {
    match desk.txn.state::<Order>(order.0).await? {
        Order::Confirmed(_) => Ok(Outcome::Paid(sale(desk, order).await?)),
        Order::Placed(_) => Ok(Outcome::Part),
        Order::Blank | Order::Open(_) | Order::Parked(_) | Order::Cancelled | Order::Reversed => {
            Err(Error::Bug(format!("order {order} took money and is not placed")))
        }
    }
}

/// The sale that this transaction completes, from what it recorded and what was taken before it.
async fn sale(desk: &mut Desk, order: OrderId) -> Result<SaleView> {
    let numbered = desk.txn.recorded::<ReceiptNumbered>().pop();
    let numbered = numbered.ok_or_else(|| Error::Bug(format!("order {order} has no receipt number")))?;
    let mut taken = taken_before(desk, order).await?;
    let now = desk.txn.recorded::<TenderTaken>();
    taken.extend(now.iter().map(|tender| Taken {
        kind: tender.kind,
        amount: tender.amount,
        tendered: tender.tendered,
        change: tender.change,
    }));
    let currency = desk.shop()?.currency;
    Ok(SaleView {
        order,
        document: numbered.document,
        number: fiscal::document_number(&numbered.series, numbered.number),
        total: numbered.total,
        tendered: Money::sum(taken.iter().map(|tender| tender.tendered), currency)?,
        change: Money::sum(taken.iter().map(|tender| tender.change), currency)?,
        tenders: taken.iter().map(|tender| TenderView { kind: tender.kind, amount: tender.amount }).collect(),
        at_ms: desk.at().now_ms,
    })
}

/// What a tender settled.
fn held_of(payment: &Payment, tender: TenderId) -> Option<Money> {
    match payment {
        Payment::Blank => None,
        Payment::Begun { tenders, .. } => tenders.iter().find(|held| held.tender == tender).map(|held| held.amount),
    }
}

/// A tender that the order holds.
struct Taken {
    kind: TenderKind,
    amount: Money,
    tendered: Money,
    change: Money,
}

/// The tenders of earlier gestures: only an order that is paid in parts has any.
async fn taken_before(desk: &mut Desk, order: OrderId) -> Result<Vec<Taken>> {
    let known = match desk.txn.state::<Payment>(order.0).await? {
        Payment::Blank => 0,
        Payment::Begun { tenders, .. } => tenders.len(),
    };
    if known == desk.txn.recorded::<TenderTaken>().len() {
        return Ok(Vec::new());
    }
    let rows = payments::list_tenders(desk.txn.untouched(), order).await?;
    let held = rows.into_iter().filter(|row| row.state == TenderState::Taken);
    Ok(held
        .map(|row| Taken { kind: row.kind, amount: row.amount, tendered: row.tendered, change: row.change })
        .collect())
}

//! What an attempt to pay came to: the sale, the part that is left, or the cart with what is short. It is told as the
//! transaction leaves it: a moment later another hand may have gone on with the order.

use super::words::{CartView, Payment as Paid, SaleView, TenderView};
use crate::Pos;
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use contracts::{ReceiptNumbered, TenderKind, TenderTaken};
use kernel::{Money, OrderId};
use orders::Order;
use payments::{Payment, TenderState};
use serde::{Deserialize, Serialize};

/// What an attempt to pay did, as it is remembered for a repeat.
#[derive(Serialize, Deserialize)]
pub(super) enum Outcome {
    Paid(SaleView),
    Part,
    Short { fingerprint: String },
}

impl Pos {
    /// Runs an attempt to pay, and tells what came of it.
    pub(super) async fn attempt<A: Serialize>(
        &self,
        call: Call<'_, A>,
        order: OrderId,
        script: impl AsyncFnOnce(&mut Desk) -> Result<Outcome>,
    ) -> Result<Paid> {
        let mut left = None;
        let outcome = self
            .gesture(call, async |desk| {
                let outcome = script(desk).await?;
                if let Outcome::Part | Outcome::Short { .. } = outcome {
                    left = Some(desk.order_view(order).await?);
                }
                Ok(outcome)
            })
            .await?;
        match outcome {
            Outcome::Paid(sale) => Ok(Paid::Paid { sale }),
            Outcome::Part => self.left(order, left, |cart| Paid::Part { cart }).await,
            Outcome::Short { fingerprint } => self.left(order, left, |cart| Paid::Short { cart, fingerprint }).await,
        }
    }

    /// What is left of an order. A repeat reads it anew, and where it was paid since, the answer is the sale.
    async fn left(&self, order: OrderId, left: Option<CartView>, say: impl FnOnce(CartView) -> Paid) -> Result<Paid> {
        match self.cart_or_read(left, order).await {
            Ok(cart) => Ok(say(cart)),
            Err(Error::Refused(refusal)) => match self.find_sale(order).await? {
                Some(sale) => Ok(Paid::Paid { sale }),
                None => Err(Error::Refused(refusal)),
            },
            Err(error) => Err(error),
        }
    }
}

impl Desk {
    /// After a tender: the sale when the balance is zero, what is left otherwise.
    pub(super) async fn settled(&mut self, order: OrderId) -> Result<Outcome> {
        match self.txn.state::<Order>(order.0).await? {
            Order::Confirmed(_) => Ok(Outcome::Paid(self.completed(order).await?)),
            Order::Placed(_) => Ok(Outcome::Part),
            Order::Blank | Order::Open(_) | Order::Parked(_) | Order::Cancelled | Order::Reversed => {
                Err(Error::Bug(format!("order {order} took money and is not placed")))
            }
        }
    }

    /// The sale that this transaction completes, from what it recorded and what was taken before it.
    pub(super) async fn completed(&mut self, order: OrderId) -> Result<SaleView> {
        let numbered = self.txn.recorded::<ReceiptNumbered>().pop();
        let numbered = numbered.ok_or_else(|| Error::Bug(format!("order {order} has no receipt number")))?;
        let mut taken = taken_before(self, order).await?;
        let now = self.txn.recorded::<TenderTaken>();
        taken.extend(now.iter().map(|tender| Taken {
            kind: tender.kind,
            amount: tender.amount,
            tendered: tender.tendered,
            change: tender.change,
        }));
        let currency = self.shop()?.currency;
        Ok(SaleView {
            order,
            document: numbered.document,
            number: fiscal::document_number(&numbered.series, numbered.number),
            total: numbered.total,
            tendered: Money::sum(taken.iter().map(|tender| tender.tendered), currency)?,
            change: Money::sum(taken.iter().map(|tender| tender.change), currency)?,
            tenders: taken.iter().map(|tender| TenderView { kind: tender.kind, amount: tender.amount }).collect(),
            at_ms: self.at().now_ms,
        })
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

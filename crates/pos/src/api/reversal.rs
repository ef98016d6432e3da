//! Undoing the last sale of the running shift as a whole: the tenders go back, the goods come back, a mirror document
//! takes a number of its own.

use super::requests::ReverseLast;
use super::words::ReversalView;
use crate::error::{Error, Result};
use crate::gesture::Call;
use crate::{No, Pos, Session};
use contracts::{ReceiptNumbered, TenderGivenBack};
use kernel::{DocumentId, Money, TenderId, Uuid};
use orders::{Order, OrderCommand};
use payments::{Command as Pay, Payment};
use staff::Act;

impl Pos {
    /// Reverses the last sale of the running shift.
    ///
    /// # Errors
    /// POS-009 for any other sale; STF-… where the role does not allow the amount (a second operator may approve it).
    pub async fn reverse_last(&self, who: &Session, request: ReverseLast) -> Result<ReversalView> {
        let call = Call::full("checkout.reverse_last", who, request.command, &request).approved(request.approval);
        let order = request.order;
        let document = DocumentId(Uuid::new_v5(&request.command.0, b"reversal"));
        self.gesture(call, async |desk| {
            let shift = desk.shift().await?;
            let last = orders::views::last_confirmed_in_shift(desk.txn.untouched(), shift).await?;
            if last != Some(order) {
                return Err(No::NotLastSale.into());
            }
            let Order::Confirmed(confirmed) = desk.txn.state::<Order>(order.0).await? else {
                return Err(No::NotLastSale.into());
            };
            let total = confirmed.total;
            desk.permit(Act::ReverseSale { amount: total }, Some(order)).await?;
            for tender in held(desk.txn.state::<Payment>(order.0).await?) {
                let give = payments::GiveBackTender { order, tender, reason: request.reason.clone() };
                desk.run::<Payment>(order.0, Pay::GiveBackTender(give)).await?;
            }
            let reverse = orders::Reverse { document, reason: request.reason.clone() };
            desk.run::<Order>(order.0, OrderCommand::Reverse(reverse)).await?;
            let numbered = desk.txn.recorded::<ReceiptNumbered>().pop();
            let numbered = numbered.ok_or_else(|| Error::Bug(format!("the reversal of {order} has no number")))?;
            let given: Vec<TenderGivenBack> = desk.txn.recorded();
            let cash = given.iter().filter(|given| given.kind == contracts::TenderKind::Cash);
            let currency = desk.shop()?.currency;
            Ok(ReversalView {
                order,
                number: fiscal::document_number(&numbered.series, numbered.number),
                total,
                cash_back: Money::sum(cash.map(|given| given.handed_back), currency)?,
            })
        })
        .await
    }
}

fn held(payment: &Payment) -> Vec<TenderId> {
    match payment {
        Payment::Blank => Vec::new(),
        Payment::Begun { tenders, .. } => {
            tenders.iter().filter(|held| held.is_held()).map(|held| held.tender).collect()
        }
    }
}

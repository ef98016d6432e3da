//! Checkouts that nobody finished: a placed order without money is given up after a while, and its stock released.
//! One that holds money waits for a person.

use crate::Pos;
use crate::error::{Error, Result};
use crate::gesture::Call;
use kernel::{CommandId, OrderId, Uuid};
use orders::{Order, OrderCommand};

/// How long a placed order may wait for its first tender, in milliseconds: half an hour.
const ABANDONED_AFTER_MS: i64 = 30 * 60_000;

/// The reason that is recorded.
const REASON: &str = "abandoned";

impl Pos {
    /// Gives up every placed order that has waited too long without money. Called when the till is idle; gives back
    /// what was given up.
    pub async fn release_abandoned(&self) -> Result<Vec<OrderId>> {
        let before_ms = self.clock().now_ms() - ABANDONED_AFTER_MS;
        let mut reader = self.store().reader().await?;
        let waiting = orders::views::list_placed_before(&mut reader, before_ms).await?;
        drop(reader);
        let mut released = Vec::new();
        for order in waiting {
            if self.give_up(order).await? {
                released.push(order);
            }
        }
        Ok(released)
    }

    async fn give_up(&self, order: OrderId) -> Result<bool> {
        let system = self.built_in_session(staff::SYSTEM).await?;
        let call = Call::full("orders.give_up", &system, CommandId(Uuid::now_v7()), &order);
        self.gesture(call, async |desk| {
            let holds_money = payments::holds_money(desk.txn.untouched(), order).await?;
            let cancel = orders::Cancel { reason: REASON.to_owned(), holds_money };
            match desk.txn.run::<Order>(order.0, OrderCommand::Cancel(cancel)).await? {
                Ok(()) => Ok(true),
                // Somebody paid, or gave it up, since the list was read.
                Err(
                    orders::Rejection::HoldsMoney
                    | orders::Rejection::AlreadyConfirmed
                    | orders::Rejection::AlreadyEnded,
                ) => Ok(false),
                Err(refused) => Err(Error::from(refused)),
            }
        })
        .await
    }
}

//! The open order of the register: one at a time, whatever a window knows of it.

use crate::error::Result;
use crate::gesture::Desk;
use crate::{No, Pos};
use eventing::Need;
use kernel::{CommandId, OrderId, Uuid};
use orders::Order;
use std::sync::{PoisonError, RwLock};

/// Which order was opened last. Only a hint, kept so that a scan asks no query for it: whoever uses it asks the
/// journal whether that order is still open. It is written by gestures, which run one after the other.
#[derive(Default)]
pub(crate) struct AtHand(RwLock<Option<OrderId>>);

impl Pos {
    pub(crate) fn at_hand(&self) -> Option<OrderId> {
        *self.inner.at_hand.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks for the order that was open when the program stopped.
    pub(crate) async fn look_at_hand(&self) -> Result<()> {
        let mut reader = self.store().reader().await?;
        self.keep_at_hand(orders::views::find_open(&mut reader).await?);
        Ok(())
    }

    pub(crate) fn keep_at_hand(&self, order: Option<OrderId>) {
        *self.inner.at_hand.0.write().unwrap_or_else(PoisonError::into_inner) = order;
    }
}

impl Desk {
    /// The order that a scan or a tile means: the one that it names, or else the open one, or a new one. A placed order
    /// does not stand in the way of the next customer. A new order's id comes from the command that begins it, so that a
    /// repeat begins no second one.
    ///
    /// # Errors
    /// POS-008 for a name that no order has.
    pub(crate) async fn order_or_new(&mut self, named: Option<OrderId>, command: CommandId) -> Result<OrderId> {
        if let Some(order) = named {
            self.prefetch(vec![Need::stream::<Order>(order.0)]).await?;
            return match self.txn.state::<Order>(order.0).await? {
                Order::Blank => Err(No::UnknownOrder { order }.into()),
                Order::Open(_)
                | Order::Parked(_)
                | Order::Placed(_)
                | Order::Confirmed(_)
                | Order::Cancelled
                | Order::Reversed => Ok(order),
            };
        }
        let new = OrderId(Uuid::new_v5(&command.0, b"order"));
        let known = self.at_hand();
        self.prefetch([known, Some(new)].into_iter().flatten().map(|order| Need::stream::<Order>(order.0)).collect())
            .await?;
        if let Some(known) = known
            && let Order::Open(_) = self.txn.state::<Order>(known.0).await?
        {
            return Ok(known);
        }
        self.keep_at_hand(new);
        Ok(new)
    }
}

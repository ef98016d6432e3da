//! Whose cart it is.

use super::events::OrderTakenOver;
use super::{Cart, Order, OrderEvent};
use kernel::OperatorId;

impl Order {
    /// What a gesture records, with the fact before it that another operator goes on with the cart. Recorded once a
    /// change of hands, and only where the gesture did something. An order whose operator is not known belongs to
    /// nobody who could lose it.
    pub(super) fn in_the_hands_of(&self, actor: OperatorId, mut events: Vec<OrderEvent>) -> Vec<OrderEvent> {
        if let Some((cart, from)) = self.unpaid().and_then(|cart| Some((cart, cart.operator?)))
            && from != actor
            && !events.is_empty()
        {
            events.insert(0, OrderTakenOver { order: cart.order, from, by: actor }.into());
        }
        events
    }

    /// The cart of an order that is open or parked.
    fn unpaid(&self) -> Option<&Cart> {
        match self {
            Self::Open(cart) | Self::Parked(cart) => Some(cart),
            Self::Blank | Self::Placed(_) | Self::Confirmed(_) | Self::Reversed | Self::Cancelled => None,
        }
    }
}

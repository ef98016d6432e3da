//! What an order does when something happened elsewhere.
//!
//! A refusal here means that the order has moved on already: hearing a fact twice does nothing twice.

use crate::{Confirm, Order, OrderCommand, Reopen, SecureStock};
use contracts::{OrderConfirmed, StockReservationFailed, StockReserved, TenderTaken};
use eventing::{Decider, Loaded, Need, Policy, Reaction};
use kernel::{Fact, Moment, OrderId};

use crate::order::events::{OrderReopened, StockSecured};

/// Everything is held: the order may be paid, and one that costs nothing is done.
pub struct WhenStockReservedSecureOrder;

impl Policy for WhenStockReservedSecureOrder {
    type On = StockReserved;
    const NAME: &'static str = "orders.when_stock_reserved_secure_order";
    const RECORDS: &'static [&'static str] = &[StockSecured::TYPE, OrderConfirmed::TYPE];

    fn needs(on: &StockReserved) -> Vec<Need> {
        vec![Need::stream::<Order>(on.order.0)]
    }

    fn react(on: &StockReserved, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        run(on.order, SecureStock, at, loaded)
    }
}

/// Nothing is held: the cashier gets the cart back with the short lines marked.
pub struct WhenReservationFailedReopenOrder;

impl Policy for WhenReservationFailedReopenOrder {
    type On = StockReservationFailed;
    const NAME: &'static str = "orders.when_reservation_failed_reopen_order";
    const RECORDS: &'static [&'static str] = &[OrderReopened::TYPE];

    fn needs(on: &StockReservationFailed) -> Vec<Need> {
        vec![Need::stream::<Order>(on.order.0)]
    }

    fn react(on: &StockReservationFailed, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        run(on.order, Reopen { short: on.short.clone() }, at, loaded)
    }
}

/// The last of the money came in.
pub struct WhenTenderTakenConfirmOrder;

impl Policy for WhenTenderTakenConfirmOrder {
    type On = TenderTaken;
    const NAME: &'static str = "orders.when_tender_taken_confirm_order";
    const RECORDS: &'static [&'static str] = &[OrderConfirmed::TYPE];

    fn needs(on: &TenderTaken) -> Vec<Need> {
        vec![Need::stream::<Order>(on.order.0)]
    }

    fn react(on: &TenderTaken, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        run(on.order, Confirm { remaining: on.remaining }, at, loaded)
    }
}

fn run(order: OrderId, command: impl Into<OrderCommand>, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
    match Order::decide(loaded.state::<Order>(order.0), command.into(), at) {
        Ok(events) => Reaction::append::<Order>(order.0, events),
        Err(_) => Reaction::none(),
    }
}

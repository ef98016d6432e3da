//! What inventory does when something happened to an order.
//!
//! A refusal of the reservation means that the step was taken before: the same fact heard twice changes nothing.

use crate::Reservation;
use crate::reservation::{
    Command, IssueStock, Level, ReleaseStock, ReserveStock, ReturnStock, StockIssued, StockReleased, StockReturned,
    Wanted,
};
use crate::views::stock_level::{LEVELS, STOCK_LEVEL};
use contracts::{
    OrderCancelled, OrderConfirmed, OrderPlaced, OrderReversed, ProductKind, StockReservationFailed, StockReserved,
};
use eventing::{Decider, Loaded, Need, Policy, Reaction};
use kernel::{Fact, Moment, OrderId, ProductId};

/// A placed order gets its goods held, or hears which of its lines are short.
pub struct WhenOrderPlacedReserveStock;

impl Policy for WhenOrderPlacedReserveStock {
    type On = OrderPlaced;
    const NAME: &'static str = "inventory.when_order_placed_reserve_stock";
    const RECORDS: &'static [&'static str] = &[StockReserved::TYPE, StockReservationFailed::TYPE];

    fn needs(on: &OrderPlaced) -> Vec<Need> {
        let stream = Need::stream::<Reservation>(on.order.0);
        match levels_of(goods(on).map(|wanted| wanted.product)) {
            Some(levels) => vec![stream, levels],
            None => vec![stream],
        }
    }

    fn react(on: &OrderPlaced, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        let wanted: Vec<Wanted> = goods(on).collect();
        let levels: Vec<Level> = if wanted.is_empty() { Vec::new() } else { loaded.rows(LEVELS) };
        let short_approved = on.short_approved.clone();
        let command = ReserveStock { order: on.order, wanted, levels, short_approved };
        step(on.order, Command::ReserveStock(command), at, loaded)
    }
}

/// A paid order's goods leave.
pub struct WhenOrderConfirmedIssueStock;

impl Policy for WhenOrderConfirmedIssueStock {
    type On = OrderConfirmed;
    const NAME: &'static str = "inventory.when_order_confirmed_issue_stock";
    const RECORDS: &'static [&'static str] = &[StockIssued::TYPE];

    fn needs(on: &OrderConfirmed) -> Vec<Need> {
        vec![Need::stream::<Reservation>(on.order.0)]
    }

    fn react(on: &OrderConfirmed, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        step(on.order, Command::IssueStock(IssueStock { order: on.order }), at, loaded)
    }
}

/// An order given up frees what it held, if it held anything.
pub struct WhenOrderCancelledReleaseStock;

impl Policy for WhenOrderCancelledReleaseStock {
    type On = OrderCancelled;
    const NAME: &'static str = "inventory.when_order_cancelled_release_stock";
    const RECORDS: &'static [&'static str] = &[StockReleased::TYPE];

    fn needs(on: &OrderCancelled) -> Vec<Need> {
        vec![Need::stream::<Reservation>(on.order.0)]
    }

    fn react(on: &OrderCancelled, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        step(on.order, Command::ReleaseStock(ReleaseStock { order: on.order }), at, loaded)
    }
}

/// A reversed order's goods come back.
pub struct WhenOrderReversedReturnStock;

impl Policy for WhenOrderReversedReturnStock {
    type On = OrderReversed;
    const NAME: &'static str = "inventory.when_order_reversed_return_stock";
    const RECORDS: &'static [&'static str] = &[StockReturned::TYPE];

    fn needs(on: &OrderReversed) -> Vec<Need> {
        vec![Need::stream::<Reservation>(on.order.0)]
    }

    fn react(on: &OrderReversed, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
        step(on.order, Command::ReturnStock(ReturnStock { order: on.order }), at, loaded)
    }
}

/// Where the stock of the goods of an order stands, in the order of its lines: for whoever knows that it is about to be
/// placed.
pub fn levels_of(products: impl Iterator<Item = ProductId>) -> Option<Need> {
    let products: Vec<String> = products.map(|product| format!("\"{product}\"")).collect();
    (!products.is_empty()).then(|| Need::rows(STOCK_LEVEL.name, LEVELS, format!("[{}]", products.join(","))))
}

/// The lines that have stock.
fn goods(on: &OrderPlaced) -> impl Iterator<Item = Wanted> {
    on.quote.lines.iter().filter(|line| has_stock(line.kind)).map(|line| Wanted {
        line: line.line,
        product: line.product,
        quantity: line.quantity,
    })
}

fn has_stock(kind: ProductKind) -> bool {
    match kind {
        ProductKind::Goods => true,
        ProductKind::Service | ProductKind::Fee | ProductKind::Voucher => false,
    }
}

fn step(order: OrderId, command: Command, at: &Moment, loaded: &Loaded<'_>) -> Reaction {
    match Reservation::decide(loaded.state::<Reservation>(order.0), command, at) {
        Ok(events) => Reaction::append::<Reservation>(order.0, events),
        Err(_) => Reaction::none(),
    }
}

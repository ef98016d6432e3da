use super::*;
use crate::{WhenReservationFailedReopenOrder, WhenStockReservedSecureOrder, WhenTenderTakenConfirmOrder};
use contracts::{StockReservationFailed, StockReserved, TenderKind, TenderTaken};
use eventing::testing::{Heard, when_heard};
use eventing::{EventSet, Policy, Wire};
use kernel::TenderId;

fn reserved() -> StockReserved {
    StockReserved { order: ORDER, lines: Vec::new() }
}

fn failed() -> StockReservationFailed {
    StockReservationFailed { order: ORDER, short: vec![short()] }
}

fn tender(remaining: i64) -> TenderTaken {
    TenderTaken {
        order: ORDER,
        tender: TenderId(Uuid::from_u128(30)),
        kind: TenderKind::Cash,
        amount: eur(3_990 - remaining),
        tendered: eur(3_990 - remaining),
        change: eur(0),
        cash_rounding: eur(0),
        forfeited: eur(0),
        remaining: eur(remaining),
        card: None,
    }
}

fn heard<P: Policy>(on: P::On, history: Vec<OrderEvent>) -> Heard<P> {
    when_heard::<P>(on).stream::<Order>(ORDER.0, history)
}

fn wires<const N: usize>(events: [OrderEvent; N]) -> [Wire; N] {
    events.map(|event| event.encode())
}

#[test]
fn reserved_stock_secures_a_placed_order() {
    heard::<WhenStockReservedSecureOrder>(reserved(), placed_order()).then(wires([secured()]));
}

#[test]
fn reserved_stock_confirms_an_order_that_costs_nothing() {
    let history = [cart(), vec![placed(free_quote())]].concat();
    heard::<WhenStockReservedSecureOrder>(reserved(), history).then(wires([secured(), confirmed(free_quote())]));
}

#[test]
fn hearing_of_reserved_stock_again_does_nothing() {
    let free = [cart(), vec![placed(free_quote()), secured(), confirmed(free_quote())]].concat();
    for history in [Vec::new(), cart(), secured_order(), confirmed_order(), reversed_order(), cancelled_order(), free] {
        heard::<WhenStockReservedSecureOrder>(reserved(), history).then([]);
    }
}

#[test]
fn a_failed_reservation_reopens_a_placed_order() {
    heard::<WhenReservationFailedReopenOrder>(failed(), placed_order()).then(wires([reopened()]));
}

#[test]
fn hearing_of_a_failed_reservation_again_does_nothing() {
    let reopened = [placed_order(), vec![reopened()]].concat();
    for history in [Vec::new(), reopened, secured_order(), confirmed_order(), cancelled_order()] {
        heard::<WhenReservationFailedReopenOrder>(failed(), history).then([]);
    }
}

#[test]
fn the_last_of_the_money_confirms_the_order() {
    heard::<WhenTenderTakenConfirmOrder>(tender(0), secured_order()).then(wires([confirmed(quote())]));
}

#[test]
fn part_of_the_money_confirms_nothing() {
    heard::<WhenTenderTakenConfirmOrder>(tender(1), secured_order()).then([]);
}

#[test]
fn hearing_of_the_last_tender_again_does_nothing() {
    for history in [Vec::new(), cart(), placed_order(), confirmed_order(), reversed_order(), cancelled_order()] {
        heard::<WhenTenderTakenConfirmOrder>(tender(0), history).then([]);
    }
}

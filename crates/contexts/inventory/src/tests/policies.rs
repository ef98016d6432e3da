use super::*;
use crate::Reservation;
use crate::policies::*;
use crate::reservation::{StockIssued, StockReleased, StockReturned};
use crate::views::stock_level::LEVELS;
use contracts::{OrderCancelled, OrderConfirmed, OrderReversed, ShortLine};
use eventing::encode;
use eventing::testing::when_heard;
use kernel::DocumentId;

fn confirmed() -> OrderConfirmed {
    OrderConfirmed { order: ORDER, total: Money::zero(Currency::EUR), taxes: Vec::new() }
}

fn cancelled() -> OrderCancelled {
    OrderCancelled { order: ORDER, reason: "changed their mind".to_owned(), placed: true }
}

fn reversed() -> OrderReversed {
    OrderReversed {
        order: ORDER,
        document: DocumentId(Uuid::from_u128(9)),
        reason: "wrong item".to_owned(),
        total: Money::zero(Currency::EUR),
        taxes: Vec::new(),
    }
}

#[test]
fn a_placed_order_gets_its_goods_and_nothing_for_its_services() {
    let order = placed(&[(1, 2, ProductKind::Goods), (2, 1, ProductKind::Service), (3, 1, ProductKind::Fee)]);
    when_heard::<WhenOrderPlacedReserveStock>(order)
        .stream::<Reservation>(ORDER.0, [])
        .rows(LEVELS, [level(1, 2, StockPolicy::Approve)])
        .then([encode(&reserved(vec![stock(1, 2)]))]);
}

#[test]
fn an_order_without_goods_is_answered_too() {
    when_heard::<WhenOrderPlacedReserveStock>(placed(&[(1, 1, ProductKind::Voucher)]))
        .stream::<Reservation>(ORDER.0, [])
        .then([encode(&reserved(Vec::new()))]);
}

#[test]
fn a_placed_order_hears_which_lines_are_short() {
    let short = ShortLine {
        line: LineNumber(2),
        product: product(2),
        wanted: Quantity::each(3),
        available: Quantity::each(-1),
    };
    when_heard::<WhenOrderPlacedReserveStock>(placed(&[(1, 1, ProductKind::Goods), (2, 3, ProductKind::Goods)]))
        .stream::<Reservation>(ORDER.0, [])
        .rows(LEVELS, [level(1, 2, StockPolicy::Approve), level(2, -1, StockPolicy::Approve)])
        .then([encode(&StockReservationFailed { order: ORDER, short: vec![short] })]);
}

#[test]
fn an_approval_lets_one_order_go_below_zero() {
    let order = OrderPlaced { short_approved: vec![product(1)], ..placed(&[(1, 2, ProductKind::Goods)]) };
    when_heard::<WhenOrderPlacedReserveStock>(order)
        .stream::<Reservation>(ORDER.0, [failed().into()])
        .rows(LEVELS, [level(1, 0, StockPolicy::Approve)])
        .then([encode(&reserved(vec![stock(1, 2)]))]);
}

#[test]
fn a_placed_order_heard_twice_is_reserved_once() {
    when_heard::<WhenOrderPlacedReserveStock>(placed(&[(1, 2, ProductKind::Goods)]))
        .stream::<Reservation>(ORDER.0, [reserved(vec![stock(1, 2)]).into()])
        .rows(LEVELS, [level(1, 0, StockPolicy::Approve)])
        .then([]);
}

#[test]
fn a_confirmed_order_takes_its_goods_along_once() {
    let issued = StockIssued { order: ORDER, lines: vec![stock(1, 2)] };
    when_heard::<WhenOrderConfirmedIssueStock>(confirmed())
        .stream::<Reservation>(ORDER.0, [reserved(vec![stock(1, 2)]).into()])
        .then([encode(&issued)]);
    when_heard::<WhenOrderConfirmedIssueStock>(confirmed()).stream::<Reservation>(ORDER.0, [issued.into()]).then([]);
}

#[test]
fn a_cancelled_order_frees_what_it_held_once() {
    let released = StockReleased { order: ORDER, lines: vec![stock(1, 2)] };
    when_heard::<WhenOrderCancelledReleaseStock>(cancelled())
        .stream::<Reservation>(ORDER.0, [reserved(vec![stock(1, 2)]).into()])
        .then([encode(&released)]);
    when_heard::<WhenOrderCancelledReleaseStock>(cancelled())
        .stream::<Reservation>(ORDER.0, [released.into()])
        .then([]);
}

#[test]
fn a_cancelled_cart_that_held_nothing_frees_nothing() {
    when_heard::<WhenOrderCancelledReleaseStock>(cancelled()).stream::<Reservation>(ORDER.0, []).then([]);
    when_heard::<WhenOrderCancelledReleaseStock>(cancelled())
        .stream::<Reservation>(ORDER.0, [failed().into()])
        .then([]);
}

#[test]
fn a_reversed_order_brings_its_goods_back_once() {
    let issued = StockIssued { order: ORDER, lines: vec![stock(1, 2)] };
    let returned = StockReturned { order: ORDER, lines: vec![stock(1, 2)] };
    when_heard::<WhenOrderReversedReturnStock>(reversed())
        .stream::<Reservation>(ORDER.0, [issued.into()])
        .then([encode(&returned)]);
    when_heard::<WhenOrderReversedReturnStock>(reversed()).stream::<Reservation>(ORDER.0, [returned.into()]).then([]);
}

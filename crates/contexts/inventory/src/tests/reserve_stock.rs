use super::*;
use crate::Rejection;
use crate::reservation::{Command, Event, Reservation, ReserveStock, StockIssued, StockReleased, StockReturned};
use contracts::ShortLine;
use eventing::testing::given;
use kernel::Coded;

fn reserve(wanted: Vec<Wanted>, levels: Vec<Level>) -> Command {
    Command::ReserveStock(ReserveStock { order: ORDER, wanted, levels, short_approved: Vec::new() })
}

fn short(line: u32, number: u128, pieces: i64, left: i64) -> ShortLine {
    ShortLine {
        line: LineNumber(line),
        product: product(number),
        wanted: Quantity::each(pieces),
        available: Quantity::each(left),
    }
}

#[test]
fn goods_that_are_there_are_held_once_a_product() {
    given::<Reservation>([])
        .when(reserve(
            vec![wanted(1, 1, 2), wanted(2, 2, 1), wanted(3, 1, 3)],
            vec![level(1, 5, StockPolicy::Approve), level(2, 1, StockPolicy::Approve)],
        ))
        .then([reserved(vec![stock(1, 5), stock(2, 1)]).into()]);
}

#[test]
fn one_short_line_of_three_reserves_nothing() {
    given::<Reservation>([])
        .when(reserve(
            vec![wanted(1, 1, 1), wanted(2, 2, 3), wanted(3, 3, 1)],
            vec![
                level(1, 9, StockPolicy::Approve),
                level(2, 2, StockPolicy::Approve),
                level(3, 9, StockPolicy::Approve),
            ],
        ))
        .then([StockReservationFailed { order: ORDER, short: vec![short(2, 2, 3, 2)] }.into()]);
}

#[test]
fn every_line_of_a_short_product_is_named_with_what_all_of_them_want() {
    given::<Reservation>([])
        .when(reserve(vec![wanted(1, 1, 2), wanted(2, 1, 2)], vec![level(1, 3, StockPolicy::Approve)]))
        .then([StockReservationFailed { order: ORDER, short: vec![short(1, 1, 4, 3), short(2, 1, 4, 3)] }.into()]);
}

#[test]
fn the_last_piece_can_be_reserved() {
    given::<Reservation>([])
        .when(reserve(vec![wanted(1, 1, 1)], vec![level(1, 1, StockPolicy::Approve)]))
        .then([reserved(vec![stock(1, 1)]).into()]);
}

#[test]
fn untracked_allowed_and_never_moved_goods_sell_freely() {
    given::<Reservation>([])
        .when(reserve(
            vec![wanted(1, 1, 5), wanted(2, 2, 5), wanted(3, 3, 5)],
            vec![level(1, 0, StockPolicy::Untracked), level(2, -3, StockPolicy::Allow)],
        ))
        .then([reserved(vec![stock(1, 5), stock(2, 5), stock(3, 5)]).into()]);
}

#[test]
fn a_second_operator_may_let_a_product_go_below_zero() {
    given::<Reservation>([])
        .when(Command::ReserveStock(ReserveStock {
            order: ORDER,
            wanted: vec![wanted(1, 1, 2)],
            levels: vec![level(1, 0, StockPolicy::Approve)],
            short_approved: vec![product(1)],
        }))
        .then([reserved(vec![stock(1, 2)]).into()]);
}

#[test]
fn an_order_without_goods_is_reserved_all_the_same() {
    given::<Reservation>([]).when(reserve(Vec::new(), Vec::new())).then([reserved(Vec::new()).into()]);
}

#[test]
fn a_failed_reservation_may_be_tried_again() {
    given::<Reservation>([failed().into()])
        .when(reserve(vec![wanted(1, 1, 1)], vec![level(1, 1, StockPolicy::Approve)]))
        .then([reserved(vec![stock(1, 1)]).into()]);
}

#[test]
fn an_answered_reservation_is_not_answered_twice() {
    let lines = vec![stock(1, 1)];
    let histories: [Vec<Event>; 4] = [
        vec![reserved(lines.clone()).into()],
        vec![reserved(lines.clone()).into(), StockReleased { order: ORDER, lines: lines.clone() }.into()],
        vec![reserved(lines.clone()).into(), StockIssued { order: ORDER, lines: lines.clone() }.into()],
        vec![StockIssued { order: ORDER, lines: lines.clone() }.into(), StockReturned { order: ORDER, lines }.into()],
    ];
    for history in histories {
        given::<Reservation>(history)
            .when(reserve(vec![wanted(1, 1, 1)], Vec::new()))
            .then_refused(Rejection::ReservationSettled);
    }
    assert_eq!(Rejection::ReservationSettled.code().0, "INV-001");
}

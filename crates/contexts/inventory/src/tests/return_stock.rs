use super::*;
use crate::Rejection;
use crate::reservation::{Command, Event, Reservation, ReturnStock, StockIssued, StockReturned};
use eventing::testing::given;

const RETURN: Command = Command::ReturnStock(ReturnStock { order: ORDER });

#[test]
fn what_had_left_comes_back() {
    given::<Reservation>([StockIssued { order: ORDER, lines: vec![stock(1, 2)] }.into()])
        .when(RETURN)
        .then([StockReturned { order: ORDER, lines: vec![stock(1, 2)] }.into()]);
}

#[test]
fn what_never_left_or_is_back_already_cannot_come_back() {
    let returned = StockReturned { order: ORDER, lines: vec![stock(1, 2)] };
    let histories: [Vec<Event>; 3] = [vec![], vec![reserved(vec![stock(1, 2)]).into()], vec![returned.into()]];
    for history in histories {
        given::<Reservation>(history).when(RETURN).then_refused(Rejection::ReservationSettled);
    }
}

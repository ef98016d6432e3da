use super::*;
use crate::Rejection;
use crate::reservation::{Command, Event, IssueStock, Reservation, StockIssued, StockReleased};
use eventing::testing::given;

const ISSUE: Command = Command::IssueStock(IssueStock { order: ORDER });

#[test]
fn what_is_held_leaves() {
    given::<Reservation>([reserved(vec![stock(1, 2)]).into()]).when(ISSUE).then([StockIssued {
        order: ORDER,
        lines: vec![stock(1, 2)],
    }
    .into()]);
}

#[test]
fn what_is_not_held_cannot_leave() {
    let released = StockReleased { order: ORDER, lines: vec![stock(1, 2)] };
    let issued = StockIssued { order: ORDER, lines: vec![stock(1, 2)] };
    let histories: [Vec<Event>; 4] = [vec![], vec![failed().into()], vec![released.into()], vec![issued.into()]];
    for history in histories {
        given::<Reservation>(history).when(ISSUE).then_refused(Rejection::ReservationSettled);
    }
}

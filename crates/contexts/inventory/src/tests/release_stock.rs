use super::*;
use crate::Rejection;
use crate::reservation::{Command, Event, ReleaseStock, Reservation, StockIssued, StockReleased};
use eventing::testing::given;

const RELEASE: Command = Command::ReleaseStock(ReleaseStock { order: ORDER });

#[test]
fn what_is_held_is_free_again() {
    given::<Reservation>([reserved(vec![stock(1, 2)]).into()]).when(RELEASE).then([StockReleased {
        order: ORDER,
        lines: vec![stock(1, 2)],
    }
    .into()]);
}

#[test]
fn what_is_not_held_cannot_be_released() {
    let released = StockReleased { order: ORDER, lines: vec![stock(1, 2)] };
    let issued = StockIssued { order: ORDER, lines: vec![stock(1, 2)] };
    let histories: [Vec<Event>; 4] = [vec![], vec![failed().into()], vec![released.into()], vec![issued.into()]];
    for history in histories {
        given::<Reservation>(history).when(RELEASE).then_refused(Rejection::ReservationSettled);
    }
}

use super::*;
use crate::{AddLine, Cancel, Park, Place, Rejection};

fn park(label: Option<&str>) -> Park {
    Park { label: label.map(str::to_owned), waiting: 0 }
}

#[test]
fn a_cart_waits_under_a_name() {
    let state = given(cart()).asked(park(Some(" the lady in red "))).then([parked(Some("the lady in red"))]);
    assert!(matches!(state, Order::Parked(cart) if cart.lines.len() == 2));
}

#[test]
fn a_name_is_kept_until_another_is_given() {
    let history = [parked_order(), vec![resumed()]].concat();
    given(history.clone()).asked(park(None)).then([parked(Some("Maria's mother"))]);
    given(history).asked(park(Some("Anna"))).then([parked(Some("Anna"))]);
}

#[test]
fn codes_that_nobody_knows_wait_too() {
    given([opened(), unknown(1, "520", 0)]).asked(park(None)).then([parked(None)]);
}

#[test]
fn an_empty_cart_and_a_long_name_are_not_parked() {
    given([opened()]).asked(park(None)).then_refused(Rejection::Empty);
    given([]).asked(park(None)).then_refused(Rejection::OrderNotFound);
    given(cart()).asked(park(Some(&"x".repeat(41)))).then_refused(Rejection::WordsOutOfBounds { most: 40 });
}

#[test]
fn parking_twice_is_no_news() {
    given(parked_order()).asked(park(Some("Anna"))).then_nothing();
}

#[test]
fn a_placed_order_stays_on_the_counter() {
    given(placed_order()).asked(park(None)).then_refused(Rejection::AlreadyPlaced);
    given(secured_order()).asked(park(None)).then_refused(Rejection::AlreadyPlaced);
    given(confirmed_order()).asked(park(None)).then_refused(Rejection::AlreadyConfirmed);
}

#[test]
fn a_register_parks_a_hundred_orders() {
    given(cart()).asked(Park { label: None, waiting: 99 }).then([parked(None)]);
    given(cart()).asked(Park { label: None, waiting: 100 }).then_refused(Rejection::TooManyParked { most: 100 });
}

#[test]
fn a_parked_order_takes_nothing_but_an_end() {
    let add = AddLine { order: ORDER, product: CASE, quantity: PIECE, scanned: None };
    given(parked_order()).asked(add).then_refused(Rejection::Parked);
    let place = Place { quote: quote(), expected_total: None, short_approved: Vec::new() };
    given(parked_order()).asked(place).then_refused(Rejection::Parked);
    let cancel = Cancel { reason: "customer left".to_owned(), holds_money: false };
    given(parked_order()).asked(cancel).then([cancelled(false)]);
}

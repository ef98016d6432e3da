use super::*;
use crate::order::events::UnknownAnswered;
use crate::{AddLine, Rejection, ScanUnknown, limits};

fn scan(code: &str) -> ScanUnknown {
    ScanUnknown { order: ORDER, code: code.to_owned() }
}

#[test]
fn the_first_scan_opens_the_order_though_nobody_knows_the_code() {
    let state = given([]).asked(scan("5201234567890")).then([opened(), unknown(1, "5201234567890", 0)]);
    let cart = state.cart().unwrap();
    assert_eq!((cart.lines.len(), cart.unknown.len()), (0, 1));
}

#[test]
fn an_unknown_code_remembers_the_line_before_it() {
    let state = given(cart()).asked(scan("5201234567890")).then([unknown(1, "5201234567890", 2)]);
    assert_eq!(state.cart().unwrap().unknown[0].after, LineNumber(2));
}

#[test]
fn the_same_unknown_code_waits_once() {
    given([cart(), vec![unknown(1, "520", 2)]].concat()).asked(scan("520")).then_nothing();
}

#[test]
fn a_number_is_never_used_again() {
    let history = [cart(), vec![unknown(1, "520", 2), super::ignore_unknown::ignored(1, "520")]].concat();
    given(history).asked(scan("520")).then([unknown(2, "520", 2)]);
}

#[test]
fn a_reader_gone_mad_is_stopped() {
    let many = (1..=u32::try_from(limits::MAX_UNKNOWN).unwrap()).map(|n| unknown(n, &n.to_string(), 2));
    let history: Vec<_> = cart().into_iter().chain(many).collect();
    given(history).asked(scan("520")).then_refused(Rejection::TooManyUnknown { most: 50 });
}

#[test]
fn what_no_reader_sends_is_refused() {
    given([]).asked(scan(&"5".repeat(129))).then_refused(Rejection::ScannedCodeTooLong { most: 128 });
}

#[test]
fn a_code_that_is_known_by_now_is_settled_by_its_scan() {
    let add = AddLine { order: ORDER, product: CHARGER, quantity: PIECE, scanned: Some("520".to_owned()) };
    let line = crate::order::events::LineAdded {
        order: ORDER,
        line: LineNumber(3),
        product: CHARGER,
        quantity: PIECE,
        scanned: Some("520".to_owned()),
    };
    let answered = |line| UnknownAnswered { order: ORDER, unknown: 1, line: LineNumber(line) }.into();
    let history = [cart(), vec![unknown(1, "520", 2)]].concat();
    let state = given(history.clone()).asked(add.clone()).then([line.into(), answered(3)]);
    assert_eq!(state.cart().unwrap().unknown, []);

    let more = AddLine { product: CASE, ..add };
    let changed =
        crate::order::events::QuantityChanged { order: ORDER, line: LineNumber(1), from: PIECE, to: Quantity::each(2) };
    given(history).asked(more).then([changed.into(), answered(1)]);
}

#[test]
fn a_placed_order_takes_no_scans() {
    given(placed_order()).asked(scan("520")).then_refused(Rejection::AlreadyPlaced);
}

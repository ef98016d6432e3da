use super::*;
use crate::order::events::{LineDiscounted, LineOverridden, QuantityChanged};
use crate::{AddLine, Rejection, limits};
use contracts::{Discount, Override};
use kernel::Unit;

fn add(product: ProductId, quantity: Quantity) -> AddLine {
    AddLine { order: ORDER, product, quantity, scanned: None }
}

fn changed(line: u32, from: i64, to: i64) -> OrderEvent {
    let (from, to) = (Quantity::each(from), Quantity::each(to));
    QuantityChanged { order: ORDER, line: LineNumber(line), from, to }.into()
}

#[test]
fn the_first_line_opens_the_order() {
    given([]).asked(add(CASE, PIECE)).then([opened(), added(1, CASE, PIECE)]);
}

#[test]
fn the_code_is_kept_as_it_was_scanned() {
    let scanned = Some("5901234123457".to_owned());
    let line =
        LineAdded { order: ORDER, line: LineNumber(3), product: CHARGER, quantity: PIECE, scanned: scanned.clone() };
    given(cart()).asked(AddLine { scanned, ..add(CHARGER, PIECE) }).then([line.into()]);
}

#[test]
fn more_of_the_same_goes_to_its_line() {
    given(cart()).asked(add(CABLE, Quantity::each(3))).then([changed(2, 2, 5)]);
}

#[test]
fn weighed_goods_never_merge() {
    let apples = Quantity::milli(1_235, Unit::Kilogram);
    let history = [opened(), added(1, APPLES, apples)];
    given(history).asked(add(APPLES, apples)).then([added(2, APPLES, apples)]);
}

#[test]
fn a_line_with_a_discount_stays_as_agreed() {
    let discount = Some(Discount::Rate { rate: Rate::percent(10) });
    let discounted = LineDiscounted { order: ORDER, line: LineNumber(1), discount, reason: Some("worn".to_owned()) };
    let history = [cart(), vec![discounted.into()]].concat();
    given(history).asked(add(CASE, PIECE)).then([added(3, CASE, PIECE)]);
}

#[test]
fn a_line_with_an_override_stays_as_agreed() {
    let override_ = Some(Override::LineTotal { total: eur(500), reason: "2 for 5".to_owned() });
    let overridden = LineOverridden { order: ORDER, line: LineNumber(2), override_ };
    let history = [cart(), vec![overridden.into()]].concat();
    given(history).asked(add(CABLE, PIECE)).then([added(3, CABLE, PIECE)]);
}

#[test]
fn a_merge_into_a_short_line_clears_its_mark() {
    let history = [placed_order(), vec![reopened()]].concat();
    let state = given(history).asked(add(CABLE, PIECE)).state();
    assert_eq!(state.cart().unwrap().short, []);
}

#[test]
fn what_cannot_be_sold_is_refused_by_its_quantity() {
    let absurd = Quantity::MAX_MILLI + 1_000;
    for milli in [0, -1_000, 500, absurd] {
        let quantity = Quantity::milli(milli, Unit::Each);
        given(cart()).asked(add(CASE, quantity)).then_refused(Rejection::QuantityNotSellable { quantity });
    }
}

#[test]
fn a_merge_cannot_pass_what_one_line_may_hold() {
    let most = Quantity::milli(Quantity::MAX_MILLI, Unit::Each);
    let quantity = Quantity::milli(Quantity::MAX_MILLI + 1_000, Unit::Each);
    let history = [opened(), added(1, CASE, most)];
    given(history).asked(add(CASE, PIECE)).then_refused(Rejection::QuantityNotSellable { quantity });
}

#[test]
fn a_full_order_takes_no_new_line_but_more_of_the_same() {
    let products = 1..=u32::try_from(limits::MAX_LINES).unwrap();
    let product = |n: u32| ProductId(Uuid::from_u128(1_000 + u128::from(n)));
    let history: Vec<_> = std::iter::once(opened()).chain(products.map(|n| added(n, product(n), PIECE))).collect();
    given(history.clone()).asked(add(CASE, PIECE)).then_refused(Rejection::TooManyLines { most: 500 });
    given(history).asked(add(product(7), PIECE)).then([changed(7, 1, 2)]);
}

#[test]
fn a_code_that_no_barcode_can_hold_is_refused() {
    let longest = AddLine { scanned: Some("9".repeat(128)), ..add(CASE, PIECE) };
    given([]).asked(longest).state();
    let longer = AddLine { scanned: Some("9".repeat(129)), ..add(CASE, PIECE) };
    given([]).asked(longer).then_refused(Rejection::ScannedCodeTooLong { most: 128 });
}

#[test]
fn an_order_that_is_no_cart_takes_no_line() {
    let cases = [
        (placed_order(), Rejection::AlreadyPlaced),
        (confirmed_order(), Rejection::AlreadyConfirmed),
        (reversed_order(), Rejection::AlreadyEnded),
        (cancelled_order(), Rejection::AlreadyEnded),
    ];
    for (history, refusal) in cases {
        given(history).asked(add(CASE, PIECE)).then_refused(refusal);
    }
}

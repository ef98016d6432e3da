use super::*;
use crate::order::events::UnknownLeft;
use crate::{Place, Rejection, Stock, UnknownCode};

fn place(quote: Quote) -> Place {
    Place { quote, expected_total: None, short_approved: Vec::new() }
}

#[test]
fn placing_freezes_the_quote_and_awaits_the_stock() {
    let state = given(cart()).asked(place(quote())).then([placed(quote())]);
    let frozen = state.placed().unwrap();
    assert_eq!((frozen.total, frozen.stock), (eur(3_990), Stock::Awaited));
    assert_eq!(frozen.taxes, quote().taxes);
}

#[test]
fn what_was_approved_to_go_short_travels_with_it() {
    let asked = Place { short_approved: vec![CABLE], ..place(quote()) };
    let expected = OrderPlaced { order: ORDER, quote: quote(), short_approved: vec![CABLE] };
    given(cart()).asked(asked).then([expected.into()]);
}

#[test]
fn the_total_on_the_screen_is_the_total_that_is_placed() {
    let asked = Place { expected_total: Some(eur(3_990)), ..place(quote()) };
    given(cart()).asked(asked).then([placed(quote())]);
}

#[test]
fn a_price_that_changed_since_the_screen_was_painted_is_named_with_both_totals() {
    let asked = Place { expected_total: Some(eur(3_890)), ..place(quote()) };
    given(cart()).asked(asked).then_refused(Rejection::PriceChanged { expected: eur(3_890), total: eur(3_990) });
}

#[test]
fn an_order_without_lines_cannot_be_placed() {
    given([opened()]).asked(place(quote_of(Vec::new()))).then_refused(Rejection::Empty);
}

#[test]
fn a_quote_for_other_lines_is_refused() {
    let other_quantity = quote_of(vec![priced(1, CASE, PIECE, 1_990), priced(2, CABLE, PIECE, 1_000)]);
    let other_product = quote_of(vec![priced(1, CHARGER, PIECE, 1_990), priced(2, CABLE, Quantity::each(2), 1_000)]);
    let fewer = quote_of(vec![priced(1, CASE, PIECE, 1_990)]);
    for quote in [other_quantity, other_product, fewer] {
        given(cart()).asked(place(quote)).then_refused(Rejection::QuoteDoesNotFit);
    }
}

#[test]
fn a_quote_that_does_not_add_up_is_refused() {
    let off_by_a_cent = Quote { total: eur(3_991), ..quote() };
    let tax_off = Quote { tax: eur(1), ..quote() };
    let row_missing = Quote { taxes: Vec::new(), ..quote() };
    let other_currency = Quote { currency: Currency::CAD, ..quote() };
    for quote in [off_by_a_cent, tax_off, row_missing, other_currency] {
        given(cart()).asked(place(quote)).then_refused(Rejection::QuoteDoesNotFit);
    }
}

#[test]
fn where_prices_exclude_tax_the_total_is_lines_and_tax() {
    let excluded = Quote { tax_included: false, ..quote() };
    let total = excluded.total.plus(excluded.tax).unwrap();
    given(cart()).asked(place(excluded.clone())).then_refused(Rejection::QuoteDoesNotFit);
    given(cart()).asked(place(Quote { total, ..excluded })).state();
}

#[test]
fn a_placed_order_is_not_placed_twice() {
    given(placed_order()).asked(place(quote())).then_refused(Rejection::AlreadyPlaced);
}

#[test]
fn a_reopened_order_is_placed_again() {
    given([placed_order(), vec![reopened()]].concat()).asked(place(quote())).then([placed(quote())]);
}

#[test]
fn codes_that_nobody_settled_are_kept_as_left_and_come_back_with_the_cart() {
    let left = UnknownCode { unknown: 1, code: "520".to_owned(), after: LineNumber(2) };
    let fact = UnknownLeft { order: ORDER, codes: vec![left.clone()] };
    let history = [cart(), vec![unknown(1, "520", 2)]].concat();
    given(history.clone()).asked(place(quote())).then([fact.clone().into(), placed(quote())]);

    let back = [history, vec![fact.into(), placed(quote()), reopened()]].concat();
    assert_eq!(given(back).state().cart().unwrap().unknown, [left]);
}

#[test]
fn codes_alone_are_nothing_to_sell() {
    given([opened(), unknown(1, "520", 0)]).asked(place(quote_of(Vec::new()))).then_refused(Rejection::Empty);
}

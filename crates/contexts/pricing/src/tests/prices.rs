//! List price, override, extended amount.

use super::*;
use crate::Step;
use kernel::Unit;

#[test]
fn an_empty_cart_comes_to_zero() {
    let quote = priced(&cart([]).less(off(500)));
    assert_eq!((quote.total, quote.tax, quote.discount), (eur(0), eur(0), eur(0)));
    assert!(quote.lines.is_empty() && quote.taxes.is_empty());
}

#[test]
fn price_times_quantity_is_rounded_once() {
    let cheese = line(1, "9.99").of(Quantity::milli(735, Unit::Kilogram));
    let fuel = line(2, "2.119").of(Quantity::milli(10_003, Unit::Gallon));
    let quote = priced(&cart([cheese, fuel]));
    assert_eq!(line_totals(&quote), [734, 2120]);
    assert_eq!((quote.subtotal, quote.total), (eur(2854), eur(2854)));
}

#[test]
fn lines_stand_by_number_whatever_the_order_they_came_in() {
    let quote = priced(&cart([line(3, "3"), line(1, "1"), line(2, "2")]));
    assert_eq!(line_totals(&quote), [100, 200, 300]);
}

#[test]
fn an_overridden_price_replaces_the_list_price_and_is_no_discount() {
    let quote = priced(&cart([line(1, "12.00").of(Quantity::each(3)).at(set_price("9.50"))]));
    let line = &quote.lines[0];
    assert_eq!((line.amount, line.discount, line.line_total), (eur(2850), eur(0), eur(2850)));
    assert_eq!((line.list_price.rounded(), line.unit_price.rounded()), (eur(1200), eur(950)));
}

#[test]
fn an_overridden_price_still_takes_a_discount() {
    let quote = priced(&cart([line(1, "12.00").at(set_price("10.00")).less(percent(10))]));
    assert_eq!(line_totals(&quote), [900]);
}

#[test]
fn a_set_total_may_lie_above_price_times_quantity() {
    let quote = priced(&cart([line(1, "2.49").of(Quantity::each(2)).at(set_total(500))]));
    let line = &quote.lines[0];
    assert_eq!((line.amount, line.discount, line.line_total), (eur(500), eur(0), eur(500)));
    assert_eq!(line.unit_price, line.list_price);
}

#[test]
fn a_set_total_takes_its_share_of_a_discount_on_the_order() {
    let quote =
        priced(&cart([line(1, "2.49").of(Quantity::each(2)).at(set_total(500)), line(2, "5.00")]).less(off(100)));
    assert_eq!(line_totals(&quote), [450, 450]);
}

#[test]
fn a_price_of_zero_is_a_price() {
    assert_eq!(priced(&cart([line(1, "0")])).total, eur(0));
    assert_eq!(priced(&cart([line(1, "5").at(set_total(0))])).total, eur(0));
}

#[test]
fn every_amount_carries_its_derivation_in_order() {
    let two = line(1, "12.00").of(Quantity::each(2)).at(set_price("10.00")).less(percent(10));
    let quote = priced(&cart([two]).less(off(560)));
    let price = |text| UnitPrice::parse(text, Currency::EUR).unwrap();
    assert_eq!(
        quote.lines[0].steps,
        [
            Step::ListPrice { price: price("12.00") },
            Step::PriceOverride { price: price("10.00"), reason: "shelf label".to_owned() },
            Step::Extended { amount: eur(2000) },
            Step::LineDiscount { amount: eur(200) },
            Step::OrderDiscountShare { amount: eur(560) },
            Step::Tax { rate: Rate::percent(24), amount: eur(240) },
        ]
    );
}

#[test]
fn a_set_total_says_so_instead_of_an_extended_amount() {
    let quote = priced(&cart([line(1, "2.49").at(set_total(300)).taxed("Z", 0)]));
    let kinds: Vec<bool> = quote.lines[0].steps.iter().map(|step| matches!(step, Step::TotalOverride { .. })).collect();
    assert_eq!(kinds, [false, true, false]);
}

#[test]
fn the_stores_rounding_mode_resolves_every_fraction() {
    let half = || line(1, "0.05").of(Quantity::milli(500, Unit::Kilogram));
    for (rounding, total) in [(Rounding::HalfUp, 3), (Rounding::HalfEven, 2), (Rounding::Down, 2), (Rounding::Up, 3)] {
        assert_eq!(priced(&PriceRequest { rounding, ..cart([half()]) }).total, eur(total), "{rounding:?}");
    }
}

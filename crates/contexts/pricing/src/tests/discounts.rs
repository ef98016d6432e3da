//! Discounts on lines and on the order.

use super::*;
use crate::Step;

fn discounts(quote: &Quote) -> Vec<i64> {
    quote.lines.iter().map(|line| line.discount.minor).collect()
}

#[test]
fn ten_and_twenty_per_cent_compound_to_seventy_two() {
    let quote = priced(&cart([line(1, "100.00").less(percent(10))]).less(percent(20)));
    assert_eq!((quote.subtotal, quote.discount, quote.total), (eur(10_000), eur(2_800), eur(7_200)));
}

#[test]
fn a_line_takes_a_rate_or_an_amount_off() {
    let quote = priced(&cart([line(1, "19.99").less(percent(15)), line(2, "19.99").less(off(150))]));
    assert_eq!(discounts(&quote), [300, 150]);
    assert_eq!(line_totals(&quote), [1699, 1849]);
}

#[test]
fn a_discount_on_the_order_falls_on_lines_by_largest_remainder() {
    let lines = [line(1, "43.00"), line(2, "14.00"), line(3, "23.00")];
    assert_eq!(discounts(&priced(&cart(lines).less(off(299)))), [161, 52, 86]);
}

#[test]
fn an_odd_cent_goes_to_the_earlier_of_equal_lines() {
    let lines = [line(1, "10.00"), line(2, "10.00"), line(3, "10.00")];
    assert_eq!(discounts(&priced(&cart(lines).less(off(299)))), [100, 100, 99]);
}

#[test]
fn a_discount_on_the_order_counts_what_lines_cost_after_their_own() {
    let lines = [line(1, "10.00").less(percent(50)), line(2, "5.00")];
    assert_eq!(line_totals(&priced(&cart(lines).less(off(200)))), [400, 400]);
}

#[test]
fn a_discount_on_the_order_passes_by_lines_that_take_none() {
    let fixed = LineRequest { discountable: false, ..line(2, "100.00") };
    let fee = LineRequest { kind: ProductKind::Fee, ..line(3, "5.00") };
    let voucher = LineRequest { kind: ProductKind::Voucher, ..line(4, "50.00") };
    let quote = priced(&cart([line(1, "10.00"), fixed, fee, voucher]).less(percent(10)));
    assert_eq!(discounts(&quote), [100, 0, 0, 0]);
}

#[test]
fn a_rate_on_lines_that_take_no_discount_takes_nothing_off() {
    let fee = LineRequest { kind: ProductKind::Fee, ..line(1, "5.00") };
    assert_eq!(priced(&cart([fee]).less(percent(10))).total, eur(500));
}

#[test]
fn a_line_of_zero_takes_no_share() {
    let quote = priced(&cart([line(1, "0"), line(2, "10.00")]).less(off(100)));
    assert_eq!(discounts(&quote), [0, 100]);
    assert!(!quote.lines[0].steps.iter().any(|step| matches!(step, Step::OrderDiscountShare { .. })));
}

#[test]
fn one_hundred_per_cent_off_leaves_exactly_nothing_on_every_line_and_tax() {
    let lines = || [line(1, "33.33"), line(2, "0.01").taxed("B", 13), line(3, "19.99").less(percent(7))];
    for scope in [RoundingScope::Line, RoundingScope::Document] {
        for request in [cart(lines()), cart(lines()).without_tax()] {
            let quote = priced(&request.less(percent(100)).rounded_by(scope));
            assert_eq!(quote.total, eur(0));
            assert!(quote.lines.iter().all(|line| line.line_total.is_zero() && line.tax.is_zero()));
            assert!(quote.taxes.iter().all(|row| row.base.is_zero() && row.tax.is_zero()));
        }
    }
}

#[test]
fn an_amount_may_take_off_everything() {
    let quote = priced(&cart([line(1, "3.33"), line(2, "6.67")]).less(off(1_000)));
    assert_eq!(line_totals(&quote), [0, 0]);
}

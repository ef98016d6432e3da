//! Each code, and what triggers it.

use super::*;
use kernel::{Coded, Unit};

fn refused(request: &PriceRequest) -> (&'static str, kernel::Value) {
    let rejection = quote(request).expect_err("a cart that cannot be priced");
    (rejection.code().0, rejection.params())
}

fn code(request: &PriceRequest) -> &'static str {
    refused(request).0
}

#[test]
fn a_quantity_that_no_line_sells_is_refused() {
    for quantity in [Quantity::each(0), Quantity::each(-1), Quantity::each(100_000), Quantity::milli(1_500, Unit::Each)]
    {
        let (code, params) = refused(&cart([line(7, "1.00").of(quantity)]));
        assert_eq!(code, "PRI-001", "{quantity}");
        assert_eq!(params["line"], 7);
    }
}

#[test]
fn a_price_below_zero_is_refused_wherever_it_comes_from() {
    for below in [line(1, "-0.01"), line(1, "5").at(set_price("-1")), line(1, "5").at(set_total(-1))] {
        assert_eq!(code(&cart([below])), "PRI-002");
    }
}

#[test]
fn a_discount_rate_lies_between_nothing_and_everything() {
    for rate in [101, -1] {
        assert_eq!(code(&cart([line(1, "5").less(percent(rate))])), "PRI-003");
        assert_eq!(code(&cart([line(1, "5")]).less(percent(rate))), "PRI-003");
        assert_eq!(code(&cart([]).less(percent(rate))), "PRI-003");
    }
}

#[test]
fn a_discount_never_raises_a_price() {
    assert_eq!(code(&cart([line(1, "5").less(off(-1))])), "PRI-004");
    assert_eq!(code(&cart([line(1, "5")]).less(off(-1))), "PRI-004");
    assert_eq!(code(&cart([]).less(off(-1))), "PRI-004");
}

#[test]
fn no_more_is_taken_off_than_there_is_to_pay() {
    let (code, params) = refused(&cart([line(1, "5.00").less(off(501))]));
    assert_eq!((code, &params["most"]["minor"]), ("PRI-005", &kernel::Value::from(500)));
}

#[test]
fn a_discount_on_the_order_cannot_exceed_the_lines_that_take_it() {
    let fixed = LineRequest { discountable: false, ..line(2, "100.00") };
    let (code, params) = refused(&cart([line(1, "5.00").less(off(100)), fixed]).less(off(401)));
    assert_eq!((code, &params["most"]["minor"]), ("PRI-005", &kernel::Value::from(400)));
}

#[test]
fn a_line_that_takes_no_discount_is_refused_one() {
    let fixed = LineRequest { discountable: false, ..line(1, "5") };
    let fee = LineRequest { kind: ProductKind::Fee, ..line(1, "5") };
    let voucher = LineRequest { kind: ProductKind::Voucher, ..line(1, "5") };
    for line in [fixed, fee, voucher] {
        assert_eq!(code(&cart([line.less(percent(10))])), "PRI-006");
    }
}

#[test]
fn a_set_total_takes_no_discount_of_its_own() {
    assert_eq!(code(&cart([line(1, "5").at(set_total(400)).less(percent(10))])), "PRI-007");
}

#[test]
fn an_amount_beyond_the_largest_is_refused() {
    let dear = || line(1, "1000000000").of(Quantity::each(99_999));
    assert_eq!(code(&cart([dear()])), "PRI-008");
    let many = (1..=2).map(|number| line(number, "1000000000").of(Quantity::each(90_000)));
    assert_eq!(code(&cart(many)), "PRI-008");
}

#[test]
fn another_currency_than_the_carts_is_refused() {
    let cad = Currency::CAD;
    let listed = LineRequest { list_price: UnitPrice::from_minor(100, cad), ..line(1, "1") };
    let total = Override::LineTotal { total: Money::new(100, cad), reason: String::new() };
    let price = Override::UnitPrice { price: UnitPrice::from_minor(100, cad), reason: String::new() };
    let discount = Discount::Amount { amount: Money::new(10, cad) };
    for request in [
        cart([listed.clone()]),
        cart([listed.at(set_price("1"))]),
        cart([line(1, "1").at(total)]),
        cart([line(1, "1").at(price)]),
        cart([line(1, "1").less(discount)]),
        cart([line(1, "1")]).less(discount),
        cart([]).less(discount),
    ] {
        assert_eq!(code(&request), "PRI-009");
    }
}

#[test]
fn a_tax_rate_below_zero_is_refused() {
    let (code, params) = refused(&cart([line(1, "5").taxed("Q", -100)]));
    assert_eq!((code, &params["tax_group"]), ("PRI-010", &kernel::Value::from("Q")));
}

use super::{day, read_line};
use crate::import::Rejection;
use kernel::Coded;

#[test]
fn lines_of_one_id_are_one_basket() {
    let day = day();
    let ids: Vec<_> = day.baskets.iter().map(|basket| basket.id.as_str()).collect();
    assert_eq!(ids, ["b1", "b2", "b3", "b4", "b5", "b6"]);
    let lines: Vec<_> = day.baskets.iter().map(|basket| basket.lines.len()).collect();
    assert_eq!(lines, [5, 3, 5, 1, 1, 0]);
    assert_eq!(day.baskets[0].source.reference(), "b1");
    assert_eq!(day.baskets[0].source.at(), Some("2026-03-02T10:00:00+02:00"));
}

#[test]
fn empty_lines_are_counted_and_left_out() {
    assert_eq!(day().empty_lines, 3);
}

#[test]
fn a_coupon_line_adds_its_coupon_and_sells_nothing() {
    let day = day();
    let coupons: Vec<_> = day.baskets.iter().map(|basket| basket.coupons_minor).collect();
    assert_eq!(coupons, [0, 0, 200, 200, 0, 0]);
}

#[test]
fn a_sale_without_quantity_is_one_at_its_gross() {
    let newspaper = &day().baskets[2].lines[3];
    assert_eq!((newspaper.quantity_milli, newspaper.unit_price.milli_minor), (1_000, 250_000));
    assert_eq!((newspaper.net_minor, newspaper.discount_minor().unwrap()), (200, 50));
}

#[test]
fn quantities_and_prices_keep_three_decimals() {
    let fuel = &day().baskets[1].lines[1];
    assert_eq!((fuel.quantity_milli, fuel.unit_price.milli_minor), (13_871, 211_900));
    assert_eq!((fuel.net_minor, fuel.discount_minor().unwrap()), (2_801, 138));
}

#[test]
fn the_discount_takes_in_the_rounding_of_two_for_five() {
    let day = day();
    let below = &day.baskets[2].lines[0];
    assert_eq!((below.net_minor, below.discount_minor().unwrap()), (50, 70));
    let above = &day.baskets[2].lines[1];
    assert_eq!((above.net_minor, above.discount_minor().unwrap()), (500, -2));
}

#[test]
fn a_line_that_cannot_be_replayed_stops_the_file_and_is_named() {
    let refused = |line: &str, column: &str| match read_line(line).unwrap_err() {
        Rejection::BadLine { line: 2, column: found, .. } => assert_eq!(found, column, "{line}"),
        other => panic!("{line}: {other}"),
    };
    refused(",1,sale,1,0.99,99,99,0", "basket_id");
    refused("b,,sale,1,0.99,99,99,0", "sku");
    refused("b,1,gift,1,0.99,99,99,0", "kind");
    refused("b,1,sale,0,0.99,99,99,0", "qty");
    refused("b,1,sale,-1,0.99,99,99,0", "qty");
    refused("b,1,sale,1.2345,0.99,99,99,0", "qty");
    refused("b,1,sale,1e9,0.99,99,99,0", "qty");
    refused("b,1,sale,1,-0.99,99,99,0", "unit_price");
    refused("b,1,sale,1,cheap,99,99,0", "unit_price");
    refused("b,1,sale,1,0.99,99,-99,0", "net_minor");
    refused("b,1,sale,1,0.99,99,,0", "net_minor");
    refused("b,1,sale,1,0.99,99,99,-5", "mfr_coupon_minor");
    refused("b,1,sale,1,0.99", "gross_minor");
    assert_eq!(read_line("b,1,gift,1,0.99,99,99,0").unwrap_err().code().0, "IMP-009");
}

#[test]
fn a_file_without_baskets_is_refused() {
    assert_eq!(read_line("").unwrap_err().code().0, "IMP-002");
}

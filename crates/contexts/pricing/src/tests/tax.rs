//! Tax: within prices and on top of them, on lines and on the document.

use super::*;
use kernel::Unit;

fn at_rate(number: u32, price: &str, points: i32) -> LineRequest {
    LineRequest { tax_rate: Rate::from_basis_points(points).expect("a rate"), ..line(number, price) }
}

#[test]
fn tax_within_a_price_leaves_the_price_as_the_customer_saw_it() {
    for (price, points, base, tax) in [
        ("52.50", 1200, 4687, 563),
        ("124.40", 800, 11519, 921),
        ("11.90", 2100, 983, 207),
        ("2.80", 2100, 231, 49),
        ("10.00", 2400, 806, 194),
        ("9.99", 1300, 884, 115),
    ] {
        for scope in [RoundingScope::Line, RoundingScope::Document] {
            let quote = priced(&cart([at_rate(1, price, points)]).rounded_by(scope));
            assert_eq!(tax_rows(&quote), [(base, tax)], "{price} at {points}");
            assert_eq!(quote.total.minor, base + tax);
        }
    }
}

#[test]
fn tax_on_top_of_a_price_is_added_to_the_total() {
    for (price, points, tax, total) in [("10.00", 2400, 240, 1240), ("13.67", 1500, 205, 1572)] {
        let quote = priced(&cart([at_rate(1, price, points)]).without_tax());
        assert_eq!((quote.tax, quote.total), (eur(tax), eur(total)));
        assert_eq!(quote.lines[0].tax_base, quote.lines[0].line_total);
    }
}

#[test]
fn a_currency_without_minor_units_is_taxed_in_whole_units() {
    let jpy = Currency::try_from("JPY".to_owned()).unwrap();
    let yen = |price: &str| PriceRequest {
        currency: jpy,
        ..cart([LineRequest { list_price: UnitPrice::parse(price, jpy).unwrap(), ..at_rate(1, "0", 1900) }])
    };
    assert_eq!(priced(&yen("22689").without_tax()).total.minor, 27_000);
    assert_eq!(tax_rows(&priced(&yen("10920"))), [(9176, 1744)]);
}

#[test]
fn line_and_document_scope_differ_by_the_cents_that_lines_round_away() {
    let lines = || (1..=5).map(|number| at_rate(number, "1.92", 2000)).chain([at_rate(6, "3.85", 2000)]);
    let by_line = priced(&cart(lines()).without_tax());
    let by_document = priced(&cart(lines()).without_tax().rounded_by(RoundingScope::Document));
    assert_eq!((by_line.tax, by_document.tax), (eur(267), eur(269)));
}

#[test]
fn the_documents_tax_falls_on_its_lines_by_largest_remainder() {
    let lines = (1..=5).map(|number| at_rate(number, "1.92", 2000)).chain([at_rate(6, "3.85", 2000)]);
    let quote = priced(&cart(lines).without_tax().rounded_by(RoundingScope::Document));
    let taxes: Vec<i64> = quote.lines.iter().map(|line| line.tax.minor).collect();
    assert_eq!(taxes, [39, 39, 38, 38, 38, 77]);
}

#[test]
fn an_invoice_of_three_lines_agrees_with_the_european_norm() {
    let lines = [
        line(1, "8.06"),
        line(2, "1.33").taxed("B", 13).of(Quantity::each(3)),
        line(3, "9.99").taxed("B", 13).of(Quantity::milli(735, Unit::Kilogram)),
    ];
    let quote = priced(&cart(lines).without_tax().rounded_by(RoundingScope::Document));
    assert_eq!(tax_rows(&quote), [(806, 193), (1133, 147)]);
    assert_eq!((quote.tax, quote.total), (eur(340), eur(2279)));
}

#[test]
fn a_document_of_two_rates_agrees_with_the_european_example() {
    let lines = [line(1, "183.23").taxed("B", 6), line(2, "46.37").taxed("A", 21)];
    let quote = priced(&cart(lines).without_tax().rounded_by(RoundingScope::Document));
    assert_eq!(tax_rows(&quote), [(4637, 974), (18323, 1099)]);
    assert_eq!((quote.subtotal, quote.tax, quote.total), (eur(22960), eur(2073), eur(25033)));
}

#[test]
fn rows_stand_by_rate_then_by_group() {
    let lines = [line(1, "1").taxed("C", 6), line(2, "1").taxed("B", 13), line(3, "1").taxed("A", 13), line(4, "1")];
    let groups: Vec<String> = priced(&cart(lines)).taxes.into_iter().map(|row| row.tax_group).collect();
    assert_eq!(groups, ["A", "A", "B", "C"]);
}

#[test]
fn only_the_standard_treatment_is_taxed() {
    for treatment in [
        TaxTreatment::MarginScheme,
        TaxTreatment::ReverseCharge,
        TaxTreatment::Exempt { reason: "intra-community supply".to_owned() },
        TaxTreatment::OutsideScope,
    ] {
        for request in [cart([]), cart([]).without_tax()] {
            let untaxed = LineRequest { treatment: treatment.clone(), ..line(1, "100.00") };
            let quote = priced(&PriceRequest { lines: vec![untaxed], ..request });
            let line = &quote.lines[0];
            assert_eq!((line.tax_rate, line.tax, line.tax_base), (Rate::ZERO, eur(0), eur(10_000)), "{treatment:?}");
            assert_eq!(quote.total, eur(10_000));
        }
    }
}

#[test]
fn each_treatment_has_a_row_of_its_own() {
    let exempt = |number, reason: &str| LineRequest {
        treatment: TaxTreatment::Exempt { reason: reason.to_owned() },
        ..line(number, "10.00")
    };
    let quote =
        priced(&cart([line(1, "10.00"), exempt(2, "art. 22"), exempt(3, "art. 28"), line(4, "5.00").taxed("A", 0)]));
    assert_eq!(tax_rows(&quote), [(806, 194), (1000, 0), (1000, 0), (500, 0)]);
}

#[test]
fn tax_is_computed_on_what_is_left_after_discounts() {
    let quote = priced(&cart([line(1, "100.00").less(percent(10))]).less(percent(20)));
    assert_eq!(tax_rows(&quote), [(5806, 1394)]);
}

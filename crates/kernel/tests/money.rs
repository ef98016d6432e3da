//! Amounts and unit prices: ranges, shares, tax within, texts and their stored forms.

use kernel::{AmountError, Currency, MAX_MINOR, Money, Quantity, Rate, Rounding, Unit, UnitPrice};
use proptest::prelude::*;
use serde_json::json;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn currency(code: &str) -> Currency {
    Currency::try_from(code.to_owned()).expect("three capital letters")
}

#[test]
fn a_sum_beyond_the_largest_amount_is_an_error() {
    assert_eq!(eur(MAX_MINOR).plus(eur(1)), Err(AmountError::OutOfRange));
    assert_eq!(eur(-MAX_MINOR).minus(eur(1)), Err(AmountError::OutOfRange));
    assert_eq!(eur(MAX_MINOR).minus(eur(MAX_MINOR)), Ok(eur(0)));
    assert_eq!(Money::checked(i128::from(i64::MIN), Currency::EUR), Err(AmountError::OutOfRange));
    assert_eq!(Money::checked(i128::MAX, Currency::EUR), Err(AmountError::OutOfRange));
}

#[test]
fn two_currencies_never_add_up() {
    let dollars = Money::new(1, Currency::CAD);
    assert_eq!(eur(1).plus(dollars), Err(AmountError::CurrencyMismatch(Currency::EUR, Currency::CAD)));
    assert_eq!(
        Money::sum([eur(1), dollars], Currency::EUR).map_err(|error| error.to_string()),
        Err("EUR and CAD cannot be added".to_owned())
    );
}

#[test]
#[should_panic(expected = "out of range")]
fn an_amount_out_of_range_is_never_built() {
    let _ = eur(MAX_MINOR + 1);
}

#[test]
fn an_amount_out_of_range_is_never_read_back() {
    assert!(serde_json::from_value::<Money>(json!({ "minor": MAX_MINOR, "currency": "EUR" })).is_ok());
    for minor in [json!(MAX_MINOR + 1), json!(i64::MIN), json!(1.5), json!("1")] {
        assert!(serde_json::from_value::<Money>(json!({ "minor": minor, "currency": "EUR" })).is_err(), "{minor}");
    }
}

#[test]
fn the_stored_form_is_minor_units_and_a_code() {
    assert_eq!(json!(eur(-1230)), json!({ "minor": -1230, "currency": "EUR" }));
    let price = UnitPrice::parse("2.119", Currency::EUR).unwrap();
    assert_eq!(json!(price), json!({ "milli_minor": 211_900, "currency": "EUR" }));
}

#[test]
fn only_three_capital_letters_are_a_currency() {
    for text in ["eur", "EURO", "EU", "", "E1R", "ΕUR"] {
        assert!(serde_json::from_value::<Currency>(json!(text)).is_err(), "{text}");
    }
}

#[test]
fn the_minor_unit_has_as_many_decimals_as_the_standard_says() {
    for (code, exponent) in [("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("HUF", 2), ("ISK", 0), ("TND", 3)] {
        assert_eq!(currency(code).exponent(), exponent, "{code}");
    }
}

#[test]
fn tax_within_an_amount_is_rounded_once_and_the_amount_stays() {
    // Amount, rate in basis points, tax; from three independent implementations.
    let table = [
        (5250, 1200, 563),
        (12440, 800, 921),
        (1190, 2100, 207),
        (280, 2100, 49),
        (1000, 2400, 194),
        (999, 1300, 115),
        (-5250, 1200, -563),
        (500, 0, 0),
    ];
    for (amount, points, tax) in table {
        let rate = Rate::from_basis_points(points).unwrap();
        assert_eq!(eur(amount).tax_included(rate, Rounding::HalfUp), Ok(eur(tax)), "{amount} at {rate}");
    }
    let yen = Money::new(10920, currency("JPY"));
    assert_eq!(yen.tax_included(Rate::percent(19), Rounding::HalfUp).map(|tax| tax.minor), Ok(1744));
}

#[test]
fn no_amount_contains_a_tax_of_minus_one_hundred_per_cent() {
    assert_eq!(eur(100).tax_included(Rate::percent(-100), Rounding::HalfUp), Err(AmountError::OutOfRange));
    assert_eq!(eur(100).tax_included(Rate::percent(-900), Rounding::HalfUp), Err(AmountError::OutOfRange));
}

#[test]
fn a_share_is_rounded_by_the_mode_that_was_asked_for() {
    assert_eq!(eur(250).share(Rate::percent(13), Rounding::HalfUp), Ok(eur(33)));
    assert_eq!(eur(250).share(Rate::percent(13), Rounding::HalfEven), Ok(eur(32)));
    assert_eq!(eur(-250).share(Rate::percent(13), Rounding::HalfUp), Ok(eur(-33)));
    assert_eq!(
        Money::new(22689, currency("JPY")).share(Rate::percent(19), Rounding::HalfUp).map(|tax| tax.minor),
        Ok(4311)
    );
}

#[test]
fn price_times_quantity_is_rounded_once() {
    let fuel = UnitPrice::parse("2.119", Currency::CAD).unwrap();
    let gallons = Quantity::parse("10.003", Unit::Gallon).unwrap();
    assert_eq!(fuel.times(gallons, Rounding::HalfUp), Ok(Money::new(2120, Currency::CAD)));
    let cheese = UnitPrice::parse("9.99", Currency::EUR).unwrap();
    let weighed = Quantity::parse("0.735", Unit::Kilogram).unwrap();
    assert_eq!(cheese.times(weighed, Rounding::HalfUp), Ok(eur(734)));
    let dearest = UnitPrice::new(UnitPrice::MAX_MILLI_MINOR, Currency::EUR);
    let most = Quantity::milli(Quantity::MAX_MILLI, Unit::Each);
    assert_eq!(dearest.times(most, Rounding::HalfUp), Err(AmountError::OutOfRange));
}

#[test]
fn a_price_out_of_range_is_neither_built_nor_read() {
    let above = UnitPrice::MAX_MILLI_MINOR + 1;
    assert_eq!(UnitPrice::checked(i128::from(above), Currency::EUR), Err(AmountError::OutOfRange));
    assert_eq!(UnitPrice::parse("1000000000.01", Currency::EUR), Err(AmountError::OutOfRange));
    assert_eq!(UnitPrice::parse("4006381333931", Currency::EUR), Err(AmountError::OutOfRange));
    assert!(serde_json::from_value::<UnitPrice>(json!({ "milli_minor": above, "currency": "EUR" })).is_err());
}

#[test]
fn a_tile_shows_a_price_in_whole_cents() {
    assert_eq!(UnitPrice::parse("2.119", Currency::EUR).unwrap().rounded(), eur(212));
    assert_eq!(UnitPrice::from_minor(212, Currency::EUR).rounded(), eur(212));
}

#[test]
fn a_text_that_is_not_a_plain_number_is_refused() {
    for text in ["", "-", ".", "1.", ".5", "1,50", "1 0", "+1", "1e3", "0x1", "--1", "1.234", "١", "1.2.3", "€1"] {
        assert_eq!(Money::parse(text, Currency::EUR), Err(AmountError::NotANumber(2)), "{text}");
    }
    assert_eq!(Money::parse("1.0", currency("JPY")).map(|yen| yen.minor), Ok(1));
    assert_eq!(Money::parse("1.5", currency("JPY")), Err(AmountError::NotANumber(0)));
}

#[test]
fn a_number_too_long_is_out_of_range() {
    assert_eq!(Money::parse(&"9".repeat(60), Currency::EUR), Err(AmountError::OutOfRange));
    assert_eq!(Money::parse(&format!("-{}", "9".repeat(60)), Currency::EUR), Err(AmountError::OutOfRange));
    assert_eq!(Money::parse("90071992547409.92", Currency::EUR), Err(AmountError::OutOfRange));
    assert_eq!(Money::parse("90071992547409.91", Currency::EUR), Ok(eur(MAX_MINOR)));
}

#[test]
fn the_plain_text_has_the_currencys_decimals() {
    for (minor, code, text) in [
        (-1230, "EUR", "-12.30 EUR"),
        (5, "EUR", "0.05 EUR"),
        (-5, "EUR", "-0.05 EUR"),
        (7, "JPY", "7 JPY"),
        (1, "KWD", "0.001 KWD"),
        (12345, "CLF", "1.2345 CLF"),
    ] {
        assert_eq!(Money::new(minor, currency(code)).to_string(), text);
    }
    for (price, text) in [
        ("2.119", "2.119 EUR"),
        ("2.1", "2.10 EUR"),
        ("3", "3.00 EUR"),
        ("0.00001", "0.00001 EUR"),
        ("-1.5", "-1.50 EUR"),
    ] {
        assert_eq!(UnitPrice::parse(price, Currency::EUR).unwrap().to_string(), text);
    }
    assert_eq!(UnitPrice::parse("7.5", currency("JPY")).unwrap().to_string(), "7.5 JPY");
}

proptest! {
    #[test]
    fn an_amount_survives_its_text_and_its_stored_form(
        minor in -MAX_MINOR..=MAX_MINOR,
        code in prop::sample::select(vec!["EUR", "JPY", "KWD", "CLF"]),
    ) {
        let amount = Money::new(minor, currency(code));
        let text = amount.to_string();
        let (number, printed) = text.split_once(' ').unwrap();
        prop_assert_eq!(printed, code);
        prop_assert_eq!(Money::parse(number, amount.currency), Ok(amount));
        prop_assert_eq!(serde_json::from_value::<Money>(json!(amount)).unwrap(), amount);
    }

    #[test]
    fn a_price_survives_its_text(milli_minor in -UnitPrice::MAX_MILLI_MINOR..=UnitPrice::MAX_MILLI_MINOR) {
        let price = UnitPrice::new(milli_minor, Currency::EUR);
        let text = price.to_string();
        prop_assert_eq!(UnitPrice::parse(text.trim_end_matches(" EUR"), Currency::EUR), Ok(price));
    }

    #[test]
    fn parsing_never_panics(text in "\\PC*") {
        let _ = Money::parse(&text, Currency::EUR);
        let _ = UnitPrice::parse(&text, Currency::EUR);
        let _ = Quantity::parse(&text, Unit::Kilogram);
    }

    #[test]
    fn tax_within_an_amount_is_less_than_the_amount(minor in 0..=MAX_MINOR, ppm in 0_i64..=10_000_000) {
        let tax = eur(minor).tax_included(Rate::from_ppm(ppm).unwrap(), Rounding::HalfUp).unwrap();
        prop_assert!(tax.minor >= 0 && tax.minor <= minor);
    }
}

//! Quantities and rates.

use kernel::{AmountError, MAX_MINOR, Quantity, Rate, Unit};
use proptest::prelude::*;
use serde_json::json;

const UNITS: [Unit; 7] = [Unit::Each, Unit::Kilogram, Unit::Pound, Unit::Litre, Unit::Gallon, Unit::Metre, Unit::Hour];

#[test]
fn a_units_code_is_its_stored_form() {
    for unit in UNITS {
        assert_eq!(json!(unit), json!(unit.code()));
        assert_eq!(Unit::from_code(unit.code()), Some(unit));
    }
    assert_eq!(Unit::from_code("KG"), None);
}

#[test]
fn a_line_sells_more_than_nothing_less_than_the_absurd_and_pieces_whole() {
    assert!(Quantity::each(1).is_sellable());
    assert!(Quantity::each(99_999).is_sellable());
    assert!(Quantity::milli(1, Unit::Kilogram).is_sellable());
    for refused in [
        Quantity::each(0),
        Quantity::each(-1),
        Quantity::each(100_000),
        Quantity::milli(1_500, Unit::Each),
        Quantity::milli(i64::MAX, Unit::Kilogram),
        Quantity::milli(i64::MIN, Unit::Kilogram),
    ] {
        assert!(!refused.is_sellable(), "{refused}");
    }
}

#[test]
fn a_quantity_beyond_what_a_page_holds_exactly_is_neither_parsed_nor_read() {
    assert_eq!(Quantity::parse(&"9".repeat(40), Unit::Each), Err(AmountError::OutOfRange));
    assert!(serde_json::from_value::<Quantity>(json!({ "milli": MAX_MINOR + 1, "unit": "ea" })).is_err());
}

#[test]
fn a_quantity_has_at_most_three_decimals() {
    assert_eq!(Quantity::parse("1.235", Unit::Kilogram), Ok(Quantity::milli(1_235, Unit::Kilogram)));
    assert_eq!(Quantity::parse("1.2350", Unit::Kilogram), Ok(Quantity::milli(1_235, Unit::Kilogram)));
    assert_eq!(Quantity::parse("1.2351", Unit::Kilogram), Err(AmountError::NotANumber(3)));
}

#[test]
fn the_plain_text_of_a_quantity_names_its_unit() {
    assert_eq!(Quantity::each(3).to_string(), "3 ea");
    assert_eq!(Quantity::milli(1_230, Unit::Kilogram).to_string(), "1.23 kg");
    assert_eq!(Quantity::milli(-5, Unit::Litre).to_string(), "-0.005 l");
}

#[test]
fn the_plain_text_of_a_rate_has_the_decimals_it_needs() {
    for (points, text) in [(2_400, "24 %"), (550, "5.5 %"), (-25, "-0.25 %"), (0, "0 %"), (10_000, "100 %")] {
        assert_eq!(Rate::from_basis_points(points).unwrap().to_string(), text);
    }
    assert_eq!(Rate::from_ppm(49_750).unwrap().to_string(), "4.975 %");
}

#[test]
fn a_rate_beyond_one_thousand_per_cent_is_neither_built_nor_read() {
    for ppm in [10_000_001, -10_000_001, i64::MIN, i64::MAX] {
        assert!(Rate::from_ppm(ppm).is_err(), "{ppm}");
        assert!(serde_json::from_value::<Rate>(json!(ppm)).is_err(), "{ppm}");
    }
    assert_eq!(json!(Rate::percent(24)), json!(240_000));
}

proptest! {
    #[test]
    fn a_quantity_survives_its_text_and_its_stored_form(
        milli in -MAX_MINOR..=MAX_MINOR,
        unit in prop::sample::select(UNITS.to_vec()),
    ) {
        let quantity = Quantity::milli(milli, unit);
        let text = quantity.to_string();
        prop_assert_eq!(Quantity::parse(text.split(' ').next().unwrap(), unit), Ok(quantity));
        prop_assert_eq!(serde_json::from_value::<Quantity>(json!(quantity)).unwrap(), quantity);
    }
}

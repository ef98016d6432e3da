use super::*;
use crate::paper::format::Reading;

fn reading(language: Language) -> Reading {
    Reading { language, offset_minutes: 120 }
}

#[test]
fn amounts_read_by_language() {
    let cases = [(123_450, "1.234,50 €", "€1,234.50"), (-398, "-3,98 €", "-€3.98"), (0, "0,00 €", "€0.00")];
    for (minor, greek, english) in cases.into_iter().chain([(100_000_000, "1.000.000,00 €", "€1,000,000.00")]) {
        assert_eq!(reading(Language::El).money(eur(minor)), greek);
        assert_eq!(reading(Language::En).money(eur(minor)), english);
    }
    let yen = Currency::try_from("JPY".to_owned()).expect("a currency");
    assert_eq!(reading(Language::En).money(Money::new(1_234, yen)), "1,234 JPY");
}

#[test]
fn unit_prices_show_the_decimals_that_they_need_and_quantities_their_unit() {
    let fuel = UnitPrice::new(211_900, Currency::EUR);
    assert_eq!(reading(Language::El).unit_price(fuel), "2,119 €");
    assert_eq!(reading(Language::El).unit_price(UnitPrice::from_minor(1_990, Currency::EUR)), "19,90 €");
    assert_eq!(reading(Language::El).quantity(Quantity::milli(1_250, Unit::Kilogram)), "1,25 kg");
    assert_eq!(reading(Language::En).quantity(Quantity::each(1_200)), "1,200");
}

#[test]
fn times_are_those_of_the_shops_wall() {
    assert_eq!(reading(Language::El).time(MONDAY_MS), "02/03/2026 12:00");
    assert_eq!(reading(Language::En).time(MONDAY_MS), "2026-03-02 12:00");
}

#[test]
fn rates_show_as_many_decimals_as_they_have() {
    assert_eq!(reading(Language::El).rate(Rate::percent(24)), "24 %");
    let quebec = Rate::from_ppm(99_750).expect("a rate");
    assert_eq!(reading(Language::En).rate(quebec), "9.975%");
}

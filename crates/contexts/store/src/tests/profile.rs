use crate::profile::{CashRounding, Exchange, Profile};
use crate::shop::{CashLimit, Language};
use eventing::testing::moment;
use kernel::{Currency, Moment, Money, Rate, Rounding, RoundingScope};

const DAY_MS: i64 = 86_400_000;

fn greece() -> Profile {
    Profile::find("gr").expect("Greece is known").clone()
}

/// Greece with another standard rate from 2030-01-01 on.
fn forged() -> Profile {
    let mut profile = greece();
    let mut next = profile.tax_groups[0].rates[0].clone();
    next.from = String::from("2030-01-01").try_into().expect("a day");
    next.rate_ppm = Rate::percent(22);
    profile.tax_groups[0].rates.insert(0, next);
    profile
}

#[test]
fn every_profile_parses_and_has_a_code_of_its_own() {
    let codes: Vec<&str> = Profile::all().iter().map(|profile| profile.code.as_str()).collect();
    assert_eq!(codes, ["gr", "ca-on"]);
}

#[test]
fn every_value_names_its_source() {
    for profile in Profile::all() {
        let text = serde_json::to_value(profile).expect("plain data");
        for (field, value) in text.as_object().expect("an object") {
            if value.get("value").is_some() {
                assert!(value["source"].as_str().is_some_and(|source| !source.is_empty()), "{field}");
            }
        }
        for rate in profile.tax_groups.iter().flat_map(|group| &group.rates) {
            assert!(!rate.source.is_empty());
        }
    }
}

#[test]
fn greece_has_four_rates_within_prices() {
    let profile = greece();
    let now = moment().now_ms;
    let rates = ["standard", "reduced", "super_reduced", "zero"].map(|group| profile.rate(group, now));
    assert_eq!(rates, [24, 13, 6, 0].map(|percent| Some(Rate::percent(percent))));
    assert!(profile.tax_included.value);
    assert_eq!((profile.rounding.value, profile.rounding_scope.value), (Rounding::HalfUp, RoundingScope::Line));
    assert_eq!(profile.receipt_languages.value, [Language::El]);
    assert_eq!(profile.exchange.value, Exchange::TwoDocuments);
    assert!(profile.fiscal_adapter.value.required);
}

#[test]
fn greece_takes_no_cash_for_a_document_of_500_or_more() {
    let profile = greece();
    assert_eq!(profile.cash_not_from(CashLimit::AsCountry), Some(Money::new(50_000, Currency::EUR)));
    assert_eq!(profile.cash_not_from(CashLimit::None), None);
}

#[test]
fn ontario_adds_tax_to_prices_and_rounds_cash() {
    let profile = Profile::find("ca-on").expect("Ontario is known");
    let now = moment().now_ms;
    assert_eq!(profile.rate("standard", now), Some(Rate::percent(13)));
    assert_eq!(profile.rate("zero", now), Some(Rate::ZERO));
    assert!(!profile.tax_included.value);
    assert_eq!(profile.currency.value, Currency::CAD);
    assert_eq!(profile.cash_rounding.value, Some(CashRounding { step_minor: 5, rounding: Rounding::HalfUp }));
    assert_eq!(profile.cash_not_from(CashLimit::AsCountry), None);
    assert!(!profile.fiscal_adapter.value.required);
}

#[test]
fn a_rate_changes_at_its_first_midnight() {
    let profile = forged();
    let change_ms = 1_893_456_000_000;
    assert_eq!(profile.rate("standard", change_ms - 1), Some(Rate::percent(24)));
    assert_eq!(profile.rate("standard", change_ms), Some(Rate::percent(22)));
    assert_eq!(profile.rate("reduced", change_ms + DAY_MS), Some(Rate::percent(13)));
}

#[test]
fn the_midnight_is_the_stores_own() {
    let profile = forged();
    let last_hour_utc = Moment { now_ms: 1_893_456_000_000 - 3_600_000, offset_minutes: 120, ..moment() };
    assert_eq!(profile.rate_at("standard", &last_hour_utc), Some(Rate::percent(22)));
    let same_in_london = Moment { offset_minutes: 0, ..last_hour_utc };
    assert_eq!(profile.rate_at("standard", &same_in_london), Some(Rate::percent(24)));
}

#[test]
fn a_group_has_no_rate_before_its_first() {
    assert_eq!(greece().rate("standard", 0), None);
    assert_eq!(greece().rate("unheard_of", moment().now_ms), None);
}

#[test]
fn coins_and_notes_are_counted_largest_first() {
    for profile in Profile::all() {
        let values = &profile.denominations.value;
        assert!(
            values.iter().all(|minor| *minor > 0) && values.is_sorted_by(|one, next| one > next),
            "{}",
            profile.code
        );
    }
    let euro = greece().denominations();
    assert_eq!((euro.len(), euro[0], euro[14]), (15, Money::new(50_000, Currency::EUR), Money::new(1, Currency::EUR)));
}

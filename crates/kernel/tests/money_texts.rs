//! Texts that are kept with what they are worth: the window reads the same table, more generously, and both agree.

use kernel::{Currency, Money};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Sample {
    text: String,
    exponent: u32,
    /// What the window makes of it: one amount, several to choose from, or a refusal.
    typed: Option<Vec<i64>>,
    /// What a plain decimal text is worth, in minor units.
    parsed: Option<i64>,
}

fn currency(exponent: u32) -> Currency {
    let code = match exponent {
        0 => "JPY",
        3 => "KWD",
        4 => "CLF",
        _ => "EUR",
    };
    Currency::try_from(code.to_owned()).expect("three capital letters")
}

#[test]
fn kept_texts_are_worth_what_the_table_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/money/texts.json");
    let kept: Vec<Sample> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(kept.len() > 50, "the table is gone");
    for Sample { text, exponent, typed, parsed } in kept {
        let worth = Money::parse(&text, currency(exponent)).ok().map(|money| money.minor);
        assert_eq!(worth, parsed, "{text:?} with {exponent} decimals");
        if let (Some(worth), false) = (worth, text.starts_with('-')) {
            assert!(
                typed.is_some_and(|readings| readings.contains(&worth)),
                "{text:?}: the window reads another amount"
            );
        }
    }
}

/// `MINAS_FUZZ=100` tries a hundred times as often.
fn tries(usually: u32) -> u32 {
    let times = std::env::var("MINAS_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    usually.saturating_mul(times)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(tries(2_000)))]

    #[test]
    fn any_text_is_exact_or_refused(text in "[-0-9.]{0,24}|[-0-9.,٠-٩۰-۹٫٬ eE+]{0,24}|\\PC{0,12}", exponent in 0_u32..=4) {
        let currency = currency(exponent);
        let Ok(money) = Money::parse(&text, currency) else { return Ok(()) };
        // The same digits, compared as text: no arithmetic that could go wrong alike.
        let digits = |text: &str| text.trim_start_matches('-').trim_start_matches('0').to_owned();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let places = currency.exponent() as usize;
        let exact = format!("{whole}{:0<places$}", fraction.trim_end_matches('0'));
        prop_assert_eq!(digits(&money.minor.to_string()), digits(&exact), "{}", text);
        prop_assert!(money.minor <= 0 || !text.starts_with('-'));
    }
}

//! Check digits of barcodes.

use kernel::gtin::{check_digit, is_valid, normalise};
use proptest::prelude::*;

#[test]
fn check_digits_are_those_of_an_independent_library() {
    for (body, digit) in [
        ("400638133393", 1),
        ("590123412345", 7),
        ("03600029145", 2),
        ("9638507", 4),
        ("7351353", 7),
        ("1541014125411", 8),
        ("978030640615", 7),
        ("290000025671", 2),
    ] {
        assert_eq!(check_digit(body), Some(digit), "{body}");
        assert!(is_valid(&format!("{body}{digit}")), "{body}");
    }
}

#[test]
fn a_wrong_check_digit_is_not_valid() {
    for code in ["4006381333930", "15410141254115"] {
        assert!(!is_valid(code), "{code}");
    }
}

#[test]
fn all_zeros_are_not_a_product() {
    for length in [8, 12, 13, 14] {
        assert!(!is_valid(&"0".repeat(length)));
    }
}

#[test]
fn only_the_four_lengths_of_digits_are_gtins() {
    for code in
        ["", "4", "400638133393", "40063813339311", "400638133393X", "٤006381333931", "0123456789", "Μ006381333931"]
    {
        assert!(!is_valid(code), "{code}");
    }
    assert_eq!(check_digit("12345"), None);
    assert_eq!(check_digit("96385O7"), None);
}

#[test]
fn a_upc_a_becomes_thirteen_digits() {
    assert_eq!(normalise("036000291452"), "0036000291452");
    assert_eq!(normalise("0036000291452"), "0036000291452");
    assert_eq!(normalise("00036000291452"), "0036000291452");
}

#[test]
fn every_other_code_stays_as_it_is() {
    for code in ["96385074", "4006381333931", "15410141254118", "036000291453", "POS-2026-000123", "4011", "", "Καφές"]
    {
        assert_eq!(normalise(code), code);
    }
}

proptest! {
    #[test]
    fn one_wrong_digit_is_always_found(body in "[0-9]{12}", place in 0_usize..13, shift in 1_u8..10) {
        let digit = check_digit(&body).unwrap();
        let mut code = format!("{body}{digit}").into_bytes();
        code[place] = b'0' + (code[place] - b'0' + shift) % 10;
        prop_assert!(!is_valid(std::str::from_utf8(&code).unwrap()));
    }

    #[test]
    fn any_text_is_answered_without_a_panic(text in any::<String>()) {
        let once = normalise(&text).into_owned();
        prop_assert_eq!(normalise(&once).into_owned(), once.clone());
        prop_assert!(!is_valid(&text) || text.bytes().all(|b| b.is_ascii_digit()));
    }
}

//! The one rounding function, and rounding to a coin.

use kernel::Rounding::{Down, HalfDown, HalfEven, HalfUp, Up};
use kernel::{divide, round_to_step};
use proptest::prelude::*;

#[test]
fn each_mode_resolves_tenths_by_its_own_rule() {
    // Tenths, then the result by mode: half up, half even, half down, down, up.
    let table = [
        (20, [2, 2, 2, 2, 2]),
        (24, [2, 2, 2, 2, 3]),
        (25, [3, 2, 2, 2, 3]),
        (26, [3, 3, 3, 2, 3]),
        (35, [4, 4, 3, 3, 4]),
        (5, [1, 0, 0, 0, 1]),
        (1, [0, 0, 0, 0, 1]),
        (0, [0, 0, 0, 0, 0]),
        (125, [13, 12, 12, 12, 13]),
        (83_285, [8_329, 8_328, 8_328, 8_328, 8_329]),
    ];
    for (tenths, expected) in table {
        let got = [HalfUp, HalfEven, HalfDown, Down, Up].map(|mode| divide(tenths, 10, mode));
        assert_eq!(got, expected, "{tenths} tenths");
        let mirrored = [HalfUp, HalfEven, HalfDown, Down, Up].map(|mode| divide(-tenths, 10, mode));
        assert_eq!(mirrored, expected.map(|value| -value), "{tenths} tenths below zero");
    }
}

#[test]
fn a_share_of_a_negative_amount_mirrors_the_positive_one() {
    // 13 % of 2.50 is 32.5 cents. Libraries that round a half towards +∞ give 33 and -32: a refund one cent short.
    assert_eq!(divide(250 * 13, 100, HalfUp), 33);
    assert_eq!(divide(-250 * 13, 100, HalfUp), -33);
}

#[test]
fn cash_at_five_cents_goes_to_the_nearest_coin() {
    let table = [
        (1571, 1570),
        (1572, 1570),
        (1573, 1575),
        (1576, 1575),
        (1577, 1575),
        (1578, 1580),
        (2, 0),
        (3, 5),
        (-1572, -1570),
    ];
    for (minor, expected) in table {
        assert_eq!(round_to_step(minor, 5, HalfUp), expected, "{minor}");
    }
}

#[test]
fn the_belgian_table_holds_for_every_last_digit() {
    let last = (0..10).map(|digit| round_to_step(1_000 + digit, 5, HalfUp) - 1_000).collect::<Vec<_>>();
    assert_eq!(last, [0, 0, 0, 5, 5, 5, 5, 5, 10, 10]);
}

#[test]
fn a_danish_fifty_oere_tie_goes_up() {
    for (minor, expected) in [(1024, 1000), (1025, 1050), (1074, 1050), (1075, 1100), (1099, 1100)] {
        assert_eq!(round_to_step(minor, 50, HalfUp), expected, "{minor}");
    }
}

#[test]
fn a_swedish_krona_is_the_smallest_coin() {
    for (minor, expected) in [(1049, 1000), (1050, 1100)] {
        assert_eq!(round_to_step(minor, 100, HalfUp), expected, "{minor}");
    }
}

#[test]
fn a_new_zealand_tie_may_go_down() {
    assert_eq!(round_to_step(1005, 10, HalfUp), 1010);
    assert_eq!(round_to_step(1005, 10, HalfDown), 1000);
}

#[test]
fn a_step_of_one_or_none_changes_nothing() {
    for step in [1, 0, -5] {
        assert_eq!(round_to_step(1_573, step, HalfUp), 1_573);
    }
}

#[test]
#[should_panic(expected = "positive")]
fn dividing_by_nothing_is_a_mistake_in_the_program() {
    divide(1, 0, HalfUp);
}

proptest! {
    #[test]
    fn a_quotient_is_nearer_than_one_unit_and_never_on_the_wrong_side(
        numerator in -(1_i128 << 100)..(1_i128 << 100),
        denominator in 1_i128..(1 << 62),
    ) {
        for mode in [HalfUp, HalfEven, HalfDown, Down, Up] {
            let quotient = divide(numerator, denominator, mode);
            let error = quotient * denominator - numerator;
            prop_assert!(error.abs() < denominator);
            match mode {
                Down => prop_assert!(quotient.abs() * denominator <= numerator.abs()),
                Up => prop_assert!(quotient.abs() * denominator >= numerator.abs()),
                HalfUp | HalfEven | HalfDown => prop_assert!(error.abs() * 2 <= denominator),
            }
            prop_assert_eq!(divide(-numerator, denominator, mode), -quotient);
        }
    }

    #[test]
    fn a_rounded_amount_is_a_multiple_of_the_step_within_half_a_step(
        minor in -kernel::MAX_MINOR..=kernel::MAX_MINOR,
        step in 1_i64..100_000,
    ) {
        let rounded = round_to_step(minor, step, HalfUp);
        prop_assert_eq!(rounded % step, 0);
        prop_assert!((rounded - minor).abs() * 2 <= step);
    }
}

//! Splitting an amount: exact share, floored, then one unit each by largest remainder.

use kernel::{AllocationError, Currency, MAX_MINOR, Money, allocate};
use proptest::prelude::*;

fn shares(minor: i64, weights: &[i64]) -> Vec<i64> {
    let amount = Money::new(minor, Currency::EUR);
    allocate(amount, weights).expect("an amount that can be split").into_iter().map(|share| share.minor).collect()
}

#[test]
fn amounts_split_as_independent_libraries_split_them() {
    let table: [(i64, &[i64], &[i64]); 16] = [
        (100, &[1, 1, 1], &[34, 33, 33]),
        (101, &[1, 1, 1], &[34, 34, 33]),
        (5, &[7, 3], &[4, 1]),
        (5, &[7, 0, 3], &[4, 0, 1]),
        (2, &[1, 1, 1], &[1, 1, 0]),
        (1, &[33, 66], &[0, 1]),
        (101, &[3, 7], &[30, 71]),
        (0, &[0, 0, 1], &[0, 0, 0]),
        (10, &[1, 1, 1], &[4, 3, 3]),
        (1003, &[50, 50], &[502, 501]),
        (1000, &[1; 7], &[143, 143, 143, 143, 143, 143, 142]),
        (101, &[50, 0, 50], &[51, 0, 50]),
        (299, &[4300, 1400, 2300], &[161, 52, 86]),
        (299, &[1000, 1000, 1000], &[100, 100, 99]),
        (93, &[10, 20, 10, 30, 50, 20, 10, 40], &[5, 10, 5, 15, 24, 10, 5, 19]),
        (-20, &[100, 100], &[-10, -10]),
    ];
    for (minor, weights, expected) in table {
        assert_eq!(shares(minor, weights), expected, "{minor} over {weights:?}");
    }
}

#[test]
fn a_tie_goes_to_the_higher_weight_wherever_it_stands() {
    // 3.5 and 1.5: both remainders are a half.
    assert_eq!(shares(5, &[7, 3]), [4, 1]);
    assert_eq!(shares(5, &[3, 7]), [1, 4]);
}

#[test]
fn a_tie_of_equal_weights_goes_to_the_earlier_one() {
    assert_eq!(shares(101, &[1, 1]), [51, 50]);
}

#[test]
fn a_refund_mirrors_the_sale() {
    assert_eq!(shares(-101, &[1, 1]), [-51, -50]);
    assert_eq!(shares(-5, &[7, 3]), [-4, -1]);
}

#[test]
fn an_amount_over_no_weight_is_refused() {
    let amount = Money::new(5, Currency::EUR);
    assert_eq!(allocate(amount, &[0, 0]), Err(AllocationError::NoWeight));
    assert_eq!(allocate(amount, &[]), Err(AllocationError::NoWeight));
}

#[test]
fn nothing_splits_over_nothing() {
    assert_eq!(shares(0, &[0, 0]), [0, 0]);
    assert_eq!(shares(0, &[]), [0_i64; 0]);
}

#[test]
fn a_negative_weight_is_refused() {
    assert_eq!(allocate(Money::new(5, Currency::EUR), &[2, -1]), Err(AllocationError::NegativeWeight));
}

#[test]
fn the_largest_amount_splits_over_the_largest_weights() {
    let split = shares(MAX_MINOR, &[i64::MAX, i64::MAX]);
    assert_eq!(split, [4_503_599_627_370_496, 4_503_599_627_370_495]);
}

proptest! {
    #[test]
    fn shares_sum_to_the_amount_and_each_lies_within_one_unit_of_exact(
        minor in -MAX_MINOR..=MAX_MINOR,
        weights in prop::collection::vec(0_i64..=i64::MAX, 1..40),
    ) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let split = shares(minor, &weights);
        prop_assert_eq!(split.iter().sum::<i64>(), minor);
        let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        for (share, weight) in split.iter().zip(&weights) {
            let distance = i128::from(*share) * whole - i128::from(minor) * i128::from(*weight);
            prop_assert!(distance.abs() < whole);
        }
    }

    #[test]
    fn a_negated_amount_has_negated_shares_and_a_repeat_has_the_same(
        minor in 0..=MAX_MINOR,
        weights in prop::collection::vec(0_i64..1_000_000, 1..20),
    ) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let split = shares(minor, &weights);
        let mirrored: Vec<i64> = split.iter().map(|share| -share).collect();
        prop_assert_eq!(shares(-minor, &weights), mirrored);
        prop_assert_eq!(shares(minor, &weights), split);
    }

    #[test]
    fn a_share_never_exceeds_its_weight_when_the_amount_does_not_exceed_the_whole(
        weights in prop::collection::vec(0_i64..1_000_000, 1..20),
        part in 0_i64..=1_000,
    ) {
        let whole: i64 = weights.iter().sum();
        prop_assume!(whole > 0);
        for (share, weight) in shares(whole * part / 1_000, &weights).iter().zip(&weights) {
            prop_assert!(share <= weight);
        }
    }
}

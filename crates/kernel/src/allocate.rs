//! Splitting an amount over parts without losing or inventing a cent.

use crate::{AmountError, Money};

/// Why an amount cannot be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AllocationError {
    /// There is an amount, and nothing to put it on.
    #[error("there is nothing to split the amount over")]
    NoWeight,
    /// A weight below zero.
    #[error("a weight is negative")]
    NegativeWeight,
    /// A share beyond the largest amount.
    #[error(transparent)]
    Amount(#[from] AmountError),
}

/// Splits `amount` over `weights`: the exact share, floored in minor units, then one unit each by largest remainder;
/// ties go to the higher weight, then to the earlier one. The shares sum to the amount, and each lies within one
/// minor unit of the exact share. A negative amount is the mirror of the positive one.
///
/// # Errors
/// [`AllocationError::NoWeight`] when all weights are zero (or there are none) and the amount is not.
pub fn allocate(amount: Money, weights: &[i64]) -> Result<Vec<Money>, AllocationError> {
    if weights.iter().any(|w| *w < 0) {
        return Err(AllocationError::NegativeWeight);
    }
    let total: i128 = weights.iter().map(|w| i128::from(*w)).sum();
    if total == 0 {
        let nothing = vec![Money::zero(amount.currency); weights.len()];
        return if amount.is_zero() { Ok(nothing) } else { Err(AllocationError::NoWeight) };
    }
    let size = i128::from(amount.minor).abs();
    let mut shares: Vec<i128> = weights.iter().map(|w| size * i128::from(*w) / total).collect();
    let left = usize::try_from(size - shares.iter().sum::<i128>()).expect("fewer than one unit for each weight");

    let remainder = |index: usize| size * i128::from(weights[index]) % total;
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(remainder(i)), std::cmp::Reverse(weights[i]), i));
    for &index in order.iter().take(left) {
        shares[index] += 1;
    }
    let sign = i128::from(amount.minor.signum());
    shares.into_iter().map(|share| Ok(Money::checked(share * sign, amount.currency)?)).collect()
}

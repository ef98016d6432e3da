//! One rounding function for the whole program.

use serde::{Deserialize, Serialize};

/// How a fraction of a unit is resolved. A store has one mode, stamped on each order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "kernel/")]
pub enum Rounding {
    /// To the nearest, a half away from zero: the usual retail rule.
    #[default]
    HalfUp,
    /// To the nearest, a half to the even neighbour.
    HalfEven,
    /// To the nearest, a half towards zero.
    HalfDown,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

/// Where tax is rounded: on every line, or once for each rate of the document. Both are then stored and only summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "kernel/")]
pub enum RoundingScope {
    /// On every line; the document's tax is their sum.
    #[default]
    Line,
    /// Once for each rate; the residual is spread over the lines by largest remainder.
    Document,
}

/// `numerator ⁄ denominator`, rounded once.
///
/// # Panics
/// For a denominator that is not positive, which is a mistake in the program.
pub fn divide(numerator: i128, denominator: i128, rounding: Rounding) -> i128 {
    assert!(denominator > 0, "amounts are divided by positive numbers only");
    let whole = numerator / denominator;
    let twice_rest = (numerator % denominator).abs() * 2;
    let away = match rounding {
        Rounding::Down => false,
        Rounding::Up => twice_rest > 0,
        Rounding::HalfUp => twice_rest >= denominator,
        Rounding::HalfDown => twice_rest > denominator,
        Rounding::HalfEven => twice_rest > denominator || (twice_rest == denominator && whole % 2 != 0),
    };
    if away { whole + numerator.signum() } else { whole }
}

/// The multiple of `step` nearest to `minor`, as cash rounding wants it (0.05 in Canada). A step of 1, or less, changes
/// nothing. Both are minor units.
pub fn round_to_step(minor: i64, step: i64, rounding: Rounding) -> i64 {
    let steps = divide(i128::from(minor), i128::from(step.max(1)), rounding);
    i64::try_from(steps * i128::from(step.max(1))).expect("an amount and a step are far below the type's end")
}

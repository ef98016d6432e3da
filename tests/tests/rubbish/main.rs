//! Whatever comes in: files, codes, requests and names that nobody in their right mind sends. Nothing of it stops the
//! register, is stored by half, or reaches a printer as a command.

mod ask;
mod asking;
mod codes;
mod hostile;
mod import;
mod receipts;
mod requests;
mod table;

use anyhow::Result;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use std::fmt::Debug;

/// How often a property is tried that is usually tried so many times. `MINAS_FUZZ=100` tries everything a hundred
/// times as often.
fn tries(usually: u32) -> u32 {
    let times = std::env::var("MINAS_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    usually.saturating_mul(times)
}

/// Tries a property on a runtime of its own; what breaks it is made as small as can be.
fn check<S>(cases: u32, strategy: &S, property: impl AsyncFn(S::Value) -> Result<()>)
where
    S: Strategy,
    S::Value: Debug,
{
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let config = Config { cases: tries(cases), failure_persistence: None, max_shrink_iters: 300, ..Config::default() };
    let tried = TestRunner::new(config).run(strategy, |value| {
        runtime.block_on(property(value)).map_err(|error| TestCaseError::fail(format!("{error:#}")))
    });
    if let Err(error) = tried {
        panic!("{error}");
    }
}

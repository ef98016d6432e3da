//! A day's baskets from a file, sold again through the very gestures that the window sends, by the built-in operator
//! `replay` in a shift of its own.

mod baskets;
mod plan;
mod report;
mod run;
mod sell;
#[cfg(test)]
mod tests;

pub use report::{Percentiles, ReplayReport};

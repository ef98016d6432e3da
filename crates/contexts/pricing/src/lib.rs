//! From a cart to a [`Quote`]: price, discount, tax and totals, computed once and explained step by step.
//!
//! Pure arithmetic: no stream, no table, no clock. Whatever a price depends on arrives in the [`PriceRequest`], and
//! whoever needs an amount later sums what the quote states instead of computing it again.

#![deny(missing_docs)]

mod discount;
mod line;
mod quote;
mod rejection;
mod request;
mod tax;
#[cfg(test)]
mod tests;

pub use contracts::quote::{Discount, Override, PricedLine, Quote, Step, TaxRow};
pub use quote::quote;
pub use rejection::Rejection;
pub use request::{LineRequest, PriceRequest};

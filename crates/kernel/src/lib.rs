//! The words that every part of Minas POS shares: money, quantities, rates, ids, the moment a rule runs in, error
//! codes, and [`Fact`], the wire identity of anything recorded.
//!
//! No IO, no clock, no randomness, no async: whatever a rule needs to know arrives as a value.

#![deny(missing_docs)]

mod allocate;
mod code;
mod currency;
mod fact;
pub mod gtin;
mod ids;
mod line;
mod moment;
mod money;
mod quantity;
mod rate;
mod rounding;
mod text;
mod unit_price;

pub use allocate::{AllocationError, allocate};
pub use code::{Coded, ErrorCode, Refusal};
pub use currency::{Currency, CurrencyError};
pub use fact::Fact;
pub use ids::*;
pub use line::{is_blank, is_line};
pub use moment::{ClockQuality, Moment};
pub use money::{AmountError, MAX_MINOR, Money};
pub use quantity::{Quantity, Unit};
pub use rate::{Rate, RateError};
pub use rounding::{Rounding, RoundingScope, divide, round_to_step};
pub use text::fold;
pub use unit_price::UnitPrice;
pub use uuid::Uuid;

#[doc(hidden)]
pub use serde_json::{Value, to_value};

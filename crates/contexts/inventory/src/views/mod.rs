//! What inventory shows.

pub mod invariants;
pub mod stock_level;

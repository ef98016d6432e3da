//! What the till shows.

pub mod invariants;
pub mod shift;

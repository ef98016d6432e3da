//! What fiscal shows.

pub mod document;
pub mod invariants;

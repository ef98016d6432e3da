//! What fiscal shows.

pub mod copy;
pub mod document;
pub mod invariants;

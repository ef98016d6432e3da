//! What payments show.

pub mod invariants;
pub mod tender;

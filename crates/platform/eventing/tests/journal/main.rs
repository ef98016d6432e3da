//! The journal over real files: what a commit writes, what is refused, and what survives.

// Always true here; it lets the lints know that helpers outside a test function are tests too.
#![cfg(test)]

mod backup;
mod chain;
mod commands;
mod commits;
mod durability;
mod effects;
mod foreign;
mod open;
mod opening;
mod rebuild;
mod retelling;
mod snapshots;
mod support;
mod triggers;
mod versions;

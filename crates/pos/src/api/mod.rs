//! What can be asked of a register: one file for each part of the counter.

mod cart;
mod checkout;
mod counter;
mod keeping;
mod pricing;
mod products;
pub mod requests;
mod reversal;
mod shifts;
mod stock;
pub mod words;

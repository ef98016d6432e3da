//! What can be asked of a register: one file for each part of the counter.

mod agreed;
mod asked;
mod cart;
mod cart_view;
mod checkout;
mod completed;
mod counter;
mod discounts;
mod first_run;
mod keeping;
mod notes;
mod parking;
mod pricing;
mod printing;
mod products;
pub(crate) mod receipts;
mod recovery;
pub mod requests;
mod reversal;
mod settings;
mod shift_report;
mod shifts;
mod staff;
mod stock;
pub mod words;

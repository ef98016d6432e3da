//! Paper and what it comes out of: letters, rules, pictures and codes, laid out for a receipt printer.
//!
//! A [`paper::Paper`] says what stands on it, [`escpos::encode`] turns it into a printer's bytes, and a
//! [`printer::Printer`] takes them there. Nothing here knows what the paper is for.

mod clean;
mod codes;
mod lettering;

pub mod decode;
pub mod escpos;
pub mod fakes;
pub mod paper;
pub mod printer;

/// The README's code compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

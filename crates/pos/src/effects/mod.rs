//! Workers for what happens in the world after a commit.

mod fiscal;
mod print;

pub use self::fiscal::FiscalWorker;
pub use self::print::{PrintWorker, Rest};

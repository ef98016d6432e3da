//! What the program says about itself while it runs, and what it never says.

mod log;
mod redacted;

pub use log::{AlreadySet, Format, Options, init};
pub use redacted::Redacted;

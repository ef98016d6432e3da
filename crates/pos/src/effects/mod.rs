//! Workers for what happens in the world after a commit.

mod fiscal;

pub use self::fiscal::FiscalWorker;

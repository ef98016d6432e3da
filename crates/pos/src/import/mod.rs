//! Reading files from outside: a catalog becomes products, a row at a time, and bad rows are told apart from good
//! ones with line, column and reason.

mod rejection;
mod row;
mod source;
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub use rejection::{Rejection, RowRejection};
pub use table::RowError;

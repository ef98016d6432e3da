//! Reading files from outside: a catalog becomes products, a row at a time, and bad rows are told apart from good
//! ones with line, column and reason.

mod candidate;
mod rejection;
mod row;
mod run;
pub(crate) mod source;
pub(crate) mod table;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use rejection::{Rejection, RowRejection};
pub use run::{BadRows, ERRORS_NAMED, Effect, ImportCatalog, ImportReport, Position, Tally, Watch};
pub use table::RowError;

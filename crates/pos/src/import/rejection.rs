//! Why a file, or one row of it, is refused.

use super::RowError;
use kernel::rejections;

rejections! {
    /// Why a file as a whole is refused. Nothing of it was stored, unless the sentence says otherwise.
    pub enum Rejection {
        /// No such file, no right to read it, or the disk failed.
        "IMP-001" FileNotRead { file: String, why: String }: "{file} cannot be read: {why}",
        /// Nothing at all, or a header and nothing below it.
        "IMP-002" NoRows { file: String }: "{file} holds no rows",
        /// A spreadsheet, a picture, another encoding.
        "IMP-003" NotATable { file: String, why: String }: "{file} is not a CSV file in UTF-8: {why}",
        /// Columns that cannot be done without.
        "IMP-004" ColumnsMissing { columns: String }: "the first line lacks the columns {columns}",
        /// The gzip stream ends early or is damaged.
        "IMP-005" ArchiveDamaged { file: String, line: u64 }: "{file} is cut or damaged after line {line}",
        /// All or nothing was asked for, or no row was good.
        "IMP-006" RowsBad { bad: u64, first: String, errors: Vec<RowError> }: "nothing went in: {bad} bad rows, first {first}",
        /// The operator stopped it: what is in stays in, and the same command goes on from there.
        "IMP-007" Stopped { done: u64, total: u64 }: "stopped after {done} of {total} rows",
        /// One name over two columns.
        "IMP-008" ColumnTwice { column: String }: "the column {column} stands twice in the first line",
        /// A line of a basket file that cannot be replayed.
        "IMP-009" BadLine { line: u64, column: String, reason: String }: "line {line}, column {column}: {reason}",
        /// Baskets that name products which the catalog does not hold.
        "IMP-010" ProductsUnknown { count: u64, skus: String }: "the catalog lacks {count} products of the file: {skus}",
        /// A replay keeps its own shift, and somebody else's is open.
        "IMP-011" ShiftNotOurs: "another operator's shift is open on this register",
        /// Baskets are in euro with tax included.
        "IMP-012" StoreDoesNotFit: "a replay needs a store in euro whose prices include tax",
        /// Stock of a replayed product does not suffice and the shop does not let it go below zero.
        "IMP-013" StockShort { basket: String, sku: String }: "basket {basket} asks for more of {sku} than there is",
    }
}

rejections! {
    /// Why one row is refused. The others go in.
    pub enum RowRejection {
        /// Bytes that are not UTF-8.
        "IMP-020" NotUtf8: "not UTF-8",
        /// More or fewer values than the first line has columns.
        "IMP-021" ColumnCount { expected: u64, found: u64 }: "{found} values where the first line has {expected}",
        /// Nothing where something is needed.
        "IMP-022" Missing: "a value is needed",
        /// Not a number, or one with too many decimals.
        "IMP-023" NotANumber { found: String }: "{found:?} is not a number that fits here",
        /// Below or beyond what is allowed.
        "IMP-024" OutOfRange { found: String }: "{found} is out of range",
        /// A word that is none of the known ones.
        "IMP-025" UnknownWord { found: String, allowed: String }: "{found:?} is none of {allowed}",
        /// The same value on an earlier line.
        "IMP-026" Duplicate { found: String, line: u64 }: "{found} stands on line {line} already",
        /// No tax group of the country has this rate now.
        "IMP-027" NoTaxGroup { rate: String }: "no tax group has the rate {rate}",
        /// Longer than the field holds, or with a line break within.
        "IMP-028" TextInvalid { most: u64 }: "needs at most {most} characters, none of them a control character",
    }
}

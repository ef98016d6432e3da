//! A file of rows under named columns, read as a stream: one row in memory, whatever the file's size.

use super::source::{self, Source, Text};
use super::{Rejection, RowRejection};
use csv::ByteRecord;
use kernel::Coded;
use serde::Serialize;
use std::io::{self, Read};

/// The most that one row may hold. An open quote would otherwise swallow the rest of the file into memory.
const MAX_ROW_BYTES: usize = 1024 * 1024;

/// The most that one file may hold, unpacked: a hundred times the largest catalog that we have seen. An archive of a
/// few megabytes could unpack for hours.
const MAX_TEXT_BYTES: u64 = 1024 * 1024 * 1024;

/// The columns that a kind of file may have. Others are left alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schema {
    pub(crate) required: &'static [&'static str],
    pub(crate) optional: &'static [&'static str],
}

/// A row that was refused, and where to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowError {
    /// The line in the file, from 1 for the header.
    pub line: u64,
    /// The column's name; a number such as `#17` beyond the last named one.
    pub column: String,
    /// The reason's code.
    pub code: String,
    /// The reason.
    pub reason: String,
}

impl RowError {
    /// A refusal by any rule.
    pub(crate) fn new(line: u64, column: &str, reason: &impl Coded) -> Self {
        Self { line, column: column.to_owned(), code: reason.code().0.to_owned(), reason: reason.to_string() }
    }
}

impl std::fmt::Display for RowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}: {} {}", self.line, self.column, self.code, self.reason)
    }
}

/// An open file of rows.
pub(crate) struct Table {
    name: String,
    reader: csv::Reader<Bounded>,
    columns: Columns,
    record: ByteRecord,
    line: u64,
}

/// Where each column stands.
struct Columns {
    names: Vec<String>,
    known: Vec<(&'static str, usize)>,
}

impl Table {
    /// Opens a file and reads its first line.
    ///
    /// # Errors
    /// IMP-001 to IMP-005 and IMP-008.
    pub(crate) fn open(source: Source<'_>, schema: Schema) -> Result<Self, Rejection> {
        let text = Bounded { text: source::open(source)?, left_bytes: MAX_TEXT_BYTES, spent_bytes: 0, last: b'\n' };
        // Only a line feed ends a row, so that lines can be counted; values are trimmed of the carriage return.
        let mut builder = csv::ReaderBuilder::new();
        let builder = builder.has_headers(false).flexible(true).terminator(csv::Terminator::Any(b'\n'));
        let mut reader = builder.from_reader(text);
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).map_err(|error| failed(source.name(), 0, error))? {
            return Err(Rejection::NoRows { file: source.name() });
        }
        let columns = Columns::read(source, &record, schema)?;
        Ok(Self { name: source.name(), reader, columns, record, line: 1 })
    }

    /// The next row; a row with too many or too few values is an error of its own, and the file goes on behind it.
    ///
    /// # Errors
    /// IMP-001, IMP-003, IMP-005 when the file itself cannot be read on.
    pub(crate) fn next_row(&mut self) -> Result<Option<Result<Row<'_>, RowError>>, Rejection> {
        let Some(line) = self.read_line()? else { return Ok(None) };
        let (expected, found) = (self.columns.names.len(), self.record.len());
        if expected != found {
            let reason = RowRejection::ColumnCount { expected: expected as u64, found: found as u64 };
            let column = self.columns.names.get(found).cloned().unwrap_or_else(|| format!("#{}", expected + 1));
            return Ok(Some(Err(RowError::new(line, &column, &reason))));
        }
        Ok(Some(Ok(Row { line, columns: &self.columns, record: &self.record })))
    }

    /// Reads the next row that is not blank and gives back its first line.
    fn read_line(&mut self) -> Result<Option<u64>, Rejection> {
        loop {
            self.reader.get_mut().spent_bytes = 0;
            if !self
                .reader
                .read_byte_record(&mut self.record)
                .map_err(|error| failed(self.name.clone(), self.line, error))?
            {
                return Ok(None);
            }
            // The reader skips empty lines before a row without telling, so the count goes back from the row's end.
            let within = self.record.as_slice().split(|byte| *byte == b'\n').skip(1).count() as u64;
            let behind = self.reader.position().line();
            self.line = behind.saturating_sub(within + 1).max(self.line + 1);
            if self.record.iter().any(|value| !value.trim_ascii().is_empty()) {
                return Ok(Some(self.line));
            }
        }
    }
}

impl Columns {
    fn read(source: Source<'_>, header: &ByteRecord, schema: Schema) -> Result<Self, Rejection> {
        let mut names: Vec<String> = Vec::new();
        for name in header {
            let name = std::str::from_utf8(name).map_err(|_| Rejection::NotATable {
                file: source.name(),
                why: "its first line is not UTF-8".to_owned(),
            })?;
            names.push(name.trim().to_ascii_lowercase());
        }
        let mut known = Vec::new();
        let mut missing = Vec::new();
        let optional = schema.optional.iter().map(|name| (*name, false));
        for (name, needed) in schema.required.iter().map(|name| (*name, true)).chain(optional) {
            let mut found = names.iter().enumerate().filter(|(_, column)| *column == name).map(|(index, _)| index);
            match (found.next(), found.next()) {
                (Some(_), Some(_)) => return Err(Rejection::ColumnTwice { column: name.to_owned() }),
                (Some(index), None) => known.push((name, index)),
                (None, _) if needed => missing.push(name),
                (None, _) => {}
            }
        }
        if missing.is_empty() {
            Ok(Self { names, known })
        } else {
            Err(Rejection::ColumnsMissing { columns: missing.join(", ") })
        }
    }
}

/// One row, not yet believed.
pub(crate) struct Row<'a> {
    /// The line in the file.
    pub(crate) line: u64,
    columns: &'a Columns,
    record: &'a ByteRecord,
}

impl<'a> Row<'a> {
    /// The value of a column without the space around it; None where the column is absent or empty.
    pub(crate) fn optional(&self, column: &'static str) -> Result<Option<&'a str>, RowError> {
        let Some((_, index)) = self.columns.known.iter().find(|(name, _)| *name == column) else { return Ok(None) };
        let bytes = self.record.get(*index).unwrap_or_default();
        let text = std::str::from_utf8(bytes).map_err(|_| self.error(column, &RowRejection::NotUtf8))?.trim();
        Ok(if text.is_empty() { None } else { Some(text) })
    }

    /// The value of a column that may not be empty.
    pub(crate) fn needed(&self, column: &'static str) -> Result<&'a str, RowError> {
        self.optional(column)?.ok_or_else(|| self.error(column, &RowRejection::Missing))
    }

    /// A whole number.
    pub(crate) fn integer(&self, column: &'static str) -> Result<Option<i64>, RowError> {
        let Some(text) = self.optional(column)? else { return Ok(None) };
        let number = text.parse().map_err(|_| self.error(column, &RowRejection::NotANumber { found: text.to_owned() }));
        number.map(Some)
    }

    /// A yes or no, as 1 or 0.
    pub(crate) fn flag(&self, column: &'static str, otherwise: bool) -> Result<bool, RowError> {
        match self.optional(column)? {
            None => Ok(otherwise),
            Some("1") => Ok(true),
            Some("0") => Ok(false),
            Some(found) => Err(self.unknown_word(column, found, "0, 1")),
        }
    }

    /// A word that is none of the allowed ones.
    pub(crate) fn unknown_word(&self, column: &'static str, found: &str, allowed: &str) -> RowError {
        self.error(column, &RowRejection::UnknownWord { found: found.to_owned(), allowed: allowed.to_owned() })
    }

    /// Refuses the row for what a column holds.
    pub(crate) fn error(&self, column: &'static str, reason: &impl Coded) -> RowError {
        RowError::new(self.line, column, reason)
    }
}

/// Text whose last line is always ended, and which fails when one row takes more than [`MAX_ROW_BYTES`], or all of it
/// more than is left.
struct Bounded {
    text: Text,
    left_bytes: u64,
    spent_bytes: usize,
    last: u8,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.spent_bytes > MAX_ROW_BYTES {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a row is longer than a megabyte"));
        }
        let mut read = self.text.read(buffer)?;
        if read == 0 && self.last != b'\n' && !buffer.is_empty() {
            buffer[0] = b'\n';
            read = 1;
        }
        if let Some(last) = buffer[..read].last() {
            self.last = *last;
        }
        let too_long = || io::Error::new(io::ErrorKind::FileTooLarge, "its text is longer than a gigabyte");
        self.left_bytes = self.left_bytes.checked_sub(read as u64).ok_or_else(too_long)?;
        self.spent_bytes += read;
        Ok(read)
    }
}

fn failed(file: String, line: u64, error: csv::Error) -> Rejection {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => source::failed(file, line, &error),
        other => Rejection::NotATable { file, why: format!("{other:?}") },
    }
}

#[cfg(test)]
mod tests {
    use super::Bounded;
    use std::io::{ErrorKind, Read, repeat};

    #[test]
    fn a_text_without_end_is_given_up() {
        let mut text = Bounded { text: Box::new(repeat(b'\n')), left_bytes: 1_000, spent_bytes: 0, last: b'\n' };
        let mut read = Vec::new();
        let error = text.read_to_end(&mut read).unwrap_err();
        assert_eq!((error.kind(), read.len() <= 1_000), (ErrorKind::FileTooLarge, true));
    }
}

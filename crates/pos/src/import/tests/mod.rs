//! What a file may be, and what becomes of it.

mod row;
mod table;

use super::row::{CatalogRow, SCHEMA};
use super::table::Table;
use super::{Rejection, RowError};
use flate2::Compression;
use flate2::write::GzEncoder;
use kernel::Currency;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with one file of these bytes.
fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("catalog.csv");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

/// Every row of a catalog file, good or bad.
fn rows(path: &Path) -> Result<Vec<Result<CatalogRow, RowError>>, Rejection> {
    let mut table = Table::open(path, SCHEMA)?;
    let mut rows = Vec::new();
    while let Some(row) = table.next_row()? {
        rows.push(row.and_then(|row| CatalogRow::read(&row, Currency::EUR)));
    }
    Ok(rows)
}

/// Every row of a text under the shortest header.
fn rows_of(lines: &str) -> Vec<Result<CatalogRow, RowError>> {
    let (_folder, path) = file(format!("sku,name,price_minor,tax_rate_bp\n{lines}").as_bytes());
    rows(&path).unwrap()
}

//! What a file may be, and what becomes of it.

mod demo;
mod row;
mod run;
mod table;

use super::row::{CatalogRow, SCHEMA};
use super::source::Source;
use super::table::Table;
use super::{BadRows, Effect, ImportCatalog, ImportReport, Rejection, RowError, Watch};
use crate::{Open, Pos, SetClock, SetUp};
use flate2::Compression;
use flate2::write::GzEncoder;
use kernel::Currency;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use telemetry::Redacted;
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

pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

/// Every row of a catalog file, good or bad.
fn rows(path: &Path) -> Result<Vec<Result<CatalogRow, RowError>>, Rejection> {
    let mut table = Table::open(Source::At(path), SCHEMA)?;
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

/// 2026-03-02 10:00 UTC.
const MONDAY_MS: i64 = 1_772_445_600_000;

/// A shop in a country, without anybody who works there.
pub(crate) async fn shop_in(country: &str) -> (TempDir, Pos) {
    let folder = tempfile::tempdir().unwrap();
    let open = Open { clock: Arc::new(SetClock::at(MONDAY_MS)), ..Open::folder(folder.path()) };
    let pos = Pos::open(open).await.unwrap();
    let set_up = SetUp { operators: Vec::new(), ..set_up(country) };
    pos.set_up(set_up).await.unwrap();
    (folder, pos)
}

/// The PIN of the manager of [`set_up`].
pub(crate) const MANAGER_PIN: &str = "246810";

/// A shop with its manager.
pub(crate) fn set_up(country: &str) -> SetUp {
    SetUp::empty("Test", country, Redacted::new(MANAGER_PIN.to_owned())).unwrap().without_cash_limit()
}

async fn import(pos: &Pos, file: &Path, bad_rows: BadRows, effect: Effect) -> crate::Result<ImportReport> {
    let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
    pos.import_catalog(ImportCatalog { file, bad_rows, effect }, watch).await
}

/// Takes the good rows over.
pub(crate) async fn import_good(pos: &Pos, file: &Path) -> ImportReport {
    import(pos, file, BadRows::LeaveOut, Effect::Write).await.unwrap()
}

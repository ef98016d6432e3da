//! Baskets become gestures whose amounts are the file's, to the cent.

mod baskets;
mod plan;
mod real;
mod run;
mod short;

use super::baskets::{BasketFile, read};
use crate::import::Rejection;
use kernel::Currency;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

fn day() -> BasketFile {
    read(&fixture("day.csv"), Currency::EUR).unwrap()
}

/// A file with one row under the shortest header.
fn file_of(line: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("day.csv");
    let header = "basket_id,sku,kind,qty,unit_price,gross_minor,net_minor,mfr_coupon_minor";
    std::fs::write(&path, format!("{header}\n{line}\n")).unwrap();
    (folder, path)
}

fn read_line(line: &str) -> Result<BasketFile, Rejection> {
    let (_folder, path) = file_of(line);
    read(&path, Currency::EUR)
}

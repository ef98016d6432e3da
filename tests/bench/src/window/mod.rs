//! What only the real window can tell: from a scan to the line on the screen, start-up, and memory.

mod scan;
mod start;

use crate::report::Report;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use tests::counter::Counter;

/// Codes that are enough to take turns with.
const BARCODES: u32 = 2_000;

/// Puts the rows of the window into the report.
pub async fn measure(report: &mut Report, catalog: Option<&Path>, products: u32, rounds: u32) -> Result<()> {
    let counter = Counter::open().await?;
    let made = counter.folder().join("catalog.csv");
    if catalog.is_none() {
        crate::shop::write_catalog(&made, products)?;
    }
    let rows = tests::counter::import(&counter.pos, catalog.unwrap_or(&made)).await?;
    let codes = barcodes(&counter).await?;
    let measured = counter.with_closed(async |folder| {
        scan::measure(report, folder, &codes, rows, rounds).await?;
        start::measure(report, folder, rows)
    });
    measured.await.map(drop)
}

/// Some of the many, spread over the whole catalog.
async fn barcodes(counter: &Counter) -> Result<Vec<String>> {
    let mut reader = counter.pos.store().reader().await?;
    let codes = sqlx::query_scalar("SELECT barcode FROM catalog_barcode ORDER BY random() LIMIT ?")
        .bind(BARCODES)
        .fetch_all(&mut *reader)
        .await?;
    Ok(codes)
}

/// A program that was built with this one: the register's window, or an example.
fn program(name: &str) -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let program = own.with_file_name(name);
    if program.exists() { Ok(program) } else { bail!("{} is not built; run `cargo xtask bench`", program.display()) }
}

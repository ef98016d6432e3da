//! Importing a catalog.

use crate::measure::ms;
use crate::report::Report;
use crate::shop::write_catalog;
use anyhow::Result;
use std::path::Path;
use std::time::Instant;
use tests::counter::Counter;

const BUDGET_MS: u64 = 10_000;

/// Puts the row of the import into the report.
pub async fn measure(report: &mut Report, catalog: Option<&Path>, products: u32) -> Result<()> {
    let counter = Counter::open().await?;
    let made = counter.folder().join("catalog.csv");
    if catalog.is_none() {
        write_catalog(&made, products)?;
    }
    let begin = Instant::now();
    let rows = tests::counter::import(&counter.pos, catalog.unwrap_or(&made)).await?;
    let took = ms(begin);
    let speed = rows.saturating_mul(1_000) / took.max(1);
    report.absolute(
        "import of a catalog",
        format!("{rows} rows in {took} ms, {speed} a second"),
        format!("≤ {BUDGET_MS} ms for 92,348"),
    );
    Ok(())
}

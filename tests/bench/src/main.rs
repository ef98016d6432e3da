//! The budgets, measured: `cargo xtask bench`.
//!
//! Everything is a ratio within one run wherever it can be, because machines are shared and noisy: a sale is measured
//! beside a bare insert, a full journal beside an empty one, one after the other in turns.

mod edit;
mod history;
mod import;
mod measure;
mod report;
mod sale;
mod search;
mod shop;
mod upkeep;
mod window;

use anyhow::Result;
use clap::Parser;
use report::Report;
use shop::Shop;
use std::path::PathBuf;

/// Measures the budgets and prints a table.
#[derive(Parser)]
struct Arguments {
    /// Only rows whose name contains this.
    #[arg(long)]
    only: Option<String>,
    /// A catalog file to import instead of a made one.
    #[arg(long)]
    catalog: Option<PathBuf>,
    /// Products in the made catalog.
    #[arg(long, default_value_t = 100_000)]
    products: u32,
    /// Events in the full journal.
    #[arg(long, default_value_t = 1_000_000)]
    history: u32,
    /// Rounds of each measured pair.
    #[arg(long, default_value_t = 400)]
    rounds: u32,
    /// Also write the rows as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut report = Report::new(arguments.only.clone());
    let outcome = measure_all(&mut report, &arguments).await;
    report.print();
    if let Some(path) = &arguments.json {
        report.write(path)?;
    }
    outcome
}

/// Every measurement that was asked for, in turn.
async fn measure_all(report: &mut Report, arguments: &Arguments) -> Result<()> {
    let Arguments { products, rounds, history, .. } = *arguments;
    let catalog = arguments.catalog.as_deref();
    if report.wants("import") {
        import::measure(report, catalog, products).await?;
    }
    if ["edit", "search", "sale", "verify", "rebuild"].iter().any(|name| report.wants(name)) {
        at_a_shop(report, &shop::with_products(products).await?, rounds).await?;
    }
    if report.wants("history") {
        history::measure(report, history, rounds).await?;
    }
    if report.wants("window") {
        window::measure(report, catalog, products, rounds).await?;
    }
    Ok(())
}

/// What one open shop serves for.
async fn at_a_shop(report: &mut Report, shop: &Shop, rounds: u32) -> Result<()> {
    if report.wants("edit") {
        edit::measure(report, shop, rounds).await?;
    }
    if report.wants("search") {
        search::measure(report, shop).await?;
    }
    if report.wants("sale") {
        sale::measure(report, shop, rounds).await?;
    }
    if report.wants("verify") || report.wants("rebuild") {
        upkeep::measure(report, shop).await?;
    }
    Ok(())
}

//! `minas import catalog`: a file of products into the catalog.

use crate::output::{Outcome, note};
use crate::progress::Meter;
use crate::{Shared, stop};
use pos::import::{BadRows, Effect, ImportCatalog, ImportReport, Watch};
use serde_json::json;
use std::path::PathBuf;

/// Takes a file over.
#[derive(clap::Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Products with prices, categories and barcodes
    Catalog(Catalog),
}

#[derive(clap::Args)]
struct Catalog {
    /// CSV, packed by gzip or not
    file: PathBuf,
    /// All rows or none, in one commit
    #[arg(long)]
    strict: bool,
    /// Check everything and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    /// # Errors
    /// IMP-….
    pub(crate) async fn run(&self, shared: &Shared) -> pos::Result<Outcome> {
        let What::Catalog(catalog) = &self.what;
        let (meter, stop) = (Meter::new("rows"), stop::on_interrupt());
        let import = ImportCatalog {
            file: &catalog.file,
            bad_rows: if catalog.strict { BadRows::RefuseAll } else { BadRows::LeaveOut },
            effect: if catalog.dry_run { Effect::DryRun } else { Effect::Write },
        };
        let report = shared
            .with_shop(async |pos| {
                pos.import_catalog(import, Watch { progress: &|position| meter.show(position), stop: &stop }).await
            })
            .await?;
        for error in &report.tally.errors {
            note(&error.to_string());
        }
        Ok(Outcome::good(json!(report), text(&report)))
    }
}

fn text(report: &ImportReport) -> String {
    let tally = &report.tally;
    let head = if report.dry_run { "nothing was written; it would be: " } else { "" };
    format!(
        "{head}{} rows, {} products added, {} changed, {} unchanged, {} rows bad, {} categories added, {:.1} s",
        tally.rows, tally.added, tally.changed, tally.unchanged, tally.bad, tally.categories, report.seconds
    )
}

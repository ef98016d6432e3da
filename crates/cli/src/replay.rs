//! `minas replay`: a file of baskets through the gestures of the counter.

use crate::output::Outcome;
use crate::progress::Meter;
use crate::{Shared, stop};
use pos::import::Watch;
use pos::replay::ReplayReport;
use serde_json::json;
use std::path::PathBuf;

/// Sells a file of baskets again, once.
#[derive(clap::Args)]
pub(crate) struct Replay {
    /// CSV, packed by gzip or not
    file: PathBuf,
}

impl Replay {
    /// # Errors
    /// IMP-….
    pub(crate) async fn run(&self, shared: &Shared) -> pos::Result<Outcome> {
        let (meter, stop) = (Meter::new("baskets"), stop::on_interrupt());
        let report = shared
            .with_shop(async |pos| {
                pos.replay(&self.file, Watch { progress: &|position| meter.show(position), stop: &stop }).await
            })
            .await?;
        Ok(Outcome::good(json!(report), text(&report)))
    }
}

fn text(report: &ReplayReport) -> String {
    let tenders: Vec<String> = report.tenders_minor.iter().map(|(kind, minor)| format!("{kind} {minor}")).collect();
    format!(
        "{} baskets, {} orders with {} lines, {} baskets sold nothing, net {} (minor units), tenders {}, forfeited {}, \
         {} events, pay p50 {} µs, p99 {} µs, {:.1} s",
        report.baskets,
        report.orders,
        report.lines,
        report.skipped,
        report.net_minor,
        tenders.join(" and "),
        report.forfeited_minor,
        report.events,
        report.sale_us.p50,
        report.sale_us.p99,
        report.seconds
    )
}

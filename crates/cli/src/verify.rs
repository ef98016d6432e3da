//! `minas verify`: every stored byte, and everything that must hold.

use crate::Shared;
use crate::output::{Outcome, Verdict};
use pos::VerifyReport;
use serde_json::json;

/// # Errors
/// SYS-… when the file cannot be opened; what does not hold is a result, with an exit code that says so.
pub(crate) async fn run(shared: &Shared) -> pos::Result<Outcome> {
    let report = shared.with_shop(async |pos| pos.verify().await).await?;
    let verdict = if report.clean { Verdict::Good } else { Verdict::Bad };
    Ok(Outcome { json: json!(report), text: text(&report), verdict })
}

fn text(report: &VerifyReport) -> String {
    let counted = format!("{} events and {} invariants checked", report.events, report.invariants);
    let offences = report.offences.iter().map(|offence| format!("{}: {}", offence.invariant, offence.what));
    let bad: Vec<String> = report.first_bad_row.iter().cloned().chain(offences).collect();
    if report.clean {
        format!("clean: {counted}")
    } else {
        format!("{counted}; this does not hold:\n{}", bad.join("\n"))
    }
}

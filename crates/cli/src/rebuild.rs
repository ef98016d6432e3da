//! `minas rebuild`: every view anew from the journal.

use crate::Shared;
use crate::output::Outcome;
use crate::progress::Meter;
use pos::Progress;
use pos::import::Position;
use serde_json::json;
use std::time::Instant;

/// # Errors
/// SYS-….
pub(crate) async fn run(shared: &Shared) -> pos::Result<Outcome> {
    let (started, meter) = (Instant::now(), Meter::new("events"));
    let show = |progress: Progress| meter.show(Position { done: progress.done, total: progress.total, bad: 0 });
    let events = shared
        .with_shop(async |pos| {
            pos.rebuild(Some(&show)).await?;
            Ok(pos.stats().await?.events)
        })
        .await?;
    let seconds = started.elapsed().as_secs_f64();
    let text = format!("every view is made anew from {events} events, {seconds:.1} s");
    Ok(Outcome::good(json!({ "events": events, "seconds": seconds }), text))
}

//! `minas stats`: how much there is.

use crate::Shared;
use crate::output::Outcome;
use serde_json::{Map, json};

/// # Errors
/// SYS-….
pub(crate) async fn run(shared: &Shared) -> pos::Result<Outcome> {
    let stats = shared.with_shop(async |pos| pos.stats().await).await?;
    let states: Vec<String> = stats.orders.iter().map(|(state, count)| format!("{count} {state}")).collect();
    let text = format!(
        "{} products, orders: {}, {} events in {} commits, {} bytes",
        stats.products,
        if states.is_empty() { "none".to_owned() } else { states.join(", ") },
        stats.events,
        stats.commits,
        stats.file_bytes
    );
    let mut json = json!(stats);
    json["orders"] =
        stats.orders.iter().map(|(state, count)| (state.clone(), json!(count))).collect::<Map<_, _>>().into();
    Ok(Outcome::good(json, text))
}

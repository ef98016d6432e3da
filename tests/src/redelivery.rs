//! Duplicate delivery: every stored fact is heard once more by every policy that listens to it.

use crate::counter::command;
use anyhow::{Result, bail};
use eventing::testing::heard_again;
use eventing::{Begun, Durability, Gesture, Wire};
use kernel::{CorrelationId, Moment};
use pos::Pos;

/// More than any test's journal holds.
const MOST_EVENTS: u32 = 5_000;

/// What would follow if every fact were delivered twice: nothing, in a register that is sound.
pub async fn deliver_everything_again(pos: &Pos) -> Result<Vec<(String, Wire)>> {
    let rows = pos.store().events_after(0, MOST_EVENTS).await?;
    let head = pos.store().head().await;
    let command = command();
    let at = Moment {
        now_ms: head.highest_ms,
        highest_ms: head.highest_ms,
        offset_minutes: 120,
        actor: staff::SYSTEM,
        approver: None,
        shift: pos.shift().map(|shift| shift.shift),
        command,
        correlation: CorrelationId(command.0),
    };
    let gesture = Gesture { name: "tests.deliver_again", at, durability: Durability::Normal, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = pos.store().begin(gesture).await? else { bail!("the command is new") };
    let mut followed = Vec::new();
    for row in &rows {
        let wires = heard_again(&mut txn, row).await?;
        followed.extend(wires.into_iter().map(|wire| (row.event_type.clone(), wire)));
    }
    txn.rollback().await;
    Ok(followed)
}

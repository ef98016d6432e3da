//! The power is cut; what was acknowledged is there.

use anyhow::{Result, ensure};
use power::record::Syncs;
use power::run::cut;

const IMAGES: usize = 20_000;

/// A shop that would sync less would lose sales: the test above could see it.
const CONTROL_IMAGES: usize = 500;

/// The most edits between two durable commits of the day: two carts of four, and the parking of the first.
const MOST_EDITS: usize = 9;

#[test]
fn every_acknowledged_sale_survives_every_power_cut() -> Result<()> {
    let tally = cut(IMAGES, 1, Syncs::AsMade)?;
    ensure!(tally.images == IMAGES, "{tally:?}");
    ensure!(tally.lossy == 0, "acknowledged work was lost: {tally:?}");
    ensure!(tally.most_edits_lost <= MOST_EDITS, "a cart is too old: {tally:?}");
    ensure!(tally.older_carts > 0, "no cut ever hit an edit: {tally:?}");
    ensure!(tally.wrong_syncs == 0, "a gesture that takes money syncs once: {tally:?}");
    ensure!(tally.syncing_edits == 0, "an edit waits for no disk: {tally:?}");
    Ok(())
}

#[test]
fn without_the_sync_of_a_paying_commit_sales_are_lost() -> Result<()> {
    let tally = cut(CONTROL_IMAGES, 1, Syncs::AsIfNormal)?;
    ensure!(tally.lossy > CONTROL_IMAGES / 20, "the control lost too little to prove anything: {tally:?}");
    Ok(())
}

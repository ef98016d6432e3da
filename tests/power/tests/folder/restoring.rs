//! A restore that the power cuts off: the next start finds the old journal or the restored one, and says which.

use crate::watch::Watch;
use crate::{CABLE, as_killed, cut, open, shop};
use anyhow::{Context, Result, ensure};
use kernel::OrderId;
use pos::folder::JOURNAL_FILE;
use pos::{Interrupted, Pos};
use power::run::image_folder;
use power::tree::{Step, Story};
use std::cell::Cell;
use std::path::Path;
use tests::ledger::{assert_clean, number};

/// After every so many cuts the journal that was kept is opened too.
const LOOKS_BEHIND_EVERY: usize = 5;

/// A restore over a register that was killed, written down; and a sale that only the journal from before it has.
async fn story() -> Result<(Story, OrderId)> {
    let counter = shop(2).await?;
    let safe = tempfile::tempdir()?;
    let backup = safe.path().join("backup.db");
    counter.pos.backup(&backup).await?;
    let lost = counter.sell(&[CABLE]).await?.order;
    let folder = as_killed(&counter)?;
    let watch = Watch::begin(folder.path());
    let kept = Pos::restore(folder.path(), &backup).await?;
    ensure!(kept == folder.path().join("minas.before-restore-1.db"), "{}", kept.display());
    Ok((watch.end(), lost))
}

/// Whether a folder holds the journal from before the restore, having checked that it holds that or the other, whole.
async fn is_old(folder: &Path, lost: OrderId) -> Result<bool> {
    let pos = open(folder).await.context("it does not open")?;
    assert_clean(&pos).await?;
    let is_old = pos.find_sale(lost).await?.is_some();
    let (series, logs) = if is_old { (2, 1) } else { (4, 2) };
    ensure!(number(&pos, "SELECT count(*) FROM event WHERE type = 'fiscal.series.opened'").await? == series);
    ensure!(number(&pos, "SELECT count(*) FROM log").await? == logs, "a restored register begins another log");
    match pos.interrupted_restore() {
        None => {}
        Some(Interrupted::Undone) => ensure!(is_old, "undone, and yet restored"),
        Some(Interrupted::Finished { .. }) => ensure!(!is_old, "finished, and yet the old one"),
    }
    pos.close().await?;
    for left in ["restoring", "restored"] {
        ensure!(!folder.join(left).exists(), "{left} is still there");
    }
    Ok(is_old)
}

/// The journal from before the restore, with what was in its write-ahead log.
async fn the_old_one_is_kept(folder: &Path, lost: OrderId) -> Result<()> {
    let alone = image_folder()?;
    for part in ["", "-wal"] {
        let kept = folder.join(format!("minas.before-restore-1.db{part}"));
        std::fs::copy(kept, alone.path().join(format!("{JOURNAL_FILE}{part}")))?;
    }
    ensure!(is_old(alone.path(), lost).await?, "the last sale is not in what was kept");
    Ok(())
}

#[tokio::test]
async fn a_restore_cut_off_anywhere_leaves_the_old_journal_or_the_restored_one() -> Result<()> {
    let (story, lost) = story().await?;
    let (old, restored) = (Cell::new(0), Cell::new(0));
    let cuts = cut(&story, 21, async |folder, moment| {
        if is_old(folder, lost).await? {
            old.set(old.get() + 1);
            ensure!(restored.get() == 0 || moment < story.steps.len(), "a restore that had ended was undone");
            return Ok(());
        }
        restored.set(restored.get() + 1);
        if restored.get() % LOOKS_BEHIND_EVERY == 1 {
            the_old_one_is_kept(folder, lost).await?;
        }
        Ok(())
    })
    .await?;
    ensure!(cuts > 80 && old.get() > 50 && restored.get() > 5, "{cuts} cuts: {old:?} old, {restored:?} restored");
    Ok(())
}

#[tokio::test]
async fn a_restore_that_synced_nothing_would_lose_the_shop() -> Result<()> {
    let (mut story, lost) = story().await?;
    story.steps.retain(|step| !matches!(step, Step::Sync { .. } | Step::SyncFolder(_)));
    let spoiled = cut(&story, 21, async |folder, _| is_old(folder, lost).await.map(drop)).await;
    ensure!(spoiled.is_err(), "the control lost nothing: the cuts prove nothing");
    Ok(())
}

#[tokio::test]
async fn a_restore_cut_off_twice_is_still_the_one_or_the_other() -> Result<()> {
    let (story, lost) = story().await?;
    let again = Cell::new(0);
    cut(&story, 22, async |folder, moment| {
        if !folder.join("restored").exists() || moment % 3 != 0 {
            return Ok(());
        }
        let watch = Watch::begin(folder);
        open(folder).await?.close().await?;
        let second = watch.end();
        let cuts = cut(&second, 23, async |folder, _| {
            ensure!(!is_old(folder, lost).await?, "what was decided is not undone");
            Ok(())
        });
        again.set(again.get() + Box::pin(cuts).await?);
        Ok(())
    })
    .await?;
    ensure!(again.get() > 10, "{again:?} second cuts");
    Ok(())
}

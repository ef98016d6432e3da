//! A journal that is missing or empty where a shop stood: no new shop grows in its place.

use crate::{LOG_FILE, as_killed, refused};
use anyhow::Result;
use pos::folder::{JOURNAL_FILE, is_new};
use pos::{Open, Pos};
use std::path::Path;
use tests::counter::{Counter, set_up};
use tests::day::CHARGER;
use tests::ledger::{assert_clean, number};

/// A register with one sale, as it was when it was killed.
async fn killed() -> Result<(Counter, tempfile::TempDir)> {
    let counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    counter.sell(&[CHARGER]).await?;
    let folder = as_killed(&counter)?;
    Ok((counter, folder))
}

/// What is left of a shop whose journal is lost.
fn leave_only(folder: &Path, left: &[&str]) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if !left.contains(&entry.file_name().to_string_lossy().as_ref()) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_trace_of_a_shop_keeps_a_new_one_from_growing_over_it() -> Result<()> {
    let (counter, _) = killed().await?;
    for trace in ["minas.lock", LOG_FILE, "minas.before-restore-1.db", "minas.before-1.db"] {
        for empty in [true, false] {
            let folder = as_killed(&counter)?;
            for copy in ["minas.before-restore-1.db", "minas.before-1.db"] {
                std::fs::copy(folder.path().join(JOURNAL_FILE), folder.path().join(copy))?;
            }
            leave_only(folder.path(), &["pepper", trace])?;
            if empty {
                std::fs::write(folder.path().join(JOURNAL_FILE), "")?;
            }
            let before = std::fs::read(folder.path().join(trace))?;
            assert_eq!(refused(folder.path()).await, "POS-018", "{trace} is left, an empty journal: {empty}");
            assert!(!is_new(folder.path()));
            assert_eq!(std::fs::read(folder.path().join(trace))?, before, "{trace} was touched");
            assert_eq!(folder.path().join(JOURNAL_FILE).exists(), empty, "a journal was made");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_lost_journal_that_is_put_back_brings_everything_with_it() -> Result<()> {
    let (_counter, folder) = killed().await?;
    let (journal, aside) = (folder.path().join(JOURNAL_FILE), folder.path().join("aside"));
    std::fs::rename(&journal, &aside)?;
    assert_eq!(refused(folder.path()).await, "POS-018");
    std::fs::rename(&aside, &journal)?;
    let pos = Pos::open(Open::folder(folder.path())).await?;
    assert_eq!(number(&pos, "SELECT count(*) FROM fiscal_document").await?, 1);
    assert_clean(&pos).await
}

#[tokio::test]
async fn a_backup_is_restored_where_the_journal_was_lost() -> Result<()> {
    let (counter, folder) = killed().await?;
    let safe = tempfile::tempdir()?;
    let backup = safe.path().join("backup.db");
    counter.pos.backup(&backup).await?;
    std::fs::remove_file(folder.path().join(JOURNAL_FILE))?;
    Pos::restore(folder.path(), &backup).await?;
    let pos = Pos::open(Open::folder(folder.path())).await?;
    assert_eq!(number(&pos, "SELECT count(*) FROM fiscal_document").await?, 1);
    let kept = folder.path().join("minas.before-restore-1.db-wal");
    assert!(kept.exists(), "the log of the lost journal may still be wanted");
    assert_clean(&pos).await
}

#[tokio::test]
async fn what_a_first_start_leaves_is_no_shop() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let pos = Pos::open(Open::folder(folder.path())).await?;
    pos.close().await?;
    leave_only(folder.path(), &["pepper", "minas.lock"])?;
    std::fs::write(folder.path().join(JOURNAL_FILE), "")?;
    let pos = Pos::open(Open::folder(folder.path())).await?;
    pos.set_up(set_up("gr")).await?;
    pos.close().await?;
    std::fs::remove_file(folder.path().join(JOURNAL_FILE))?;
    assert_eq!(refused(folder.path()).await, "POS-018", "now there was one");
    Ok(())
}

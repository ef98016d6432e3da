//! Backup and restore: nothing is lost, and no number is given twice.

use anyhow::{Context, Result};
use contracts::ReceiptNumbered;
use pos::folder::JOURNAL_FILE;
use pos::{Open, Pos};
use std::path::Path;
use tests::counter::{CASHIER_PIN, Counter, eur};
use tests::day::{CHARGER, busy};
use tests::dropping::{MOST_AWAITS, dropped_after};
use tests::gestures::paid;
use tests::ledger::{assert_clean, assert_rebuild_is_equal, facts};

fn code<T>(result: pos::Result<T>) -> Option<String> {
    result.err().map(|error| error.refusal().code)
}

/// The numbers of every document, which must differ.
async fn numbers(pos: &Pos) -> Result<Vec<String>> {
    let facts = facts::<ReceiptNumbered>(pos).await?;
    Ok(facts.iter().map(|fact| fiscal::document_number(&fact.series, fact.number)).collect())
}

/// The folder's files, without SQLite's own two beside each database.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.ends_with("-wal") && !name.ends_with("-shm") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[tokio::test]
async fn a_restored_register_goes_on_in_a_new_log_and_new_series_and_keeps_the_old_file() -> Result<()> {
    let counter = busy().await?;
    let safe = tempfile::tempdir()?;
    let backup = safe.path().join("backup.db");
    counter.pos.backup(&backup).await?;
    let (log, before) = (counter.pos.store().head().await.log_id, numbers(&counter.pos).await?);
    let lost = counter.sell(&[CHARGER]).await?;

    let counter = counter
        .with_closed(async |folder| {
            let kept = Pos::restore(folder, &backup).await?;
            assert_eq!(kept, folder.join("minas.before-restore-1.db"));
            assert_eq!(files(folder)?, ["minas.before-restore-1.db", JOURNAL_FILE, "minas.lock", "pepper"]);
            Ok(())
        })
        .await?;
    assert_ne!(counter.pos.store().head().await.log_id, log, "a restored register begins another log");
    assert_eq!(counter.pos.find_sale(lost.order).await?, None);
    counter.sign_on(&counter.cashier, CASHIER_PIN).await?;
    let first = counter.sell(&[CHARGER]).await?;
    assert_eq!(first.number, "A2-1");
    assert_eq!(counter.reverse(&first).await?.number, "R2-1");

    let mut all = numbers(&counter.pos).await?;
    assert!(all.starts_with(&before));
    all.push(lost.number.clone());
    all.sort();
    all.dedup();
    assert_eq!(all.len(), before.len() + 3, "no number stands for two documents");
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await?;

    let old = tempfile::tempdir()?;
    std::fs::copy(counter.folder().join("minas.before-restore-1.db"), old.path().join(JOURNAL_FILE))?;
    let old = Pos::open(Open::folder(old.path())).await?;
    assert_eq!(old.find_sale(lost.order).await?.context("the old file has the last sale")?, lost);
    assert_clean(&old).await
}

#[tokio::test]
async fn restoring_twice_takes_the_next_suffix() -> Result<()> {
    let mut counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    let safe = tempfile::tempdir()?;
    for (restored, number) in [(0, "A-1"), (1, "A2-1"), (2, "A3-1")] {
        assert_eq!(counter.sell(&[CHARGER]).await?.number, number);
        let backup = safe.path().join(format!("backup-{restored}.db"));
        counter.pos.backup(&backup).await?;
        counter = counter
            .with_closed(async |folder| {
                let kept = Pos::restore(folder, &backup).await?;
                assert_eq!(kept, folder.join(format!("minas.before-restore-{}.db", restored + 1)));
                Ok(())
            })
            .await?;
    }
    assert_eq!(counter.expected_cash().await?, eur(10_000 + 3 * 1_590), "the shift goes on");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_backup_that_nobody_may_write_becomes_a_journal_that_the_register_may() -> Result<()> {
    let counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    let safe = tempfile::tempdir()?;
    let backup = safe.path().join("backup.db");
    counter.pos.backup(&backup).await?;
    let mut permissions = std::fs::metadata(&backup)?.permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&backup, permissions)?;
    let counter = counter
        .with_closed(async |folder| {
            Pos::restore(folder, &backup).await?;
            // Asked of the file itself, because no mode stops an administrator.
            assert!(!std::fs::metadata(folder.join(JOURNAL_FILE))?.permissions().readonly());
            Ok(())
        })
        .await?;
    assert_eq!(counter.sell(&[CHARGER]).await?.number, "A2-1");
    Ok(())
}

#[tokio::test]
async fn what_is_no_backup_changes_nothing() -> Result<()> {
    let counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    counter.sell(&[CHARGER]).await?;
    let safe = tempfile::tempdir()?;
    let (garbage, cut, whole) = (safe.path().join("garbage"), safe.path().join("cut"), safe.path().join("whole"));
    counter.pos.backup(&whole).await?;
    assert_eq!(code(counter.pos.backup(&whole).await).as_deref(), Some("POS-014"), "a backup overwrites nothing");
    std::fs::write(&garbage, b"not a database".repeat(1_000))?;
    let bytes = std::fs::read(&whole)?;
    std::fs::write(&cut, &bytes[..bytes.len() / 2])?;
    let counter = counter
        .with_closed(async |folder| {
            let journal = std::fs::read(folder.join(JOURNAL_FILE))?;
            assert_eq!(code(Pos::restore(folder, &garbage).await).as_deref(), Some("SYS-006"));
            assert_eq!(code(Pos::restore(folder, &cut).await).as_deref(), Some("SYS-006"));
            assert!(Pos::restore(folder, &safe.path().join("nowhere")).await.is_err());
            assert_eq!(std::fs::read(folder.join(JOURNAL_FILE))?, journal);
            assert_eq!(files(folder)?, [JOURNAL_FILE, "minas.lock", "pepper"]);
            Ok(())
        })
        .await?;
    let cart = counter.cart(&[CHARGER]).await?;
    assert_eq!(paid(counter.pay_cash(&cart, None).await?)?.number, "A-2");
    Ok(())
}

#[tokio::test]
async fn a_restore_that_stops_anywhere_leaves_the_old_file_or_one_that_began_anew() -> Result<()> {
    let counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    let safe = tempfile::tempdir()?;
    let backup = safe.path().join("backup.db");
    counter.pos.backup(&backup).await?;
    let lost = counter.sell(&[CHARGER]).await?;
    let log = counter.pos.store().head().await.log_id;
    for polls in 1..=MOST_AWAITS {
        let mut whole = false;
        let twin = counter
            .twin()
            .await?
            .with_closed(async |folder| {
                whole = dropped_after(polls, Pos::restore(folder, &backup)).await.transpose()?.is_some();
                Ok(())
            })
            .await?;
        let is_old = twin.pos.find_sale(lost.order).await?.is_some();
        assert_ne!(is_old, whole, "poll {polls}");
        assert_eq!(is_old, twin.pos.store().head().await.log_id == log, "poll {polls}");
        let next = if is_old { "A-2" } else { "A2-1" };
        assert_eq!(twin.sell(&[CHARGER]).await?.number, next, "poll {polls}");
        if whole {
            return Ok(());
        }
    }
    anyhow::bail!("the restore never ended")
}

//! The write-ahead log is taken away, or cut, between two starts.

use crate::{LOG_FILE, as_killed, refused};
use anyhow::{Context, Result, ensure};
use contracts::ReceiptNumbered;
use pos::folder::JOURNAL_FILE;
use pos::{Open, Pos};
use std::path::Path;
use tests::counter::{Counter, pay_cash};
use tests::day::CHARGER;
use tests::gestures::paid;
use tests::ledger::{assert_clean, facts};

const SALES: usize = 3;

/// Bytes before the first frame, and before each frame's page.
const LOG_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// A register with some sales in its write-ahead log.
async fn register() -> Result<Counter> {
    let counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    counter.pos.idle().await?;
    for _ in 0..SALES {
        counter.sell(&[CHARGER]).await?;
    }
    Ok(counter)
}

/// Where each frame ends that was written since the log was begun anew: the ones behind it have another salt.
fn frame_ends(log: &[u8]) -> Result<Vec<usize>> {
    let page = usize::try_from(u32::from_be_bytes(log[8..12].try_into()?))?;
    let salt = &log[16..24];
    let frames = log[LOG_HEADER..].chunks_exact(FRAME_HEADER + page);
    let ends = frames.enumerate().take_while(|(_, frame)| &frame[8..16] == salt);
    Ok(ends.map(|(frame, _)| LOG_HEADER + (frame + 1) * (FRAME_HEADER + page)).collect())
}

async fn sales(pos: &Pos) -> Result<Vec<u64>> {
    Ok(facts::<ReceiptNumbered>(pos).await?.iter().map(|fact| fact.number).collect())
}

async fn sell(pos: &Pos, counter: &Counter) -> Result<String> {
    let scan = pos::api::requests::Scan {
        command: tests::counter::command(),
        order: None,
        code: CHARGER.to_owned(),
        quantity_milli: None,
    };
    match pos.scan(&counter.cashier, scan).await? {
        pos::api::words::Scanned::Added { cart, .. } => {
            Ok(paid(pos.pay_cash(&counter.cashier, pay_cash(&cart, None)).await?)?.number)
        }
        other => anyhow::bail!("{other:?}"),
    }
}

async fn open(folder: &Path) -> Result<Pos> {
    Ok(Pos::open(Open::folder(folder)).await?)
}

#[tokio::test]
async fn a_log_cut_at_any_frame_leaves_whole_commits_and_numbers_without_a_gap() -> Result<()> {
    let counter = register().await?;
    let whole = std::fs::read(counter.folder().join(LOG_FILE))?;
    let ends = frame_ends(&whole)?;
    ensure!(ends.len() > 20, "{} frames", ends.len());
    let mut most = 0;
    for (frame, end) in ends.iter().enumerate() {
        for cut in [end - 1_000, *end] {
            let folder = as_killed(&counter)?;
            std::fs::write(folder.path().join(LOG_FILE), &whole[..cut])?;
            if frame == 0 && cut < *end {
                assert_eq!(refused(folder.path()).await, "SYS-013", "not one frame is left");
                continue;
            }
            let pos = open(folder.path()).await.with_context(|| format!("cut at {cut} in frame {frame}"))?;
            assert_clean(&pos).await.with_context(|| format!("cut at {cut} in frame {frame}"))?;
            let left = sales(&pos).await?;
            let gapless: Vec<u64> = (1..).take(left.len()).collect();
            assert_eq!(left, gapless, "cut at {cut} in frame {frame}");
            ensure!(left.len() >= most, "a longer log has fewer sales");
            most = left.len();
            if frame % 8 == 0 {
                assert_eq!(sell(&pos, &counter).await?, format!("A-{}", left.len() + 1));
                assert_clean(&pos).await?;
            }
        }
    }
    assert_eq!(most, SALES);
    Ok(())
}

#[tokio::test]
async fn a_log_that_is_gone_is_missed_and_found_again_when_it_is_put_back() -> Result<()> {
    let counter = register().await?;
    let folder = as_killed(&counter)?;
    let (file, log) = (folder.path().join(JOURNAL_FILE), folder.path().join(LOG_FILE));
    let (before, aside) = (std::fs::read(&file)?, folder.path().join("aside"));
    std::fs::rename(&log, &aside)?;
    for _ in 0..2 {
        assert_eq!(refused(folder.path()).await, "SYS-013");
        assert_eq!(std::fs::read(&file)?, before, "nothing was written");
    }
    std::fs::rename(&aside, &log)?;
    let pos = open(folder.path()).await?;
    assert_eq!(sales(&pos).await?.len(), SALES);
    assert_clean(&pos).await
}

#[tokio::test]
async fn without_its_log_for_good_a_register_goes_on_and_repeats_no_number() -> Result<()> {
    let counter = register().await?;
    let folder = as_killed(&counter)?;
    std::fs::remove_file(folder.path().join(LOG_FILE))?;
    assert_eq!(refused(folder.path()).await, "SYS-013");
    Pos::restore(folder.path(), &folder.path().join(JOURNAL_FILE)).await?;
    let pos = open(folder.path()).await?;
    assert_eq!(sales(&pos).await?, [0; 0], "the sales were in the log");
    assert_eq!(sell(&pos, &counter).await?, "A2-1", "A-1 to A-3 are on paper");
    assert_clean(&pos).await
}

#[tokio::test]
async fn a_register_that_stopped_cleanly_misses_no_log() -> Result<()> {
    let counter = register().await?;
    let counter = counter
        .with_closed(async |folder| {
            ensure!(!folder.join(LOG_FILE).exists(), "a clean stop leaves none");
            Ok(())
        })
        .await?;
    assert_eq!(sales(&counter.pos).await?.len(), SALES);
    Ok(())
}

#[tokio::test]
async fn whoever_moves_the_log_into_the_file_may_take_it_away() -> Result<()> {
    let counter = register().await?;
    let folder = as_killed(&counter)?;
    crate::bend(folder.path(), "PRAGMA wal_checkpoint(TRUNCATE)").await?;
    ensure!(!folder.path().join(LOG_FILE).exists(), "the last to close the file removes its log");
    let pos = open(folder.path()).await?;
    assert_eq!(sales(&pos).await?.len(), SALES);
    assert_clean(&pos).await
}

#[tokio::test]
async fn a_restore_of_a_journal_that_was_killed_brings_the_sales_of_its_log() -> Result<()> {
    let counter = register().await?;
    let (killed, new) = (as_killed(&counter)?, tempfile::tempdir()?);
    Pos::restore(new.path(), &killed.path().join(JOURNAL_FILE)).await?;
    let pos = open(new.path()).await?;
    assert_eq!(sales(&pos).await?.len(), SALES);
    Ok(())
}

//! The disk fails in the middle of a sale: nothing is half-written, nothing is paid twice, and selling goes on.

use anyhow::{Context, Result, ensure};
use kernel::Money;
use pos::api::requests as ask;
use pos::api::words::Payment;
use pos::{Open, Pos, Session, SetClock};
use power::record::{Failure, Recorder};
use power::vfs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tests::counter::{Counter, MONDAY_MS, command, pay_cash};
use tests::ledger::{assert_clean, number};

/// More operations than a sale has: the last rounds fail nothing, and the sweep is over.
const MOST_OPERATIONS: usize = 400;

struct Till {
    pos: Pos,
    who: Session,
    recorder: Arc<Recorder>,
    folder: TempDir,
}

impl Till {
    /// A shop with one product on a disk that can fail, its shift open.
    async fn open() -> Result<Self> {
        let counter = Counter::new().await?;
        let product = counter.product("CABLE", "2900000020061", 899).await?;
        counter.receive(product, 10_000).await?;
        let folder = tempfile::tempdir()?;
        counter.pos.backup(&folder.path().join(pos::folder::JOURNAL_FILE)).await?;
        std::fs::copy(counter.folder().join("pepper"), folder.path().join("pepper"))?;
        vfs::register();
        let recorder = Arc::new(Recorder::default());
        vfs::watch(folder.path(), Arc::clone(&recorder));
        let pos = open(folder.path()).await?;
        let who = pos.built_in_session(staff::REPLAY).await?;
        let float = Money::zero(pos.shop()?.currency);
        pos.open_shift(&who, ask::OpenShift { command: command(), float }).await?;
        Ok(Self { pos, who, recorder, folder })
    }

    /// A sale during which the disk fails, then the same gesture again on a disk that is well. Says whether the
    /// failure came to pass.
    async fn sell_on_failing_disk(&self, failure: Failure, after: usize, lasting: usize) -> Result<bool> {
        let scan =
            ask::Scan { command: command(), order: None, code: "2900000020061".to_owned(), quantity_milli: None };
        let cart = match self.pos.scan(&self.who, scan).await? {
            pos::api::words::Scanned::Added { cart, .. } => cart,
            other @ (pos::api::words::Scanned::Unknown { .. } | pos::api::words::Scanned::Receipt { .. }) => {
                anyhow::bail!("{other:?}")
            }
        };
        let receipts = self.receipts().await?;
        self.recorder.fail(failure, after, lasting);
        let pay = pay_cash(&cart, None);
        let first = self.pos.pay_cash(&self.who, pay.clone()).await;
        let failed = self.recorder.heal();
        let again = self.pos.pay_cash(&self.who, pay).await.context("the same gesture on a disk that is well")?;
        ensure!(matches!(&again, Payment::Paid { .. }), "{again:?}");
        if let Ok(first) = first {
            ensure!(first == again, "{first:?} became {again:?}");
        }
        ensure!(self.receipts().await? == receipts + 1, "one sale, one receipt");
        Ok(failed)
    }

    async fn receipts(&self) -> Result<i64> {
        number(&self.pos, "SELECT count(*) FROM fiscal_document").await
    }

    /// Fails every operation of a sale once, one after the other.
    async fn sweep(&self, failure: Failure, lasting: usize) -> Result<()> {
        let mut failures = 0;
        for after in 0..MOST_OPERATIONS {
            let failed = self.sell_on_failing_disk(failure, after, lasting).await;
            if !failed.with_context(|| format!("{failure:?} after {after} operations"))? {
                break;
            }
            failures += 1;
        }
        ensure!(failures > 0 && failures < MOST_OPERATIONS, "{failures} operations of a sale failed");
        assert_clean(&self.pos).await
    }
}

async fn open(folder: &Path) -> Result<Pos> {
    let clock = Arc::new(SetClock::at(MONDAY_MS + 60_000));
    Ok(Pos::open(Open { clock, vfs: Some(vfs::NAME.to_owned()), ..Open::folder(folder) }).await?)
}

#[tokio::test]
async fn a_full_disk_refuses_the_sale_and_nothing_is_half_written() -> Result<()> {
    Till::open().await?.sweep(Failure::Full, 100).await
}

#[tokio::test]
async fn a_write_that_fails_loses_and_doubles_nothing() -> Result<()> {
    Till::open().await?.sweep(Failure::Write, 1).await
}

#[tokio::test]
async fn a_sync_that_fails_loses_and_doubles_nothing() -> Result<()> {
    Till::open().await?.sweep(Failure::Sync, 1).await
}

#[tokio::test]
async fn a_full_disk_is_said_and_selling_goes_on_once_there_is_room() -> Result<()> {
    let till = Till::open().await?;
    till.recorder.fail(Failure::Full, 0, usize::MAX);
    let scan = ask::Scan { command: command(), order: None, code: "2900000020061".to_owned(), quantity_milli: None };
    let refused = till.pos.scan(&till.who, scan).await.err().context("a full disk takes nothing")?.refusal();
    ensure!(refused.code == "SYS-002", "{refused:?}");
    till.recorder.heal();
    ensure!(!till.sell_on_failing_disk(Failure::Full, MOST_OPERATIONS, 1).await?, "a disk that is well sells");
    let Till { pos, folder, .. } = till;
    drop(pos);
    assert_clean(&open(folder.path()).await?).await
}

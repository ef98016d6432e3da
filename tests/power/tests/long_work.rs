//! The power is cut in the middle of long work: what was there is there, the file holds, and the work can be done again.

use anyhow::{Context, Result, ensure};
use pos::Pos;
use power::dice::Dice;
use power::disk::Disk;
use power::record::{Log, Recorder, Syncs};
use power::run::image_folder;
use power::vfs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tests::counter::{Counter, import};
use tests::ledger::{assert_clean, number};

const CUTS: u64 = 250;

/// Long work, written down from its first operation to its last.
struct Work {
    log: Log,
    pepper: Vec<u8>,
    from: usize,
}

impl Work {
    async fn record(work: impl AsyncFnOnce(&Pos, &Path) -> Result<()>) -> Result<Self> {
        let counter = Counter::open().await?;
        let product = counter.product("CABLE", "2900000020061", 899).await?;
        counter.receive(product, 100).await?;
        for _ in 0..5 {
            counter.sell(&["2900000020061"]).await?;
        }
        let folder = tempfile::tempdir()?;
        let journal = folder.path().join(pos::folder::JOURNAL_FILE);
        counter.pos.backup(&journal).await?;
        let pepper = std::fs::read(counter.folder().join("pepper"))?;
        std::fs::write(folder.path().join("pepper"), &pepper)?;
        vfs::register();
        let recorder = Arc::new(Recorder::default());
        recorder.begin_with(pos::folder::JOURNAL_FILE, std::fs::read(&journal)?);
        vfs::watch(folder.path(), Arc::clone(&recorder));
        let pos = power::day::open(folder.path()).await?;
        let from = recorder.moment();
        work(&pos, folder.path()).await?;
        let log = recorder.take();
        vfs::forget(folder.path());
        pos.close().await?;
        Ok(Self { log, pepper, from })
    }

    /// Cuts the power again and again, and lets `judge` look at each shop that comes back.
    async fn cut(&self, seed: u64, judge: impl AsyncFn(&Pos) -> Result<()>) -> Result<()> {
        let mut dice = Dice::new(seed);
        let span = (self.log.ops.len() - self.from) as u64;
        ensure!(span > 20, "the work wrote next to nothing: {span} operations");
        for cut in 0..CUTS {
            let moment = self.from + usize::try_from(dice.below(span))?;
            let mut disk = Disk::new(&self.log, Syncs::AsMade);
            disk.play(&self.log, moment);
            let image = image_folder()?;
            disk.cut(&self.log, image.path(), &mut dice)?;
            std::fs::write(image.path().join("pepper"), &self.pepper)?;
            let came_back = async {
                let pos = power::day::open(image.path()).await?;
                assert_clean(&pos).await?;
                ensure!(receipts(&pos).await? == 5, "the five sales from before");
                judge(&pos).await
            };
            came_back.await.with_context(|| format!("cut {cut} at operation {moment}"))?;
        }
        Ok(())
    }
}

async fn receipts(pos: &Pos) -> Result<i64> {
    number(pos, "SELECT count(*) FROM fiscal_document").await
}

async fn products(pos: &Pos) -> Result<i64> {
    number(pos, "SELECT count(*) FROM catalog_product").await
}

fn catalog() -> PathBuf {
    tests::project().join("tests/fixtures/catalog.csv")
}

#[tokio::test]
async fn an_import_that_was_cut_off_is_finished_by_doing_it_again() -> Result<()> {
    let work = Work::record(async |pos, _| import(pos, &catalog()).await.map(drop)).await?;
    let whole = Counter::new().await?;
    whole.product("CABLE", "2900000020061", 899).await?;
    import(&whole.pos, &catalog()).await?;
    let wanted = products(&whole.pos).await?;
    work.cut(11, async |pos| {
        import(pos, &catalog()).await?;
        ensure!(products(pos).await? == wanted, "{} of {wanted} products", products(pos).await?);
        assert_clean(pos).await
    })
    .await
}

#[tokio::test]
async fn a_rebuild_that_was_cut_off_leaves_views_that_hold() -> Result<()> {
    let work = Work::record(async |pos, _| Ok(pos.rebuild(None).await?)).await?;
    work.cut(12, async |_| Ok(())).await
}

#[tokio::test]
async fn a_backup_that_was_cut_off_leaves_the_register_as_it_was() -> Result<()> {
    let work = Work::record(async |pos, folder| {
        pos.backup(&folder.join("backup.db")).await?;
        // Something is written after it, so that there is something to cut.
        Ok(pos.rebuild(None).await?)
    })
    .await?;
    work.cut(13, async |_| Ok(())).await
}

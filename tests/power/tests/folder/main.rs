//! The folder fails, or the power is cut while files are made and renamed in it: a shop finds its sales.

mod first_run;
mod migrating;
mod read_only;
mod restoring;
mod syscalls;
mod watch;

use anyhow::{Context, Result, ensure};
use pos::folder::JOURNAL_FILE;
use pos::{Open, Pos};
use power::dice::Dice;
use power::run::image_folder;
use power::tree::{Story, Tree};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tests::counter::{Counter, MONDAY_MS};

/// What every shop here sells.
const CABLE: &str = "2900000020061";

/// A shop with an open shift and so many sales.
async fn shop(sales: usize) -> Result<Counter> {
    let counter = Counter::open().await?;
    let product = counter.product("CABLE", CABLE, 899).await?;
    counter.receive(product, 100).await?;
    for _ in 0..sales {
        counter.sell(&[CABLE]).await?;
    }
    Ok(counter)
}

/// A folder as a killed program leaves it: the last commits are in the write-ahead log alone.
fn as_killed(counter: &Counter) -> Result<TempDir> {
    let folder = image_folder()?;
    for name in [JOURNAL_FILE, "minas.db-wal", "minas.lock", "pepper"] {
        std::fs::copy(counter.folder().join(name), folder.path().join(name)).with_context(|| name.to_owned())?;
    }
    ensure!(std::fs::metadata(folder.path().join("minas.db-wal"))?.len() > 4_096, "the log holds something");
    Ok(folder)
}

async fn open(folder: &Path) -> pos::Result<Pos> {
    let clock = Arc::new(pos::SetClock::at(MONDAY_MS + 60_000));
    Pos::open(Open { clock, ..Open::folder(folder) }).await
}

/// Cuts the power after every step of a story, and lets `judge` look at what is left of the folder. Gives back how often.
async fn cut(story: &Story, seed: u64, judge: impl AsyncFn(&Path, usize) -> Result<()>) -> Result<usize> {
    let mut dice = Dice::new(seed);
    let mut tree = Tree::new(story);
    for moment in 1..=story.steps.len() {
        tree.play(story, moment);
        let image = image_folder()?;
        tree.cut(image.path(), &mut dice)?;
        let judged = judge(image.path(), moment).await;
        judged.with_context(|| format!("after step {moment} of {}: {:?}", story.steps.len(), named(story, moment)))?;
    }
    Ok(story.steps.len())
}

/// A step without its bytes.
fn named(story: &Story, moment: usize) -> String {
    let mut text = format!("{:?}", story.steps[moment - 1]);
    text.truncate(120);
    text
}

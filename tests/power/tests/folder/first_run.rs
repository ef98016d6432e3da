//! The first run of a shop is cut off: it can be done again, or it is done.

use crate::watch::Watch;
use crate::{cut, open};
use anyhow::{Context, Result, ensure};
use power::run::image_folder;
use std::cell::Cell;
use tests::counter::set_up;
use tests::ledger::assert_clean;

#[tokio::test]
async fn a_first_run_cut_off_anywhere_can_be_done_again_or_is_done() -> Result<()> {
    let folder = image_folder()?;
    let watch = Watch::begin(folder.path());
    let pos = open(folder.path()).await?;
    pos.set_up(set_up("gr")).await?;
    pos.close().await?;
    let (again, done) = (Cell::new(0), Cell::new(0));
    let cuts = cut(&watch.end(), 41, async |folder, _| {
        let pos = open(folder).await.context("it does not open")?;
        if pos.shop().is_err() {
            again.set(again.get() + 1);
            // Hashing PINs takes longer than all the rest: a few are enough.
            if again.get() % 40 == 0 {
                pos.set_up(set_up("gr")).await.context("the second first run")?;
                assert_clean(&pos).await?;
            }
            return Ok(());
        }
        done.set(done.get() + 1);
        assert_clean(&pos).await?;
        ensure!(pos.operators().await?.len() == 2, "half a shop");
        Ok(())
    })
    .await?;
    ensure!(cuts > 150 && again.get() > 80 && done.get() > 3, "{cuts} cuts: {again:?} again, {done:?} done");
    Ok(())
}

//! A folder that cannot be written, and one on a full disk, while a register opens and works in it.

use crate::watch::{Condition, Watch};
use crate::{as_killed, open, shop};
use anyhow::{Context, Result, ensure};
use power::run::image_folder;
use std::collections::BTreeMap;
use std::path::Path;
use tests::ledger::{assert_clean, number};

/// Everything in a folder but SQLite's index, which holds nothing.
fn content(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut content = BTreeMap::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with("-shm") {
            content.insert(name, std::fs::read(entry.path())?);
        }
    }
    Ok(content)
}

async fn code(folder: &Path) -> Result<String> {
    Ok(open(folder).await.err().context("it opened")?.refusal().code)
}

#[tokio::test]
async fn a_read_only_folder_says_so_and_the_register_opens_once_it_can_be_written() -> Result<()> {
    let counter = shop(2).await?;
    let folder = as_killed(&counter)?;
    let before = content(folder.path())?;
    let watch = Watch::begin(folder.path());
    watch.set(Condition::ReadOnly);
    ensure!(code(folder.path()).await? == "POS-014", "it must say that the folder cannot be written");
    ensure!(content(folder.path())? == before, "something was written");
    watch.set(Condition::Well);
    let pos = open(folder.path()).await?;
    assert_clean(&pos).await?;
    ensure!(number(&pos, "SELECT count(*) FROM fiscal_document").await? == 2);
    Ok(())
}

#[tokio::test]
async fn a_read_only_journal_in_a_folder_that_can_be_written_says_so() -> Result<()> {
    let counter = shop(2).await?;
    let folder = as_killed(&counter)?;
    let watch = Watch::begin(folder.path());
    watch.set(Condition::ReadOnlyJournal);
    ensure!(code(folder.path()).await? == "SYS-003", "it must say that the file cannot be written");
    watch.set(Condition::Well);
    let pos = open(folder.path()).await?;
    assert_clean(&pos).await?;
    ensure!(number(&pos, "SELECT count(*) FROM fiscal_document").await? == 2);
    Ok(())
}

#[tokio::test]
async fn a_backup_on_a_disk_that_became_read_only_is_refused_and_can_be_made_later() -> Result<()> {
    let counter = shop(1).await?;
    let folder = image_folder()?;
    counter.pos.backup(&folder.path().join(pos::folder::JOURNAL_FILE)).await?;
    std::fs::copy(counter.folder().join("pepper"), folder.path().join("pepper"))?;
    let watch = Watch::begin(folder.path());
    let pos = open(folder.path()).await?;
    watch.set(Condition::ReadOnly);
    let refused = pos.backup(&folder.path().join("backup.db")).await.err().context("a backup was written")?;
    ensure!(["SYS-003", "POS-014"].contains(&refused.refusal().code.as_str()), "{:?}", refused.refusal());
    watch.set(Condition::Well);
    pos.backup(&folder.path().join("backup.db")).await?;
    assert_clean(&pos).await
}

#[tokio::test]
async fn a_full_disk_says_so_at_the_start_and_the_register_opens_once_there_is_room() -> Result<()> {
    let counter = shop(2).await?;
    for had_lock in [true, false] {
        let folder = as_killed(&counter)?;
        if !had_lock {
            std::fs::remove_file(folder.path().join("minas.lock"))?;
        }
        let watch = Watch::begin(folder.path());
        watch.set(Condition::Full);
        let code = code(folder.path()).await?;
        ensure!(code == "SYS-002", "{code}");
        watch.set(Condition::Well);
        let pos = open(folder.path()).await?;
        assert_clean(&pos).await?;
        ensure!(number(&pos, "SELECT count(*) FROM fiscal_document").await? == 2);
    }
    Ok(())
}

#[tokio::test]
async fn a_full_disk_keeps_a_new_shop_from_beginning_half() -> Result<()> {
    let folder = image_folder()?;
    let watch = Watch::begin(folder.path());
    watch.set(Condition::Full);
    ensure!(code(folder.path()).await? == "SYS-002");
    watch.set(Condition::Well);
    let pos = open(folder.path()).await?;
    pos.set_up(tests::counter::set_up("gr")).await?;
    assert_clean(&pos).await
}

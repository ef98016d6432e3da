//! What a register says when it cannot open its folder; nothing is changed then.

use crate::{bend, refused};
use anyhow::Result;
use pos::folder::JOURNAL_FILE;
use pos::{Open, Pos};
use tests::counter::Counter;
use tests::day::CHARGER;
use tests::ledger::assert_clean;

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_alone() -> Result<()> {
    let counter = Counter::open().await?;
    let counter = counter
        .with_closed(async |folder| {
            let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                         VALUES (999999, 'from the future', 1, x'00', 1)";
            bend(folder, newer).await?;
            let before = std::fs::read(folder.join(JOURNAL_FILE))?;
            assert_eq!(refused(folder).await, "SYS-011");
            assert_eq!(std::fs::read(folder.join(JOURNAL_FILE))?, before);
            bend(folder, "DELETE FROM _sqlx_migrations WHERE version = 999999").await
        })
        .await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    assert_eq!(counter.sell(&[CHARGER]).await?.number, "A-1");
    Ok(())
}

#[tokio::test]
async fn garbage_is_no_journal() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(JOURNAL_FILE);
    for garbage in [b"not a database at all, but long enough to look at".repeat(100), vec![0xff; 8_192]] {
        std::fs::write(&file, &garbage)?;
        assert_eq!(refused(folder.path()).await, "SYS-006");
        assert_eq!(std::fs::read(&file)?, garbage, "whatever it is, it is somebody's");
    }
    Ok(())
}

#[tokio::test]
async fn a_file_that_was_cut_is_damaged() -> Result<()> {
    let counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    let copy = tempfile::tempdir()?;
    let file = copy.path().join(JOURNAL_FILE);
    counter.pos.backup(&file).await?;
    let whole = std::fs::read(&file)?;
    std::fs::write(&file, &whole[..whole.len() / 2])?;
    assert_eq!(refused(copy.path()).await, "SYS-006");
    std::fs::write(&file, &whole)?;
    assert_clean(&Pos::open(Open::folder(copy.path())).await?).await
}

#[tokio::test]
async fn one_program_has_a_folder_at_a_time() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let first = Pos::open(Open::folder(folder.path())).await?;
    assert_eq!(refused(folder.path()).await, "POS-012");
    let backup = folder.path().join("backup.db");
    first.backup(&backup).await?;
    let restored = Pos::restore(folder.path(), &backup).await;
    assert_eq!(restored.err().map(|error| error.refusal().code).as_deref(), Some("POS-012"));
    first.close().await?;
    assert_eq!(refused(folder.path()).await, "opened");
    Ok(())
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_says_so() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("a_plain_file");
    std::fs::write(&file, "text")?;
    assert_eq!(refused(&file).await, "POS-014");
    assert_eq!(refused(&file.join("below")).await, "POS-014", "no folder can be made below a file");
    std::fs::create_dir(folder.path().join(JOURNAL_FILE))?;
    assert_eq!(refused(folder.path()).await, "SYS-003", "the journal's place is taken by a folder");
    Ok(())
}

//! Whose files they are, whatever the account's umask says.

#![cfg(unix)]

use anyhow::{Result, ensure};
use pos::{Open, Pos};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tests::counter::set_up;

/// The shop is set up in a process of its own: a umask is a whole process's.
const SHOP: &str = "MINAS_TESTS_SHOP_IN";

fn mode(path: &Path) -> Result<u32> {
    Ok(std::fs::metadata(path)?.permissions().mode() & 0o777)
}

#[tokio::test]
async fn nobody_else_reads_the_folder_its_files_or_a_backup() -> Result<()> {
    if let Some(folder) = std::env::var_os(SHOP) {
        return shop(Path::new(&folder)).await;
    }
    let folder = tempfile::tempdir()?;
    let done = Command::new("sh")
        .args(["-c", "umask 000; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe()?)
        .args(["files::nobody_else_reads_the_folder_its_files_or_a_backup", "--exact"])
        .env(SHOP, folder.path())
        .status()?;
    ensure!(done.success(), "the shop was not set up");
    assert_eq!(mode(&folder.path().join("shop"))?, 0o700);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder.path().join("shop"))? {
        let path = entry?.path();
        names.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        assert_eq!(mode(&path)? & 0o077, 0, "{}", path.display());
    }
    for name in ["minas.db", "minas.db-wal", "minas.db-shm", "pepper"] {
        assert!(names.iter().any(|found| found == name), "{name} is there while the program runs: {names:?}");
    }
    assert_eq!(mode(&folder.path().join("backup.db"))?, 0o600);
    Ok(())
}

/// Sets a shop up and dies with it open.
async fn shop(folder: &Path) -> Result<()> {
    let pos = Pos::open(Open::folder(folder.join("shop"))).await?;
    pos.set_up(set_up("gr")).await?;
    pos.backup(&folder.join("backup.db")).await?;
    std::process::exit(0)
}

#[tokio::test]
async fn files_of_an_earlier_version_are_taken_back_at_the_next_start() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let pos = Pos::open(Open::folder(folder.path())).await?;
    pos.set_up(set_up("gr")).await?;
    pos.close().await?;
    for name in ["minas.db", "pepper"] {
        std::fs::set_permissions(folder.path().join(name), std::fs::Permissions::from_mode(0o644))?;
    }
    let pos = Pos::open(Open::folder(folder.path())).await?;
    for name in ["minas.db", "minas.db-wal", "pepper"] {
        assert_eq!(mode(&folder.path().join(name))?, 0o600, "{name}");
    }
    pos.close().await?;
    Ok(())
}

#[tokio::test]
async fn a_folder_with_other_things_in_it_keeps_its_mode() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("somebody's notes"), "")?;
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755))?;
    Pos::open(Open::folder(folder.path())).await?.close().await?;
    assert_eq!(mode(folder.path())?, 0o755);
    assert_eq!(mode(&folder.path().join("minas.db"))?, 0o600);
    Ok(())
}

#[tokio::test]
async fn a_pepper_that_was_cut_off_opens_no_shop() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("pepper"), [7; 31])?;
    let refused = Pos::open(Open::folder(folder.path())).await.map(drop).expect_err("it is too short").refusal();
    assert_eq!(refused.code, "SYS-001");
    assert!(refused.text.contains("31 bytes of 32"), "{}", refused.text);
    Ok(())
}

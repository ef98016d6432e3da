//! Two programs over one journal, however they came to it; and a lock whose program is gone.

use crate::{LOG_FILE, refused};
use anyhow::{Context, Result, ensure};
use pos::folder::JOURNAL_FILE;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use tests::counter::Counter;
use tests::day::CHARGER;
use tests::ledger::{assert_clean, number};

async fn register() -> Result<Counter> {
    let counter = Counter::open().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    counter.sell(&[CHARGER]).await?;
    Ok(counter)
}

#[tokio::test]
async fn a_link_to_the_folder_is_the_folder() -> Result<()> {
    let counter = register().await?;
    let elsewhere = tempfile::tempdir()?;
    let link = elsewhere.path().join("shop");
    symlink(counter.folder(), &link)?;
    assert_eq!(refused(&link).await, "POS-012");
    assert_eq!(refused(&link.join(".")).await, "POS-012");
    assert_eq!(counter.sell(&[CHARGER]).await?.number, "A-2");
    Ok(())
}

#[tokio::test]
async fn a_link_to_the_journal_is_the_journal() -> Result<()> {
    let counter = register().await?;
    let elsewhere = tempfile::tempdir()?;
    symlink(counter.folder().join(JOURNAL_FILE), elsewhere.path().join(JOURNAL_FILE))?;
    assert_eq!(refused(elsewhere.path()).await, "POS-012", "the lock lies where the journal does");
    counter.sell(&[CHARGER]).await?;
    assert_clean(&counter.pos).await?;
    counter
        .with_closed(async |_| {
            assert_eq!(refused(elsewhere.path()).await, "opened", "one at a time may come by the link");
            Ok(())
        })
        .await?;
    Ok(())
}

/// A till in another program. It sells as long as somebody holds the other end of what it says.
struct Elsewhere {
    till: Child,
    _said: BufReader<ChildStdout>,
}

impl Elsewhere {
    /// A shop that such a till can sell in.
    async fn shop() -> Result<Counter> {
        let counter = Counter::new().await?;
        for (sku, barcode) in [("CHARGER", CHARGER), ("CABLE", "2900000020061"), ("BATTERY", "2900000020115")] {
            let product = counter.product(sku, barcode, 899).await?;
            counter.receive(product, 50_000).await?;
        }
        Ok(counter)
    }

    /// Starts it, and waits until it has sold something.
    fn selling_in(folder: &Path) -> Result<Self> {
        let till = env!("CARGO_BIN_EXE_till_under_fire");
        let mut till = Command::new(till).arg(folder).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        let mut said = BufReader::new(till.stdout.take().context("the till speaks")?);
        said.read_line(&mut line)?;
        ensure!(line.ends_with('\n'), "the till sold nothing");
        Ok(Self { till, _said: said })
    }

    /// `kill -9`.
    fn shoot(mut self) -> Result<()> {
        self.till.kill()?;
        self.till.wait()?;
        Ok(())
    }
}

#[tokio::test]
async fn a_second_name_of_the_journal_is_refused_while_its_log_is_elsewhere() -> Result<()> {
    let counter = Elsewhere::shop().await?;
    let counter = counter
        .with_closed(async |folder| {
            let till = Elsewhere::selling_in(folder)?;
            let second = tempfile::tempdir_in(folder.parent().context("the test's folder is below one")?)?;
            std::fs::hard_link(folder.join(JOURNAL_FILE), second.path().join(JOURNAL_FILE))?;
            let during = refused(second.path()).await;
            till.shoot()?;
            assert_eq!(during, "SYS-013", "two logs would tear the journal apart");
            assert_eq!(refused(second.path()).await, "SYS-013", "the last sales are in the log of the first");
            let log = std::fs::metadata(second.path().join(LOG_FILE)).map_or(0, |log| log.len());
            ensure!(log == 0, "a second log of {log} bytes was written");
            Ok(())
        })
        .await?;
    ensure!(number(&counter.pos, "SELECT count(*) FROM fiscal_document").await? > 0);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_lock_ends_with_its_program_however_that_ends() -> Result<()> {
    let counter = Elsewhere::shop().await?;
    let counter = counter
        .with_closed(async |folder| {
            let till = Elsewhere::selling_in(folder)?;
            let elsewhere = tempfile::tempdir()?;
            symlink(folder, elsewhere.path().join("shop"))?;
            let (direct, by_link) = (refused(folder).await, refused(&elsewhere.path().join("shop")).await);
            till.shoot()?;
            assert_eq!((direct.as_str(), by_link.as_str()), ("POS-012", "POS-012"));
            ensure!(folder.join("minas.lock").exists(), "the file is left; the lock is not");
            Ok(())
        })
        .await?;
    assert_clean(&counter.pos).await
}

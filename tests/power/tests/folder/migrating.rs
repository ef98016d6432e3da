//! The first start after an update: the schema grows behind a copy, the views are made anew, and the power is cut at
//! every step of it.

use crate::watch::Watch;
use crate::{cut, open, shop};
use anyhow::{Context, Result, ensure};
use eventing::sqlx::migrate::Migrator;
use eventing::sqlx::sqlite::SqliteConnectOptions;
use eventing::sqlx::{self, AssertSqlSafe, Connection, Row, SqliteConnection};
use pos::folder::JOURNAL_FILE;
use power::run::image_folder;
use std::cell::Cell;
use std::path::Path;
use tempfile::TempDir;
use tests::ledger::{assert_clean, number};

const SALES: usize = 3;
const COPY: &str = "minas.before-1.db";

async fn connect(path: &Path) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// A folder as the first version left it: the tables of its one migration, filled by a day of selling, and none of the
/// views.
async fn older() -> Result<TempDir> {
    let counter = shop(SALES).await?;
    let day = image_folder()?;
    counter.pos.backup(&day.path().join("day.db")).await?;
    let folder = image_folder()?;
    std::fs::copy(counter.folder().join("pepper"), folder.path().join("pepper"))?;

    let first = day.path().join("first");
    std::fs::create_dir(&first)?;
    let name = "0001_eventing_journal.sql";
    std::fs::copy(tests::project().join("migrations/register").join(name), first.join(name))?;
    let mut older = connect(&folder.path().join(JOURNAL_FILE)).await?;
    Migrator::new(first).await?.run(&mut older).await?;
    let attach = format!("ATTACH '{}' AS day", day.path().join("day.db").display());
    sqlx::raw_sql(AssertSqlSafe(attach)).execute(&mut older).await?;
    for table in ["log", "commit_record", "event", "snapshot", "outcome", "effect", "runtime", "secret"] {
        let columns = format!("SELECT group_concat(name) FROM main.pragma_table_info('{table}')");
        let columns: String = sqlx::query(AssertSqlSafe(columns)).fetch_one(&mut older).await?.get(0);
        let fill = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM day.{table} ORDER BY 1");
        sqlx::raw_sql(AssertSqlSafe(fill)).execute(&mut older).await.with_context(|| table.to_owned())?;
    }
    sqlx::raw_sql("UPDATE runtime SET value = 'clean' WHERE key = 'stop'; DETACH day").execute(&mut older).await?;
    older.close().await?;
    Ok(folder)
}

/// The shop of this program's version, with everything from before.
async fn is_whole(folder: &Path) -> Result<()> {
    let pos = open(folder).await.context("it does not open")?;
    assert_clean(&pos).await?;
    let receipts = number(&pos, "SELECT count(*) FROM fiscal_document").await?;
    ensure!(receipts == i64::try_from(SALES)?, "{receipts} receipts");
    Ok(pos.close().await?)
}

/// A copy under its name is whole, and of the first version; an older program could go on with it.
async fn copy_is_whole(folder: &Path) -> Result<bool> {
    let copy = folder.join(COPY);
    if !copy.exists() {
        return Ok(false);
    }
    let mut copy = connect(&copy).await?;
    let sound: String = sqlx::query("PRAGMA integrity_check").fetch_one(&mut copy).await?.get(0);
    let row = sqlx::query("SELECT (SELECT max(version) FROM _sqlx_migrations), (SELECT max(position) FROM event)");
    let row = row.fetch_one(&mut copy).await?;
    ensure!((sound.as_str(), row.get::<i64, _>(0)) == ("ok", 1), "{sound}");
    ensure!(row.get::<i64, _>(1) > 0, "the copy is empty");
    copy.close().await?;
    Ok(true)
}

#[tokio::test]
async fn an_update_cut_off_anywhere_ends_in_the_new_version_with_a_whole_copy_of_the_old() -> Result<()> {
    let folder = older().await?;
    let watch = Watch::begin(folder.path());
    is_whole(folder.path()).await?;
    let story = watch.end();
    ensure!(copy_is_whole(folder.path()).await?, "an update begins with a copy");
    let copies = Cell::new(0);
    let cuts = cut(&story, 31, async |folder, _| {
        let had_copy = copy_is_whole(folder).await.context("before the next start")?;
        copies.set(copies.get() + usize::from(had_copy));
        is_whole(folder).await?;
        let found: Vec<_> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.file_name()).collect();
        ensure!(!found.iter().any(|name| name == "minas.before-1-2.db"), "one copy is enough: {found:?}");
        // A cut after the schema had grown needs no copy: there was one before it grew.
        copy_is_whole(folder).await.map(drop)
    })
    .await?;
    ensure!(cuts > 150 && copies.get() > 20, "{cuts} cuts, {copies:?} with a copy");
    Ok(())
}

#[tokio::test]
async fn a_copy_from_an_earlier_update_is_no_copy_of_what_was_sold_since() -> Result<()> {
    let folder = older().await?;
    let other = older().await?;
    std::fs::copy(other.path().join(JOURNAL_FILE), folder.path().join(COPY))?;
    is_whole(folder.path()).await?;
    ensure!(folder.path().join("minas.before-1-2.db").exists(), "another day was taken for this one");
    copy_is_whole(folder.path()).await.map(drop)
}

#[tokio::test]
async fn views_and_folds_of_another_version_cut_off_while_they_are_made_anew_are_made_again() -> Result<()> {
    let counter = shop(SALES).await?;
    let folder = image_folder()?;
    counter.pos.backup(&folder.path().join(JOURNAL_FILE)).await?;
    let mut file = connect(&folder.path().join(JOURNAL_FILE)).await?;
    let bend = "UPDATE view_version SET version = 0; \
                INSERT OR REPLACE INTO snapshot SELECT kind, stream, max(version), max(position), 0, x'7b7d' \
                FROM event GROUP BY kind, stream; \
                DELETE FROM fiscal_document; UPDATE inventory_stock_level SET on_hand_milli = 0";
    sqlx::raw_sql(bend).execute(&mut file).await?;
    file.close().await?;
    let watch = Watch::begin(folder.path());
    is_whole(folder.path()).await?;
    let cuts = cut(&watch.end(), 32, async |folder, _| is_whole(folder).await).await?;
    ensure!(cuts > 100, "{cuts} cuts");
    Ok(())
}

#[tokio::test]
async fn a_newer_programs_folder_is_refused_before_anything_is_written() -> Result<()> {
    let counter = shop(SALES).await?;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (999999, 'from the future', 1, x'00', 1)";
    let mut beside = connect(&counter.folder().join(JOURNAL_FILE)).await?;
    sqlx::raw_sql(newer).execute(&mut beside).await?;
    let folder = crate::as_killed(&counter)?;
    beside.close().await?;
    let watch = Watch::begin(folder.path());
    let refused = open(folder.path()).await.err().context("a newer file was opened")?.refusal();
    let story = watch.end();
    ensure!(refused.code == "SYS-011", "{refused:?}");
    ensure!(story.steps.is_empty(), "{:?}", story.steps);
    Ok(())
}

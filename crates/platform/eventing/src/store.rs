//! One SQLite file: its writer, its readers, and what can be done with the whole of it.

use crate::copy::{self, Check};
use crate::fold::Shape;
use crate::journal::EventRow;
use crate::open::{self, Options, read_options};
use crate::writer::{Condition, Writer};
use crate::{
    App, Begun, Decider, Fault, Gesture, Head, Kept, Need, OpenError, Txn, Verified, load, rebuild, snapshot, verify,
};
use sqlx::pool::PoolConnection;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{AssertSqlSafe, Row, Sqlite, SqlitePool};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Connections that only read.
const READERS: u32 = 4;

/// An open journal. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    app: Arc<App>,
    writer: Arc<Mutex<Writer>>,
    readers: SqlitePool,
    path: PathBuf,
    was_clean: bool,
}

impl Store {
    /// Opens `path`, creating it where there is none; checks it, migrates it (after a snapshot), rebuilds views of
    /// another version.
    ///
    /// # Errors
    /// [`OpenError`]: the file is newer, damaged, not writable, or no database.
    pub async fn open(path: &Path, app: Arc<App>, options: Options<'_>) -> Result<Self, OpenError> {
        let opened = open::open(path, &app, &options).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .min_connections(1)
            // A file does not hang up: asking whether it is there would cost every question another one.
            .test_before_acquire(false)
            .connect_with(read_options(path, options.vfs.as_deref()))
            .await?;
        let writer = Writer::new(path.to_owned(), options.vfs.clone(), opened.connection, opened.head);
        Ok(Self {
            app,
            writer: Arc::new(Mutex::new(writer)),
            readers,
            path: path.to_owned(),
            was_clean: opened.was_clean,
        })
    }

    /// Opens a transaction for one gesture, or gives back the reply that its command got before.
    pub async fn begin(&self, gesture: Gesture) -> Result<Begun, Fault> {
        self.begin_reading(gesture, |_| Vec::new()).await
    }

    /// The same, and reads in the same call what the script is known to need. `reads` is asked when nobody else can
    /// write any more, so that it may look into the streams that are kept.
    pub async fn begin_reading(
        &self,
        gesture: Gesture,
        reads: impl FnOnce(&Kept) -> Vec<Need>,
    ) -> Result<Begun, Fault> {
        let writer = self.writer().await?;
        let reads = reads(&writer.kept);
        Txn::begin(Arc::clone(&self.app), writer, gesture, reads).await
    }

    /// A connection that only reads, and sees what is committed.
    pub async fn reader(&self) -> Result<PoolConnection<Sqlite>, Fault> {
        Ok(self.readers.acquire().await?)
    }

    /// Whether the program stopped cleanly the last time.
    pub fn was_clean(&self) -> bool {
        self.was_clean
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What runs over it.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Where our own log ends.
    pub async fn head(&self) -> Head {
        self.writer.lock().await.head.clone()
    }

    /// The time that is known when the clock shows `now_ms`; see [`Head::highest_ms`].
    pub async fn known_ms(&self, now_ms: i64) -> i64 {
        self.writer.lock().await.head.see(now_ms)
    }

    pub(crate) async fn writer(&self) -> Result<OwnedMutexGuard<Writer>, Fault> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        writer.recover().await?;
        Ok(writer)
    }

    /// A stream's committed state, for an answer that changes nothing.
    pub async fn state<D: Decider>(&self, id: kernel::Uuid) -> Result<D::State, Fault> {
        let mut reader = self.reader().await?;
        let mut slots = HashMap::new();
        // Only a writer needs to know which log is our own.
        load::load(&self.app, &mut reader, 0, std::iter::once((Shape::of::<D>(), id)), &mut slots).await?;
        Ok(slots.get(&(D::KIND, id)).expect("it was just loaded").state::<D>().clone())
    }

    /// Events after `position`, at most `limit`, over all logs.
    pub async fn events_after(&self, position: i64, limit: u32) -> Result<Vec<EventRow>, Fault> {
        let sql = format!("SELECT {} FROM event e WHERE e.position > ? ORDER BY e.position LIMIT ?", EventRow::COLUMNS);
        let mut reader = self.reader().await?;
        let rows =
            sqlx::query(AssertSqlSafe(sql)).bind(position).bind(i64::from(limit)).fetch_all(&mut *reader).await?;
        Ok(rows.iter().map(EventRow::read).collect())
    }

    /// Walks the whole chain, then folds every stream anew that has a snapshot.
    pub async fn verify(&self) -> Result<Verified, Fault> {
        let mut reader = self.reader().await?;
        let mut found = verify::chain(&mut reader, i64::MAX).await?;
        if found.bad.is_none() {
            found.bad = snapshot::first_bad(&self.app, &mut reader).await?;
        }
        Ok(found)
    }

    /// Makes every view anew from the journal, all or none.
    pub async fn rebuild(&self, options: &Options<'_>) -> Result<(), Fault> {
        let all: Vec<usize> = (0..self.app.views().len()).collect();
        let mut writer = self.writer().await?;
        let mut reader = self.readers.acquire().await?;
        writer.condition = Condition::LeftOpen;
        rebuild::views_beside(&self.app, (writer.connection(), &mut reader), &all, options).await?;
        writer.condition = Condition::Ready;
        Ok(())
    }

    /// Copies what is committed into a new file at `to`, which is there only if the copy is whole and its chain holds.
    ///
    /// # Errors
    /// SYS-006 when the copy does not hold, SYS-001 when there is a file at `to` already or none can be written.
    pub async fn backup(&self, to: &Path) -> Result<(), OpenError> {
        let mut reader = self.reader().await?;
        sqlx::query("PRAGMA query_only = 0").execute(&mut *reader).await?;
        let copied = copy::into(&mut reader, to, Check::Chain).await;
        sqlx::query("PRAGMA query_only = 1").execute(&mut *reader).await?;
        copied
    }

    /// Seals our log and begins another: what a restored or cloned device does before its first act.
    pub async fn begin_new_log(&self, now_ms: i64) -> Result<Head, Fault> {
        let mut writer = self.writer().await?;
        writer.make_durable().await?;
        writer.condition = Condition::LeftOpen;
        sqlx::query("BEGIN IMMEDIATE; UPDATE log SET state = 'sealed' WHERE origin = 'own' AND state = 'open'")
            .execute(writer.connection())
            .await?;
        open::insert_log(writer.connection(), now_ms).await?;
        sqlx::query("COMMIT").execute(writer.connection()).await?;
        writer.condition = Condition::Ready;
        writer.reread_head().await?;
        Ok(writer.head.clone())
    }

    /// Moves the write-ahead log into the file. Called when the till is idle and at shift close.
    pub async fn checkpoint(&self) -> Result<(), Fault> {
        let mut writer = self.writer().await?;
        // To its end, even when nobody waits for it any more: half-way the file misses a log that may be all in it.
        let moved = tokio::spawn(async move { writer.checkpoint().await });
        moved.await.map_err(|_| Fault::Sql(sqlx::Error::WorkerCrashed))?
    }

    /// Marks the stop as clean and closes every connection.
    pub async fn close(self) -> Result<(), Fault> {
        self.readers.close().await;
        let mut writer = self.writer().await?;
        writer.make_durable().await?;
        open::mark_clean(writer.connection()).await?;
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(writer.connection()).await?;
        writer.close().await
    }

    /// Stores a secret (a PIN verifier) beside the journal.
    pub async fn put_secret(&self, id: kernel::Uuid, kind: &str, value: &str, now_ms: i64) -> Result<(), Fault> {
        let mut writer = self.writer().await?;
        writer.make_durable().await?;
        sqlx::query("INSERT OR REPLACE INTO secret (id, kind, value, created_ms) VALUES (?, ?, ?, ?)")
            .bind(id.as_bytes().to_vec())
            .bind(kind)
            .bind(value)
            .bind(now_ms)
            .execute(writer.connection())
            .await?;
        Ok(())
    }

    /// A secret that was stored under `id`.
    pub async fn find_secret(&self, id: kernel::Uuid) -> Result<Option<String>, Fault> {
        let mut reader = self.reader().await?;
        let row = sqlx::query("SELECT value FROM secret WHERE id = ?")
            .bind(id.as_bytes().to_vec())
            .fetch_optional(&mut *reader)
            .await?;
        Ok(row.map(|row| row.get(0)))
    }
}

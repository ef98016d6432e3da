//! The one write connection.

use crate::chain::Durability;
use crate::fold::Slot;
use crate::journal::{Head, read_head};
use crate::open::{self, write_options};
use crate::policy::StreamKey;
use crate::{Decider, Fault};
use kernel::Uuid;
use sqlx::{Connection, Row, SqliteConnection};
use std::collections::HashMap;
use std::path::PathBuf;

/// The most streams that are kept folded between transactions: a till works on a handful.
const MOST_KEPT: usize = 256;

/// Streams that stay folded from one transaction to the next. Nobody else writes, so they are as true as the file.
///
/// A transaction takes what it needs out and puts it back when it has committed; what a transaction that failed took is
/// gone, and is read from the file again.
#[derive(Default)]
pub struct Kept(HashMap<StreamKey, Slot>);

impl Kept {
    pub(crate) fn take(&mut self, stream: &StreamKey) -> Option<Slot> {
        self.0.remove(stream)
    }

    /// Keeps the streams of a transaction that has committed. Bulk work keeps nothing.
    pub(crate) fn put_back(&mut self, slots: HashMap<StreamKey, Slot>) {
        if slots.len() > MOST_KEPT / 2 {
            return;
        }
        if self.0.len() + slots.len() > MOST_KEPT {
            self.0.clear();
        }
        self.0.extend(slots);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn holds(&self, stream: &StreamKey) -> bool {
        self.0.contains_key(stream)
    }

    /// A stream's state, if it is kept.
    pub fn state<D: Decider>(&self, id: Uuid) -> Option<&D::State> {
        self.0.get(&(D::KIND, id)).map(Slot::state::<D>)
    }
}

/// What the connection is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Condition {
    /// Outside a transaction.
    Ready,
    /// A transaction was left open (a cancelled gesture): roll back first.
    LeftOpen,
    /// IO failed: open anew and verify the head before anything is written. An fsync is never retried.
    Broken,
    /// The store was closed: nothing is written any more.
    Closed,
}

/// The write connection and what it knows of the journal's end. Whoever holds it is the only writer.
pub(crate) struct Writer {
    path: PathBuf,
    vfs: Option<String>,
    connection: Option<SqliteConnection>,
    pub(crate) head: Head,
    pub(crate) kept: Kept,
    pub(crate) durability: Durability,
    pub(crate) condition: Condition,
    /// Rows that were written before the last checkpoint.
    moved: i64,
}

impl Writer {
    pub(crate) fn new(path: PathBuf, vfs: Option<String>, connection: SqliteConnection, head: Head) -> Self {
        Self {
            path,
            vfs,
            connection: Some(connection),
            head,
            kept: Kept::default(),
            durability: Durability::Full,
            condition: Condition::Ready,
            moved: 0,
        }
    }

    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        self.connection.as_mut().expect("`recover` refuses a closed one before anybody asks")
    }

    /// Makes the connection usable after whatever happened before.
    pub(crate) async fn recover(&mut self) -> Result<(), Fault> {
        match self.condition {
            Condition::Ready => Ok(()),
            Condition::Closed => Err(Fault::Sql(sqlx::Error::PoolClosed)),
            Condition::Broken => self.reopen().await,
            Condition::LeftOpen => {
                if sqlx::query("ROLLBACK").execute(self.connection()).await.is_err() {
                    return self.reopen().await;
                }
                self.condition = Condition::Ready;
                Ok(())
            }
        }
    }

    async fn reopen(&mut self) -> Result<(), Fault> {
        tracing::warn!("opening the journal anew after a write failed");
        let options = write_options(&self.path, self.vfs.as_deref()).create_if_missing(false);
        self.connection = Some(SqliteConnection::connect_with(&options).await?);
        self.kept.clear();
        self.head = read_head(self.connection()).await?;
        self.durability = Durability::Full;
        self.moved = 0;
        self.condition = Condition::Ready;
        Ok(())
    }

    /// Ends a transaction that failed, and remembers what the failure means for the connection.
    pub(crate) async fn abandon(&mut self, fault: Option<&Fault>) {
        if fault.is_some_and(Fault::breaks_connection) {
            self.condition = Condition::Broken;
            return;
        }
        self.condition = match sqlx::query("ROLLBACK").execute(self.connection()).await {
            Ok(_) => Condition::Ready,
            Err(_) => Condition::Broken,
        };
    }

    /// From now on a write survives a power cut. For what is written outside a gesture.
    pub(crate) async fn make_durable(&mut self) -> Result<(), Fault> {
        if self.durability == Durability::Normal {
            sqlx::query("PRAGMA synchronous = FULL").execute(self.connection()).await?;
            self.durability = Durability::Full;
        }
        Ok(())
    }

    /// Moves the write-ahead log into the file, if there is anything in it that this program wrote.
    pub(crate) async fn checkpoint(&mut self) -> Result<(), Fault> {
        if self.written().await? == self.moved {
            return Ok(());
        }
        let done = open::checkpoint(self.connection()).await.map_err(Fault::from);
        if let Err(fault) = &done {
            self.abandon(Some(fault)).await;
        }
        done?;
        self.moved = self.written().await?;
        Ok(())
    }

    /// Rows that were written since the connection was opened.
    async fn written(&mut self) -> Result<i64, Fault> {
        Ok(sqlx::query("SELECT total_changes()").fetch_one(self.connection()).await?.get(0))
    }

    /// Reads the head again: another log was begun.
    pub(crate) async fn reread_head(&mut self) -> Result<(), Fault> {
        self.kept.clear();
        self.head = read_head(self.connection()).await?;
        Ok(())
    }

    /// Closes the connection, so that the file stands alone.
    pub(crate) async fn close(&mut self) -> Result<(), Fault> {
        self.condition = Condition::Closed;
        if let Some(connection) = self.connection.take() {
            connection.close().await?;
        }
        Ok(())
    }
}

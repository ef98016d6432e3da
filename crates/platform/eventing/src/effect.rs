//! Work in the world: queued by a commit, done after it, by a worker that holds a lease.

use crate::{Fault, Store};
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};

/// Something to do outside this file. `key` makes it happen once: the same key is never queued twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Which worker does it, such as `fiscal.submit`.
    pub kind: &'static str,
    /// What makes it unique.
    pub key: String,
    /// What the worker needs to know, as JSON.
    pub payload: Vec<u8>,
}

/// What becomes of an effect whose worker vanished while it held the lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnLostLease {
    /// Doing it twice is harmless, or the other side can be asked: try again.
    Retry,
    /// It may have happened (paper may have come out): a person decides.
    Unknown,
}

/// An effect that a worker holds until its lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leased {
    /// What makes it unique.
    pub key: String,
    /// What the worker needs to know, as JSON.
    pub payload: Vec<u8>,
    /// How often it was tried, this time included.
    pub attempts: u32,
}

/// An effect as it stands, for whoever watches it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// What makes it unique.
    pub key: String,
    /// What the worker needs to know, as JSON.
    pub payload: Vec<u8>,
    /// What became of it so far.
    pub state: EffectState,
    /// How often it was tried.
    pub attempts: u32,
    /// Not tried before this time, in milliseconds since 1970 UTC.
    pub not_before_ms: i64,
    /// What the worker noted of the last try.
    pub note: Option<String>,
}

/// What became of an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffectState {
    /// It waits.
    Queued,
    /// A worker holds it.
    Leased,
    /// It is done.
    Done,
    /// It cannot work.
    Failed,
    /// It may have happened.
    Unknown,
}

impl EffectState {
    fn read(name: &str) -> Self {
        match name {
            "queued" => Self::Queued,
            "leased" => Self::Leased,
            "done" => Self::Done,
            "failed" => Self::Failed,
            // The table's own check lets nothing else in.
            _ => Self::Unknown,
        }
    }
}

/// No effect waits longer than this for its next try. What seems to was put off while the clock was ahead.
const LONGEST_WAIT_MS: i64 = 3_600_000;

/// The columns of [`Queued`].
const QUEUED: &str = "key, payload, state, attempts, not_before_ms, note";

/// The queue of one kind of effect.
pub struct EffectQueue<'a> {
    store: &'a Store,
    kind: &'static str,
    on_lost_lease: OnLostLease,
}

impl<'a> EffectQueue<'a> {
    /// The queue of `kind`.
    pub fn new(store: &'a Store, kind: &'static str, on_lost_lease: OnLostLease) -> Self {
        Self { store, kind, on_lost_lease }
    }

    /// Takes the oldest effect that is due and holds it for `lease_ms`. First settles what lost its worker. The
    /// oldest is the one that was committed first: a clock may stand still or go back.
    pub async fn lease(&self, now_ms: i64, lease_ms: i64) -> Result<Option<Leased>, Fault> {
        let lost = match self.on_lost_lease {
            OnLostLease::Retry => "queued",
            OnLostLease::Unknown => "unknown",
        };
        let mut writer = self.store.writer().await?;
        if self.on_lost_lease == OnLostLease::Unknown {
            // A lease that a power cut takes back would be given again, and paper would come out twice.
            writer.make_durable().await?;
        }
        sqlx::query(
            "UPDATE effect SET state = ?, note = 'the worker stopped' \
             WHERE kind = ? AND state <> 'done' AND state = 'leased' AND leased_until_ms <= ?",
        )
        .bind(lost)
        .bind(self.kind)
        .bind(now_ms)
        .execute(writer.connection())
        .await?;
        let row = sqlx::query(
            "UPDATE effect SET state = 'leased', attempts = attempts + 1, leased_until_ms = ? WHERE key = ( \
               SELECT key FROM effect \
               WHERE kind = ? AND state <> 'done' AND state = 'queued' AND not_before_ms NOT BETWEEN ? + 1 AND ? \
               ORDER BY rowid LIMIT 1) \
             RETURNING key, payload, attempts",
        )
        .bind(now_ms.saturating_add(lease_ms))
        .bind(self.kind)
        .bind(now_ms)
        .bind(now_ms.saturating_add(LONGEST_WAIT_MS))
        .fetch_optional(writer.connection())
        .await?;
        Ok(row.map(|row| Leased { key: row.get(0), payload: row.get(1), attempts: row.get(2) }))
    }

    /// It is done.
    pub async fn done(&self, key: &str) -> Result<(), Fault> {
        self.settle(key, "done", 0, None).await
    }

    /// It did not work; try again not before `not_before_ms`.
    pub async fn retry(&self, key: &str, not_before_ms: i64, why: &str) -> Result<(), Fault> {
        self.settle(key, "queued", not_before_ms, Some(why)).await
    }

    /// It cannot work; a person must look at it.
    pub async fn failed(&self, key: &str, why: &str) -> Result<(), Fault> {
        self.settle(key, "failed", 0, Some(why)).await
    }

    /// Nobody knows whether it happened; a person decides.
    pub async fn unknown(&self, key: &str, why: &str) -> Result<(), Fault> {
        self.settle(key, "unknown", 0, Some(why)).await
    }

    /// Settles every lease as lost, however long it would have run: for a worker that begins and is the only one.
    pub async fn settle_lost(&self) -> Result<(), Fault> {
        let lost = match self.on_lost_lease {
            OnLostLease::Retry => "queued",
            OnLostLease::Unknown => "unknown",
        };
        let mut writer = self.store.writer().await?;
        sqlx::query(
            "UPDATE effect SET state = ?, note = 'the worker stopped' \
             WHERE kind = ? AND state <> 'done' AND state = 'leased'",
        )
        .bind(lost)
        .bind(self.kind)
        .execute(writer.connection())
        .await?;
        Ok(())
    }

    /// Everything that waits is due at once.
    pub async fn hurry(&self) -> Result<(), Fault> {
        let mut writer = self.store.writer().await?;
        sqlx::query(
            "UPDATE effect SET not_before_ms = 0 \
             WHERE kind = ? AND state <> 'done' AND state = 'queued' AND not_before_ms > 0",
        )
        .bind(self.kind)
        .execute(writer.connection())
        .await?;
        Ok(())
    }

    /// What failed or waits is tried again at once; what is held, done or unknown stays as it is.
    pub async fn again(&self, key: &str) -> Result<(), Fault> {
        let mut writer = self.store.writer().await?;
        sqlx::query(
            "UPDATE effect SET state = 'queued', not_before_ms = 0 \
             WHERE key = ? AND kind = ? AND state IN ('queued', 'failed')",
        )
        .bind(key)
        .bind(self.kind)
        .execute(writer.connection())
        .await?;
        Ok(())
    }

    /// Nobody wants it any more: it is gone, unless a worker holds it. Gives back whether it is.
    pub async fn drop_effect(&self, key: &str) -> Result<bool, Fault> {
        let mut writer = self.store.writer().await?;
        let gone = sqlx::query("DELETE FROM effect WHERE key = ? AND kind = ? AND state <> 'leased'")
            .bind(key)
            .bind(self.kind)
            .execute(writer.connection())
            .await?;
        Ok(gone.rows_affected() > 0)
    }

    /// A person has dealt with what was unknown: it counts as done, with a note.
    pub async fn give_up(&self, key: &str, note: &str) -> Result<(), Fault> {
        let mut writer = self.store.writer().await?;
        sqlx::query("UPDATE effect SET state = 'done', note = ? WHERE key = ? AND kind = ? AND state = 'unknown'")
            .bind(note)
            .bind(key)
            .bind(self.kind)
            .execute(writer.connection())
            .await?;
        Ok(())
    }

    /// One effect by its key.
    pub async fn find(&self, key: &str) -> Result<Option<Queued>, Fault> {
        let sql = format!("SELECT {QUEUED} FROM effect WHERE key = ? AND kind = ?");
        let mut connection = self.store.reader().await?;
        let row = sqlx::query(AssertSqlSafe(sql)).bind(key).bind(self.kind).fetch_optional(&mut *connection).await?;
        Ok(row.as_ref().map(read))
    }

    /// The newest first: at most `pending` that are not done, and at most `done` that are.
    pub async fn list(&self, pending: u32, done: u32) -> Result<Vec<Queued>, Fault> {
        let sql = format!(
            "SELECT * FROM (SELECT {QUEUED}, rowid AS place FROM effect WHERE kind = ?1 AND state <> 'done' \
               ORDER BY rowid DESC LIMIT ?2) \
             UNION ALL SELECT * FROM (SELECT {QUEUED}, rowid AS place FROM effect WHERE kind = ?1 AND state = 'done' \
               ORDER BY rowid DESC LIMIT ?3) ORDER BY place DESC"
        );
        let query = sqlx::query(AssertSqlSafe(sql)).bind(self.kind).bind(pending).bind(done);
        let mut connection = self.store.reader().await?;
        Ok(query.fetch_all(&mut *connection).await?.iter().map(read).collect())
    }

    /// When the next one that waits is due, in milliseconds since 1970 UTC; 0 is at once.
    pub async fn next_due_ms(&self) -> Result<Option<i64>, Fault> {
        let mut connection = self.store.reader().await?;
        let row = sqlx::query(
            "SELECT min(not_before_ms) FROM effect WHERE kind = ? AND state <> 'done' AND state = 'queued'",
        )
        .bind(self.kind)
        .fetch_one(&mut *connection)
        .await?;
        Ok(row.get(0))
    }

    /// How many are in `state` (`queued`, `leased`, `done`, `failed`, `unknown`).
    pub async fn count(&self, state: &str) -> Result<i64, Fault> {
        let mut connection = self.store.reader().await?;
        let row = sqlx::query("SELECT count(*) FROM effect WHERE kind = ? AND state = ?")
            .bind(self.kind)
            .bind(state)
            .fetch_one(&mut *connection)
            .await?;
        Ok(row.get(0))
    }

    async fn settle(&self, key: &str, state: &str, not_before_ms: i64, note: Option<&str>) -> Result<(), Fault> {
        let mut writer = self.store.writer().await?;
        sqlx::query("UPDATE effect SET state = ?, not_before_ms = ?, note = ? WHERE key = ? AND kind = ?")
            .bind(state)
            .bind(not_before_ms)
            .bind(note)
            .bind(key)
            .bind(self.kind)
            .execute(writer.connection())
            .await?;
        Ok(())
    }
}

fn read(row: &SqliteRow) -> Queued {
    Queued {
        key: row.get("key"),
        payload: row.get("payload"),
        state: EffectState::read(row.get("state")),
        attempts: row.get("attempts"),
        not_before_ms: row.get("not_before_ms"),
        note: row.get("note"),
    }
}

//! Work in the world: queued by a commit, done after it, by a worker that holds a lease.

use crate::{Fault, Store};
use sqlx::Row;

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
             WHERE kind = ? AND state = 'leased' AND leased_until_ms <= ?",
        )
        .bind(lost)
        .bind(self.kind)
        .bind(now_ms)
        .execute(writer.connection())
        .await?;
        let row = sqlx::query(
            "UPDATE effect SET state = 'leased', attempts = attempts + 1, leased_until_ms = ? WHERE key = ( \
               SELECT key FROM effect WHERE kind = ? AND state = 'queued' AND not_before_ms <= ? \
               ORDER BY rowid LIMIT 1) \
             RETURNING key, payload, attempts",
        )
        .bind(now_ms.saturating_add(lease_ms))
        .bind(self.kind)
        .bind(now_ms)
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

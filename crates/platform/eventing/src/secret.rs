//! Secrets that come with the facts that name them.

use crate::{Fault, Txn};
use kernel::Uuid;

impl Txn {
    /// Stores a secret (a PIN verifier) with this commit: where it fails, nothing is left of it.
    pub async fn put_secret(&mut self, id: Uuid, kind: &str, value: &str) -> Result<(), Fault> {
        let now_ms = self.gesture.at.now_ms;
        sqlx::query("INSERT OR REPLACE INTO secret (id, kind, value, created_ms) VALUES (?, ?, ?, ?)")
            .bind(id.as_bytes().to_vec())
            .bind(kind)
            .bind(value)
            .bind(now_ms)
            .execute(self.writer.connection())
            .await?;
        Ok(())
    }
}

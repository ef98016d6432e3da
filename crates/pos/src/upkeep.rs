//! What keeps a file trustworthy: verify, rebuild, backup, and a count of what is in it.

use crate::error::Result;
use crate::{No, Pos};
use eventing::sqlx::{self, AssertSqlSafe, Row};
use eventing::{BadRow, Invariant, Options, Progress};
use serde::Serialize;
use std::path::Path;

/// Offences of one invariant that are named; more say no more.
const OFFENCES_NAMED: usize = 20;

/// Something that should hold and does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offence {
    /// What should hold.
    pub invariant: String,
    /// What does not.
    pub what: String,
}

/// What a walk over the file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// Whether everything holds.
    pub clean: bool,
    /// Events whose hash was checked.
    pub events: u64,
    /// Invariants that were checked.
    pub invariants: usize,
    /// The first row whose content is not what was written.
    pub first_bad_row: Option<String>,
    /// What does not hold.
    pub offences: Vec<Offence>,
}

/// How much there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// Events in the journal.
    pub events: i64,
    /// Commits in the journal.
    pub commits: i64,
    /// Products.
    pub products: i64,
    /// Orders by state.
    pub orders: Vec<(String, i64)>,
    /// Size of the file in bytes.
    pub file_bytes: u64,
    /// The last event's number in our own log.
    pub head_seq: i64,
}

/// Every invariant of every context.
fn invariants() -> Vec<&'static Invariant> {
    let contexts: [&'static [Invariant]; 8] = [
        store::INVARIANTS,
        staff::INVARIANTS,
        catalog::INVARIANTS,
        inventory::INVARIANTS,
        orders::INVARIANTS,
        payments::INVARIANTS,
        till::INVARIANTS,
        fiscal::INVARIANTS,
    ];
    contexts.into_iter().flatten().collect()
}

impl Pos {
    /// Walks the chain and every invariant.
    pub async fn verify(&self) -> Result<VerifyReport> {
        let chain = self.store().verify().await?;
        let mut reader = self.store().reader().await?;
        let mut offences = Vec::new();
        let invariants = invariants();
        for invariant in &invariants {
            let rows = sqlx::query(AssertSqlSafe(invariant.sql)).fetch_all(&mut *reader).await?;
            let named = rows.iter().take(OFFENCES_NAMED).map(|row| row.get::<String, _>(0));
            offences.extend(named.map(|what| Offence { invariant: invariant.name.to_owned(), what }));
        }
        Ok(VerifyReport {
            clean: chain.bad.is_none() && offences.is_empty(),
            events: chain.events,
            invariants: invariants.len(),
            first_bad_row: chain.bad.as_ref().map(BadRow::to_string),
            offences,
        })
    }

    /// Makes every view anew from the journal.
    pub async fn rebuild(&self, progress: Option<&(dyn Fn(Progress) + Send + Sync)>) -> Result<()> {
        let options = Options { progress, ..Options::default() };
        Ok(self.store().rebuild(&options).await?)
    }

    /// Copies the file to `to`, which must not exist yet, and checks the copy.
    pub async fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            let why = "there is a file already".to_owned();
            return Err(No::FolderNotWritable { folder: to.display().to_string(), why }.into());
        }
        Ok(self.store().backup(to).await?)
    }

    /// How much there is.
    pub async fn stats(&self) -> Result<Stats> {
        let mut reader = self.store().reader().await?;
        let row = sqlx::query(
            "SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM commit_record), \
               (SELECT count(*) FROM catalog_product)",
        )
        .fetch_one(&mut *reader)
        .await?;
        let orders = sqlx::query("SELECT state, count(*) FROM orders_order GROUP BY state ORDER BY state");
        let orders = orders.fetch_all(&mut *reader).await?;
        Ok(Stats {
            events: row.get(0),
            commits: row.get(1),
            products: row.get(2),
            orders: orders.iter().map(|row| (row.get(0), row.get(1))).collect(),
            file_bytes: std::fs::metadata(self.store().path())?.len(),
            head_seq: self.store().head().await.seq,
        })
    }
}

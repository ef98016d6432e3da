//! Walking the chain: is every stored byte what it was when it was written?

use crate::chain::{CommitFields, EventFields, Hash, genesis};
use crate::open::report;
use crate::{Fault, Options, Stage};
use kernel::Uuid;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use std::collections::HashMap;

/// Events that are read and hashed together.
const EVENTS_PER_PAGE: i64 = 4_000;

/// What the chain covers of a commit.
macro_rules! commits {
    () => {
        "SELECT l.log_id, c.commit_no, c.gesture, c.command, c.correlation, c.actor, c.approver, c.shift, c.at_ms, \
           c.highest_ms, c.offset_minutes, c.clock, c.durability, c.app_version \
         FROM commit_record c JOIN log l USING (log)"
    };
}

/// The first row that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its place in the journal.
    pub position: i64,
    /// Its number within its log.
    pub seq: i64,
    /// What is wrong with it.
    pub why: String,
}

impl std::fmt::Display for BadRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "event {} (number {} of its log): {}", self.position, self.seq, self.why)
    }
}

/// What a walk found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// Events that were checked.
    pub events: u64,
    /// The first row that does not hold, if any.
    pub bad: Option<BadRow>,
}

/// Where a log's chain stands while it is walked.
struct Link {
    seq: i64,
    hash: Hash,
}

/// Walks the last `links` events of the journal, over all logs.
pub(crate) async fn chain(connection: &mut SqliteConnection, links: i64) -> Result<Verified, Fault> {
    let last = last_position(connection).await?;
    walk(connection, (last - links).max(0), |_| {}).await
}

/// Walks the whole journal and says how far it is.
pub(crate) async fn whole_chain(connection: &mut SqliteConnection, options: &Options<'_>) -> Result<Verified, Fault> {
    let total = last_position(connection).await?.unsigned_abs();
    walk(connection, 0, |done| report(options, Stage::Verifying, done, total)).await
}

async fn last_position(connection: &mut SqliteConnection) -> Result<i64, Fault> {
    Ok(sqlx::query("SELECT coalesce(max(position), 0) FROM event").fetch_one(connection).await?.get(0))
}

/// Reads a page while the one before it is hashed: the two cost about the same, and a till has two cores.
async fn walk(connection: &mut SqliteConnection, after: i64, told: impl Fn(u64)) -> Result<Verified, Fault> {
    let mut walk = Walk::new(connection, after).await?;
    let mut page = Page::read(connection, after).await?;
    loop {
        told(walk.found.events);
        let Some(last) = page.last() else { return walk.end(connection).await };
        let hashing = tokio::task::spawn_blocking(move || walk.page(&page));
        let next = Page::read(connection, last).await;
        walk = hashing.await.map_err(|_| Fault::Sql(sqlx::Error::WorkerCrashed))?;
        if walk.found.bad.is_some() {
            return Ok(walk.found);
        }
        page = next?;
    }
}

/// Some events, and the records of their commits.
struct Page {
    events: Vec<SqliteRow>,
    commits: Vec<SqliteRow>,
}

impl Page {
    async fn read(connection: &mut SqliteConnection, after: i64) -> Result<Self, Fault> {
        let events = sqlx::query(
            "SELECT e.position, e.log, e.seq, e.commit_no, e.kind, e.stream, e.version, e.type, e.schema_version, \
               e.at_ms, e.hlc, e.payload, e.hash FROM event e WHERE e.position > ? ORDER BY e.position LIMIT ?",
        )
        .bind(after)
        .bind(EVENTS_PER_PAGE)
        .fetch_all(&mut *connection)
        .await?;
        let Some(first) = events.first() else { return Ok(Self { events, commits: Vec::new() }) };
        // Commits are numbered without gaps and each has events, so there are no more of them than events; a row that
        // claims another number ends the walk before anybody asks for its commit.
        let commits = sqlx::query(concat!(
            commits!(),
            " WHERE c.commit_no >= ? AND c.commit_no <= ? ORDER BY c.commit_no LIMIT ?"
        ))
        .bind(first.get::<i64, _>(3))
        .bind(events.last().map_or(0, |last| last.get::<i64, _>(3)))
        .bind(EVENTS_PER_PAGE)
        .fetch_all(connection)
        .await?;
        Ok(Self { events, commits })
    }

    fn last(&self) -> Option<i64> {
        self.events.last().map(|row| row.get(0))
    }

    fn digest(&self, commit_no: i64) -> Result<Hash, String> {
        let found = self.commits.binary_search_by_key(&commit_no, |row| row.get(1));
        match found {
            Ok(index) => digest(&self.commits[index]),
            Err(_) => Err(format!("commit {commit_no} is missing")),
        }
    }
}

struct Walk {
    after: i64,
    whole: bool,
    logs: HashMap<i64, Uuid>,
    links: HashMap<i64, Link>,
    commit: (i64, Hash),
    found: Verified,
}

impl Walk {
    async fn new(connection: &mut SqliteConnection, after: i64) -> Result<Self, Fault> {
        let rows = sqlx::query("SELECT log, log_id FROM log").fetch_all(&mut *connection).await?;
        let logs = rows.iter().map(|row| (row.get(0), crate::journal::uuid(row, 1))).collect();
        Ok(Self {
            after,
            whole: after == 0,
            logs,
            links: HashMap::new(),
            commit: (0, [0; 32]),
            found: Verified::default(),
        })
    }

    /// Checks a page; it ends at the first row that does not hold.
    fn page(mut self, page: &Page) -> Self {
        for row in &page.events {
            let position: i64 = row.get(0);
            if self.whole && position != self.after + 1 {
                self.bad(row, "rows before it are missing");
                break;
            }
            self.after = position;
            let commit_no: i64 = row.get(3);
            if self.commit.0 != commit_no {
                if commit_no != self.commit.0 + 1 && (self.whole || self.commit.0 != 0) {
                    self.bad(row, "its commit does not follow the one before");
                    break;
                }
                match page.digest(commit_no) {
                    Ok(digest) => self.commit = (commit_no, digest),
                    Err(why) => {
                        self.bad(row, &why);
                        break;
                    }
                }
            }
            if !self.event(row) {
                break;
            }
            self.found.events += 1;
        }
        self
    }

    /// Every commit has events, so a commit behind the last event has lost its own.
    async fn end(mut self, connection: &mut SqliteConnection) -> Result<Verified, Fault> {
        let last: i64 =
            sqlx::query("SELECT coalesce(max(commit_no), 0) FROM commit_record").fetch_one(connection).await?.get(0);
        if last != self.commit.0 {
            let why = format!("commit {last} has lost its events");
            self.found.bad = Some(BadRow { position: self.after + 1, seq: 0, why });
        }
        Ok(self.found)
    }

    /// Checks one event against the one before it in its log.
    fn event(&mut self, row: &SqliteRow) -> bool {
        let (log, seq): (i64, i64) = (row.get(1), row.get(2));
        let (Ok(kind), Ok(event_type)) = (row.try_get(4), row.try_get(7)) else {
            return self.bad(row, "its text is not UTF-8");
        };
        let Ok(stored) = <Hash>::try_from(row.get::<&[u8], _>(12)) else { return self.bad(row, "its hash is cut") };
        let previous = match self.links.get(&log) {
            Some(link) if link.seq + 1 == seq => link.hash,
            Some(_) => return self.bad(row, "the one before it is missing"),
            None if seq == 1 => match self.logs.get(&log) {
                Some(log_id) => genesis(*log_id),
                None => return self.bad(row, "its log is missing"),
            },
            None if self.whole => return self.bad(row, "its log does not begin at 1"),
            None => {
                // The walk began inside this log: its first row is believed, and links the next.
                self.links.insert(log, Link { seq, hash: stored });
                return true;
            }
        };
        let computed = EventFields {
            seq,
            kind,
            stream: row.get(5),
            version: row.get(6),
            event_type,
            schema_version: row.get(8),
            at_ms: row.get(9),
            hlc: row.get(10),
            payload: row.get(11),
        }
        .hash(&previous, &self.commit.1);
        self.links.insert(log, Link { seq, hash: stored });
        if computed == stored { true } else { self.bad(row, "its content does not match its hash") }
    }

    fn bad(&mut self, row: &SqliteRow, why: &str) -> bool {
        self.found.bad = Some(BadRow { position: row.get(0), seq: row.get(2), why: why.to_owned() });
        false
    }
}

/// The digest of a stored commit record.
pub(crate) async fn commit_digest(connection: &mut SqliteConnection, commit_no: i64) -> Result<Hash, Fault> {
    let row = sqlx::query(concat!(commits!(), " WHERE c.commit_no = ?"))
        .bind(commit_no)
        .fetch_optional(connection)
        .await?
        .ok_or_else(|| Fault::Damaged(format!("commit {commit_no} is missing")))?;
    digest(&row).map_err(Fault::Damaged)
}

/// What [`commits!`] selects, hashed.
fn digest(row: &SqliteRow) -> Result<Hash, String> {
    let commit_no = row.get(1);
    let text = |column: usize| {
        row.try_get::<&str, _>(column).map_err(|_| format!("commit {commit_no} holds text that is not UTF-8"))
    };
    Ok(CommitFields {
        log_id: crate::journal::uuid(row, 0),
        commit_no,
        gesture: text(2)?,
        command: row.get(3),
        correlation: row.get(4),
        actor: row.get(5),
        approver: row.get(6),
        shift: row.get(7),
        at_ms: row.get(8),
        highest_ms: row.get(9),
        offset_minutes: row.get(10),
        clock: text(11)?,
        durability: text(12)?,
        app_version: text(13)?,
    }
    .digest())
}

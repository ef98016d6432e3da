//! Reading the journal: its head, and events as they are stored.

use crate::chain::{EventFields, Hash, genesis};
use crate::{App, Fault};
use kernel::Uuid;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// Where our own log ends.
#[derive(Debug, Clone)]
pub struct Head {
    /// The device incarnation.
    pub log_id: Uuid,
    /// Its row in `log`.
    pub(crate) log: i64,
    /// The last event's number within the log; 0 for an empty log.
    pub seq: i64,
    /// The last event's hash, or the log's beginning.
    pub hash: Hash,
    /// The last position over all logs.
    pub position: i64,
    /// The last commit.
    pub commit_no: i64,
    /// The time that this register knows of, in milliseconds since 1970 UTC: the highest that its clock has shown, and
    /// what has gone by since somebody set it back.
    pub highest_ms: i64,
    /// What the clock showed when somebody last looked.
    pub(crate) clock_ms: i64,
}

/// Two heads are the same where the journal ends alike, whatever the clock showed meanwhile.
impl PartialEq for Head {
    fn eq(&self, other: &Self) -> bool {
        let end = |head: &Self| (head.log_id, head.log, head.seq, head.hash, head.position, head.commit_no);
        end(self) == end(other)
    }
}

impl Eq for Head {}

/// The most that goes by between two looks at a clock that was set back: a longer step may be somebody's hand again.
const LONGEST_STEP_MS: i64 = 3_600_000;

impl Head {
    /// Looks at the clock, and gives back the time that is known then. It never goes back; and while the clock is behind,
    /// it goes on as the clock does, so that a wait which began in a wrong year ends after as long as it should.
    pub(crate) fn see(&mut self, now_ms: i64) -> i64 {
        let passed_ms = now_ms.saturating_sub(self.clock_ms).clamp(0, LONGEST_STEP_MS);
        self.highest_ms =
            now_ms.max(self.highest_ms.saturating_add(if now_ms < self.highest_ms { passed_ms } else { 0 }));
        self.clock_ms = now_ms;
        self.highest_ms
    }
}

/// One stored event, with what the commit says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Commit order over all logs.
    pub position: i64,
    /// The number within its log.
    pub seq: i64,
    /// The kind of stream.
    pub kind: String,
    /// The stream.
    pub stream: Uuid,
    /// The number within its stream.
    pub version: i64,
    /// The stored name.
    pub event_type: String,
    /// The schema version of the payload.
    pub schema_version: u16,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// JSON, as it was written.
    pub payload: Vec<u8>,
}

impl EventRow {
    pub(crate) const COLUMNS: &str =
        "e.position, e.seq, e.kind, e.stream, e.version, e.type, e.schema_version, e.at_ms, e.payload";

    pub(crate) fn read(row: &SqliteRow) -> Self {
        Self {
            position: row.get(0),
            seq: row.get(1),
            kind: row.get(2),
            stream: uuid(row, 3),
            version: row.get(4),
            event_type: row.get(5),
            schema_version: u16::try_from(row.get::<i64, _>(6)).unwrap_or(u16::MAX),
            at_ms: row.get(7),
            payload: row.get(8),
        }
    }

    /// The payload in its current shape, as a fact of type `F`.
    pub fn fact<F: kernel::Fact>(&self, app: &App) -> Option<F> {
        let current = app.current(&self.event_type, self.schema_version, &self.payload)?;
        if self.event_type == F::TYPE { crate::decode(&current) } else { None }
    }
}

/// A 16-byte column as a UUID; the schema checks the length.
pub(crate) fn uuid(row: &SqliteRow, column: usize) -> Uuid {
    Uuid::from_slice(row.get(column)).expect("the schema checks the length")
}

/// Reads the head of our own open log and checks that the last event is what its hash says.
pub(crate) async fn read_head(connection: &mut SqliteConnection) -> Result<Head, Fault> {
    let row = sqlx::query(
        "SELECT log, log_id, (SELECT coalesce(max(position), 0) FROM event), \
           (SELECT coalesce(max(commit_no), 0) FROM commit_record), \
           coalesce(last.highest_ms, 0), coalesce(last.at_ms, 0) \
         FROM log LEFT JOIN (SELECT c.highest_ms, c.at_ms FROM commit_record c JOIN log l USING (log) \
                             WHERE l.origin = 'own' ORDER BY c.commit_no DESC LIMIT 1) last \
         WHERE origin = 'own' AND state = 'open'",
    )
    .fetch_one(&mut *connection)
    .await?;
    let (log, log_id) = (row.get::<i64, _>(0), uuid(&row, 1));
    let (seq, hash) = last_event(connection, log, log_id).await?;
    let (position, commit_no) = (row.get(2), row.get(3));
    Ok(Head { log_id, log, seq, hash, position, commit_no, highest_ms: row.get(4), clock_ms: row.get(5) })
}

async fn last_event(connection: &mut SqliteConnection, log: i64, log_id: Uuid) -> Result<(i64, Hash), Fault> {
    let rows = sqlx::query(
        "SELECT e.seq, e.hash, e.kind, e.stream, e.version, e.type, e.schema_version, e.at_ms, e.hlc, e.payload, \
           e.commit_no FROM event e WHERE e.log = ? ORDER BY e.seq DESC LIMIT 2",
    )
    .bind(log)
    .fetch_all(&mut *connection)
    .await?;
    let Some(last) = rows.first() else { return Ok((0, genesis(log_id))) };
    let previous = rows.get(1).map_or_else(|| Ok(genesis(log_id)), |row| stored_hash(row, 1))?;
    let digest = crate::verify::commit_digest(connection, last.get(10)).await?;
    let hash = stored_hash(last, 1)?;
    let computed = EventFields {
        seq: last.get(0),
        kind: last.try_get(2).map_err(|_| Fault::Head)?,
        stream: last.get(3),
        version: last.get(4),
        event_type: last.try_get(5).map_err(|_| Fault::Head)?,
        schema_version: last.get(6),
        at_ms: last.get(7),
        hlc: last.get(8),
        payload: last.get(9),
    }
    .hash(&previous, &digest);
    if computed == hash { Ok((last.get(0), hash)) } else { Err(Fault::Head) }
}

fn stored_hash(row: &SqliteRow, column: usize) -> Result<Hash, Fault> {
    row.get::<&[u8], _>(column).try_into().map_err(|_| Fault::Head)
}

#[cfg(test)]
mod tests {
    use super::Head;
    use kernel::Uuid;

    const HOUR_MS: i64 = 3_600_000;
    const IN_2026_MS: i64 = 1_772_445_600_000;
    const IN_2040_MS: i64 = 2_210_000_000_000;

    fn head() -> Head {
        let (highest_ms, clock_ms) = (IN_2026_MS, IN_2026_MS);
        Head { log_id: Uuid::nil(), log: 1, seq: 0, hash: [0; 32], position: 0, commit_no: 0, highest_ms, clock_ms }
    }

    #[test]
    fn the_known_time_goes_with_the_clock_and_never_back() {
        let mut head = head();
        assert_eq!(head.see(IN_2026_MS + 1), IN_2026_MS + 1);
        assert_eq!(head.see(IN_2040_MS), IN_2040_MS);
        assert_eq!(head.see(IN_2026_MS), IN_2040_MS);
    }

    #[test]
    fn while_the_clock_is_behind_the_known_time_goes_on_as_fast() {
        let mut head = head();
        head.see(IN_2040_MS);
        head.see(IN_2026_MS);
        assert_eq!(head.see(IN_2026_MS + 60_000), IN_2040_MS + 60_000);
        assert_eq!(head.see(IN_2026_MS + 120_000), IN_2040_MS + 120_000);
    }

    #[test]
    fn a_clock_that_is_put_right_again_does_not_count_its_years() {
        let mut head = head();
        for clock_ms in [0, 20 * 365 * 24 * HOUR_MS, IN_2026_MS - HOUR_MS] {
            head.see(clock_ms);
        }
        assert_eq!(head.see(IN_2026_MS + 5 * HOUR_MS), IN_2026_MS + 5 * HOUR_MS);
    }
}

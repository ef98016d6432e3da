//! The chain, written a second time from its description: what another device sends, and a check of the format.

use eventing::sqlx::{self, SqliteConnection};
use kernel::Uuid;
use sha2::{Digest, Sha256};

type Hash = [u8; 32];

fn hash(domain: &str, fields: &[&[u8]]) -> Hash {
    let mut bytes = domain.as_bytes().to_vec();
    for field in fields {
        bytes.extend((field.len() as u64).to_be_bytes());
        bytes.extend(*field);
    }
    Sha256::digest(bytes).into()
}

pub fn genesis(log_id: Uuid) -> Hash {
    hash("minas.log.v1", &[log_id.as_bytes()])
}

/// An event of a log that is not ours.
pub struct HandEvent<'a> {
    pub kind: &'a str,
    pub stream: Uuid,
    pub version: i64,
    pub event_type: &'a str,
    pub schema_version: i64,
    pub payload: &'a str,
}

/// A log of another device, as this file stores it.
pub struct HandLog {
    pub log: i64,
    pub log_id: Uuid,
    pub seq: i64,
    pub hash: Hash,
    /// Of every commit in it.
    pub highest_ms: i64,
}

impl HandLog {
    pub async fn new(connection: &mut SqliteConnection, log_id: Uuid) -> Self {
        let row = sqlx::query("INSERT INTO log (log_id, origin, state, opened_ms) VALUES (?, 'foreign', 'open', 0)");
        let done = row.bind(log_id.as_bytes().to_vec()).execute(connection).await.unwrap();
        Self { log: done.last_insert_rowid(), log_id, seq: 0, hash: genesis(log_id), highest_ms: 5_000 }
    }

    /// Stores one event in a commit of its own, with everything absent that may be.
    pub async fn store(&mut self, connection: &mut SqliteConnection, event: &HandEvent<'_>) {
        let (id, at_ms, actor) = (Uuid::from_u128(self.seq.unsigned_abs().into()), 4_000_i64, Uuid::from_u128(77));
        sqlx::query(
            "INSERT INTO commit_record (commit_no, log, gesture, command, correlation, actor, at_ms, highest_ms, \
               offset_minutes, clock, durability, app_version) \
             SELECT coalesce(max(commit_no), 0) + 1, ?, 'hand', ?, ?, ?, ?, ?, 0, 'ok', 'full', '9' FROM commit_record",
        )
        .bind(self.log)
        .bind(id.as_bytes().to_vec())
        .bind(id.as_bytes().to_vec())
        .bind(actor.as_bytes().to_vec())
        .bind(at_ms)
        .bind(self.highest_ms)
        .execute(&mut *connection)
        .await
        .unwrap();
        let commit = self.commit_digest(id, actor, at_ms);
        self.seq += 1;
        let number = i64::to_be_bytes;
        self.hash = hash(
            "minas.event.v1",
            &[
                &self.hash,
                &commit,
                &number(self.seq),
                event.kind.as_bytes(),
                event.stream.as_bytes(),
                &number(event.version),
                event.event_type.as_bytes(),
                &number(event.schema_version),
                &number(at_ms),
                b"",
                event.payload.as_bytes(),
            ],
        );
        sqlx::query(
            "INSERT INTO event (position, log, seq, commit_no, kind, stream, version, type, schema_version, at_ms, \
               payload, hash) \
             SELECT coalesce(max(position), 0) + 1, ?, ?, (SELECT max(commit_no) FROM commit_record), ?, ?, ?, ?, ?, ?, \
               ?, ? FROM event",
        )
        .bind(self.log)
        .bind(self.seq)
        .bind(event.kind)
        .bind(event.stream.as_bytes().to_vec())
        .bind(event.version)
        .bind(event.event_type)
        .bind(event.schema_version)
        .bind(at_ms)
        .bind(event.payload.as_bytes())
        .bind(self.hash.to_vec())
        .execute(&mut *connection)
        .await
        .unwrap();
    }

    fn commit_digest(&self, id: Uuid, actor: Uuid, at_ms: i64) -> Hash {
        let mut bytes = b"minas.commit.v1".to_vec();
        let mut field = |field: &[u8]| {
            bytes.extend((field.len() as u64).to_be_bytes());
            bytes.extend(field);
        };
        field(self.log_id.as_bytes());
        field(b"hand");
        field(id.as_bytes());
        field(id.as_bytes());
        field(actor.as_bytes());
        // No approver and no shift.
        bytes.extend([0xff; 16]);
        let mut field = |field: &[u8]| {
            bytes.extend((field.len() as u64).to_be_bytes());
            bytes.extend(field);
        };
        field(&at_ms.to_be_bytes());
        field(&self.highest_ms.to_be_bytes());
        field(&0_i64.to_be_bytes());
        field(b"ok");
        field(b"full");
        field(b"9");
        Sha256::digest(&bytes).into()
    }
}

//! Writing a commit: one multi-statement call, whatever it holds.

use crate::chain::{CommitFields, EventFields, Hash, clock_name};
use crate::view::Batch;
use crate::writer::Condition;
use crate::{Fault, Head, SNAPSHOT_EVERY_EVENTS, Txn};
use serde::Serialize;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, SqliteConnection};
use std::fmt::Write;

/// Rows of one INSERT. SQLite allows 32,766 parameters a statement.
const EVENTS_PER_INSERT: usize = 500;

/// What is stored as the program's version with each commit.
const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

impl Txn {
    /// Writes everything and gives back the journal's new head. `reply` is what a repeat of the command gets.
    ///
    /// # Errors
    /// Any [`Fault`]; then nothing is written.
    pub async fn commit<R: Serialize>(mut self, reply: &R) -> Result<Head, Fault> {
        if let Some(why) = self.broken {
            return Err(Fault::Invariant(why.to_owned()));
        }
        let reply = serde_json::to_vec(reply).map_err(Fault::Reply)?;
        let mut script = Script::default();
        let head = self.write_journal(&mut script);
        self.write_snapshots(&mut script, head.position);
        script.views(&self.unviewed());
        self.write_effects(&mut script);
        let at = &self.gesture.at;
        script.push("INSERT INTO outcome (command, fingerprint, reply, at_ms) VALUES (?, ?, ?, ?);COMMIT", |values| {
            values.bytes(at.command.0.as_bytes());
            values.bytes(&self.gesture.fingerprint);
            values.bytes(&reply);
            values.number(at.now_ms);
        });
        match script.run(self.writer.connection()).await {
            Ok(()) => {
                self.writer.condition = Condition::Ready;
                self.writer.head = head.clone();
                let slots = std::mem::take(&mut self.slots);
                self.writer.kept.put_back(slots);
                Ok(head)
            }
            Err(fault) => {
                self.writer.abandon(Some(&fault)).await;
                Err(fault)
            }
        }
    }

    /// The commit record and its events, chained.
    fn write_journal(&self, script: &mut Script) -> Head {
        let mut head = self.writer.head.clone();
        if self.events.is_empty() {
            return head;
        }
        let at = &self.gesture.at;
        head.commit_no += 1;
        head.highest_ms = at.highest_ms;
        let approver = at.approver.map(|approver| approver.0);
        let shift = at.shift.map(|shift| shift.0);
        let fields = CommitFields {
            log_id: head.log_id,
            commit_no: head.commit_no,
            gesture: self.gesture.name,
            command: at.command.0.as_bytes(),
            correlation: at.correlation.0.as_bytes(),
            actor: at.actor.0.as_bytes(),
            approver: approver.as_ref().map(|id| id.as_bytes().as_slice()),
            shift: shift.as_ref().map(|id| id.as_bytes().as_slice()),
            at_ms: at.now_ms,
            highest_ms: at.highest_ms,
            offset_minutes: i64::from(at.offset_minutes),
            clock: clock_name(at.clock_quality()),
            durability: self.gesture.durability.name(),
            app_version: APP_VERSION,
        };
        script.commit_record(head.log, &fields);
        let digest = fields.digest();
        for events in self.events.chunks(EVENTS_PER_INSERT) {
            script.open_events();
            for event in events {
                head.seq += 1;
                head.position += 1;
                let fields = EventFields {
                    seq: head.seq,
                    kind: event.stream.0,
                    stream: event.stream.1.as_bytes(),
                    version: event.version,
                    event_type: event.wire.event_type,
                    schema_version: i64::from(event.wire.version),
                    at_ms: at.now_ms,
                    hlc: None,
                    payload: &event.wire.payload,
                };
                head.hash = fields.hash(&head.hash, &digest);
                script.event(&head, &fields);
            }
            script.close_rows();
        }
        head
    }

    fn write_snapshots(&mut self, script: &mut Script, position: i64) {
        for ((kind, id), slot) in &mut self.slots {
            if slot.version - slot.snapshot_version < SNAPSHOT_EVERY_EVENTS || slot.unknown.is_some() {
                continue;
            }
            script.push(
                "INSERT OR REPLACE INTO snapshot (kind, stream, version, position, fold_version, state) \
                 VALUES (?, ?, ?, ?, ?, ?);",
                |values| {
                    values.text(kind);
                    values.bytes(id.as_bytes());
                    values.number(slot.version);
                    values.number(position);
                    values.number(i64::from(slot.shape.fold_version));
                    values.bytes(&slot.fold.snapshot());
                },
            );
            slot.snapshot_version = slot.version;
        }
    }

    fn write_effects(&self, script: &mut Script) {
        for effect in &self.effects {
            script.push(
                "INSERT OR IGNORE INTO effect (key, kind, payload, state, queued_ms) VALUES (?, ?, ?, 'queued', ?);",
                |values| {
                    values.text(&effect.key);
                    values.text(effect.kind);
                    values.bytes(&effect.payload);
                    values.number(self.gesture.at.now_ms);
                },
            );
        }
    }
}

/// Runs the statements of views alone: within a transaction before a query, or while rebuilding.
pub(crate) async fn write_views(connection: &mut SqliteConnection, batches: &[Batch]) -> Result<(), Fault> {
    let mut script = Script::default();
    script.views(batches);
    if script.sql.is_empty() { Ok(()) } else { script.run(connection).await }
}

/// Many statements and their values, on their way to SQLite in one call.
#[derive(Default)]
struct Script {
    sql: String,
    values: Values,
}

#[derive(Default)]
struct Values(SqliteArguments);

impl Values {
    fn number(&mut self, value: i64) {
        self.0.add(value).expect("an integer always encodes");
    }

    fn text(&mut self, value: &str) {
        self.0.add(value.to_owned()).expect("a text always encodes");
    }

    fn bytes(&mut self, value: &[u8]) {
        self.0.add(value.to_vec()).expect("bytes always encode");
    }

    fn optional_bytes(&mut self, value: Option<&[u8]>) {
        self.0.add(value.map(<[u8]>::to_vec)).expect("bytes always encode");
    }
}

impl Script {
    fn push(&mut self, sql: &str, bind: impl FnOnce(&mut Values)) {
        self.sql.push_str(sql);
        bind(&mut self.values);
    }

    fn commit_record(&mut self, log: i64, fields: &CommitFields<'_>) {
        self.push(
            "INSERT INTO commit_record (commit_no, log, gesture, command, correlation, actor, approver, shift, at_ms, \
             highest_ms, offset_minutes, clock, durability, app_version) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?);",
            |values| {
                values.number(fields.commit_no);
                values.number(log);
                values.text(fields.gesture);
                values.bytes(fields.command);
                values.bytes(fields.correlation);
                values.bytes(fields.actor);
                values.optional_bytes(fields.approver);
                values.optional_bytes(fields.shift);
                values.number(fields.at_ms);
                values.number(fields.highest_ms);
                values.number(fields.offset_minutes);
                values.text(fields.clock);
                values.text(fields.durability);
                values.text(fields.app_version);
            },
        );
    }

    fn open_events(&mut self) {
        self.sql.push_str(
            "INSERT INTO event (position, log, seq, commit_no, kind, stream, version, type, schema_version, at_ms, \
             hlc, payload, hash) VALUES ",
        );
    }

    fn event(&mut self, head: &Head, fields: &EventFields<'_>) {
        let hash: &Hash = &head.hash;
        self.push("(?,?,?,?,?,?,?,?,?,?,?,?,?),", |values| {
            values.number(head.position);
            values.number(head.log);
            values.number(fields.seq);
            values.number(head.commit_no);
            values.text(fields.kind);
            values.bytes(fields.stream);
            values.number(fields.version);
            values.text(fields.event_type);
            values.number(fields.schema_version);
            values.number(fields.at_ms);
            values.0.add(fields.hlc).expect("an integer always encodes");
            values.bytes(fields.payload);
            values.bytes(hash);
        });
    }

    fn close_rows(&mut self) {
        self.sql.pop();
        self.sql.push(';');
    }

    /// A view's statements read `?1`; here every reading is a value of its own, because the driver counts plain
    /// parameters over all statements of a call.
    fn views(&mut self, batches: &[Batch]) {
        for batch in batches {
            let json = std::sync::Arc::new(batch.json());
            let mut parts = batch.sql.split("?1");
            write!(self.sql, "{}", parts.next().unwrap_or_default()).expect("writing to a string cannot fail");
            for part in parts {
                self.values.0.add(std::sync::Arc::clone(&json)).expect("a text always encodes");
                self.sql.push('?');
                self.sql.push_str(part);
            }
            if !batch.sql.trim_end().ends_with(';') {
                self.sql.push(';');
            }
        }
    }

    async fn run(self, connection: &mut SqliteConnection) -> Result<(), Fault> {
        sqlx::query_with(AssertSqlSafe(self.sql), self.values.0).execute(connection).await?;
        Ok(())
    }
}

//! The first call of a transaction: it opens it, asks whether the command was done before, and reads what the script is
//! known to need. Each call is two wake-ups of a thread, which costs more than what most of them do.

use crate::chain::Durability;
use crate::fold::{Shape, Slot};
use crate::load::{self, LOAD, Snapshots};
use crate::policy::{Need, NeedKind, StreamKey};
use crate::writer::Writer;
use crate::{App, Fault, Gesture};
use kernel::Uuid;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments, AssertSqlSafe, Row, SqliteConnection};
use std::collections::HashMap;

/// The first column of every row says which statement it is of: the outcome, the streams ([`LOAD`]), or a need's rows.
const OUTCOME: i64 = 0;
const STREAMS: i64 = 1;
const FIRST_ROWS: i64 = 2;

/// Rows that were read when the transaction began.
pub(crate) struct Asked {
    sql: &'static str,
    keys: String,
    pub(crate) rows: Vec<String>,
}

impl Asked {
    pub(crate) fn is(&self, sql: &'static str, keys: &str) -> bool {
        std::ptr::eq(self.sql, sql) && self.keys == keys
    }
}

/// What the first call found.
#[derive(Default)]
pub(crate) struct Found {
    /// Fingerprint and reply of a command that was done before.
    pub(crate) known: Option<(Vec<u8>, Vec<u8>)>,
    pub(crate) slots: HashMap<StreamKey, Slot>,
    pub(crate) asked: Vec<Asked>,
}

/// The first call of a transaction.
pub(crate) struct Opening {
    sql: String,
    values: SqliteArguments,
    streams: Vec<(Shape, Uuid)>,
    asked: Vec<Asked>,
}

impl Opening {
    pub(crate) fn new(writer: &Writer, gesture: &Gesture, reads: Vec<Need>) -> Self {
        let durability = match (writer.durability, gesture.durability) {
            (Durability::Full, Durability::Normal) => "PRAGMA synchronous = NORMAL;",
            (Durability::Normal, Durability::Full) => "PRAGMA synchronous = FULL;",
            (Durability::Full, Durability::Full) | (Durability::Normal, Durability::Normal) => "",
        };
        let sql = format!(
            "{durability}BEGIN IMMEDIATE;SELECT {OUTCOME}, fingerprint, reply FROM outcome WHERE command = ?1;"
        );
        let mut opening = Self { sql, values: SqliteArguments::default(), streams: Vec::new(), asked: Vec::new() };
        opening.bind(gesture.at.command.0.as_bytes().to_vec());
        for need in reads {
            match need.0 {
                NeedKind::Stream(shape, id) if writer.kept.holds(&(shape.kind, id)) => {}
                NeedKind::Stream(shape, id) => opening.streams.push((shape, id)),
                NeedKind::Rows { sql, keys, .. } => opening.asked.push(Asked { sql, keys, rows: Vec::new() }),
            }
        }
        opening.read_streams(writer.head.log);
        opening.read_rows();
        opening
    }

    /// Numbers stand for values over all statements of a call.
    fn bind<T: sqlx::Encode<'static, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite> + 'static>(
        &mut self,
        value: T,
    ) -> String {
        self.values.add(value).expect("plain values always encode");
        format!("?{}", self.values.len())
    }

    fn read_streams(&mut self, own_log: i64) {
        self.streams.sort_by_key(|(shape, id)| (shape.kind, *id));
        self.streams.dedup_by_key(|(shape, id)| (shape.kind, *id));
        if self.streams.is_empty() {
            return;
        }
        let keys = self.bind(load::keys(&self.streams, Snapshots::Use));
        let own = self.bind(own_log);
        self.sql.push_str(&LOAD.replace("?2", &own).replace("?1", &keys));
        self.sql.push(';');
    }

    fn read_rows(&mut self) {
        for (number, at) in (FIRST_ROWS..).zip(0..self.asked.len()) {
            let (sql, keys) = (self.asked[at].sql, self.asked[at].keys.clone());
            let keys = self.bind(keys);
            let rows = sql.replace("?1", &keys);
            self.sql.extend([format!("SELECT {number}, * FROM ("), rows, ");".to_owned()]);
        }
    }

    pub(crate) async fn read(self, app: &App, connection: &mut SqliteConnection) -> Result<Found, Fault> {
        let Self { sql, values, streams, asked } = self;
        let rows = sqlx::query_with(AssertSqlSafe(sql), values).fetch_all(&mut *connection).await?;
        let mut found = Found { asked, ..Found::default() };
        let of = |wanted: i64| rows.iter().filter(move |row: &&SqliteRow| row.get::<i64, _>(0) == wanted);
        found.known = of(OUTCOME).next().map(|row| (row.get(1), row.get(2)));
        // What does not parse is left out here, and read without its snapshot when somebody asks for it.
        load::fold(app, &streams, of(STREAMS), &mut found.slots)?;
        for (number, asked) in (FIRST_ROWS..).zip(&mut found.asked) {
            asked.rows = of(number).map(|row| row.get(1)).collect();
        }
        Ok(found)
    }
}

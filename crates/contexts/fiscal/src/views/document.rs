//! Every numbered document, with where it stands with the authority.

use crate::document::{DocumentAccepted, DocumentIssued, DocumentRejected, DocumentSubmitted, DocumentUnknown};
use contracts::{DocumentType, ReceiptNumbered};
use eventing::{On, View};
use kernel::{DocumentId, Fact, Money, OperatorId, OrderId, ShiftId};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// One row a document; its place in the journal is its key, so that the newest come first for nothing.
pub static DOCUMENT: View = View {
    name: "fiscal_document",
    version: 2,
    tables: &["fiscal_document"],
    ddl: "CREATE TABLE fiscal_document (
            position      INTEGER PRIMARY KEY,
            document      TEXT NOT NULL,
            order_id      TEXT NOT NULL,
            document_type TEXT NOT NULL,
            series        TEXT NOT NULL,
            number        INTEGER NOT NULL,
            total_minor   INTEGER NOT NULL,
            currency      TEXT NOT NULL,
            at_ms         INTEGER NOT NULL,
            shift         TEXT,
            operator      TEXT NOT NULL,
            state         TEXT NOT NULL DEFAULT 'numbered'
                            CHECK (state IN ('numbered', 'issued', 'submitted', 'accepted', 'rejected', 'unknown')),
            mark          TEXT,
            qr            TEXT,
            why           TEXT
          ) STRICT;
          CREATE INDEX fiscal_document_by_id ON fiscal_document (document);
          CREATE INDEX fiscal_document_by_order ON fiscal_document (order_id);
          CREATE INDEX fiscal_document_by_number ON fiscal_document (number, series);
          CREATE INDEX fiscal_document_by_total ON fiscal_document (total_minor);
          CREATE INDEX fiscal_document_by_shift ON fiscal_document (shift, position);
          CREATE INDEX fiscal_document_waiting ON fiscal_document (position)
            WHERE state IN ('issued', 'submitted', 'unknown');",
    on: &[
        On::new(ReceiptNumbered::TYPE, NUMBERED),
        On::new(DocumentIssued::TYPE, ISSUED),
        On::new(DocumentSubmitted::TYPE, SUBMITTED),
        On::new(DocumentAccepted::TYPE, ACCEPTED),
        On::new(DocumentRejected::TYPE, REJECTED),
        On::new(DocumentUnknown::TYPE, UNKNOWN),
    ],
};

const NUMBERED: &str = "INSERT INTO fiscal_document \
      (position, document, order_id, document_type, series, number, total_minor, currency, at_ms, shift, operator) \
    SELECT value->>'position', value->>'$.p.document', value->>'$.p.order', value->>'$.p.document_type', \
      value->>'$.p.series', value->>'$.p.number', value->>'$.p.total.minor', value->>'$.p.total.currency', \
      value->>'at', value->>'shift', value->>'actor' \
    FROM jsonb_each(?1)";

/// Moves documents to another state, with what is known of them by then.
macro_rules! move_to {
    ($state:literal, $why:literal) => {
        concat!(
            "UPDATE fiscal_document SET state = '",
            $state,
            "', why = ",
            $why,
            " FROM jsonb_each(?1) e WHERE document = e.value->>'$.p.document'"
        )
    };
}

const ISSUED: &str = move_to!("issued", "NULL");
const SUBMITTED: &str = move_to!("submitted", "NULL");
const REJECTED: &str = move_to!("rejected", "e.value->>'$.p.why'");
const UNKNOWN: &str = move_to!("unknown", "e.value->>'$.p.why'");
const ACCEPTED: &str = move_to!("accepted", "NULL, mark = e.value->>'$.p.mark', qr = e.value->>'$.p.qr'");

/// Where a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "fiscal/")]
pub enum DocumentState {
    /// It has its number, and nobody is to submit it.
    Numbered,
    /// It waits to be submitted.
    Issued,
    /// It is on its way.
    Submitted,
    /// It has the authority's mark.
    Accepted,
    /// The authority refused it.
    Rejected,
    /// It may have arrived.
    Unknown,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "fiscal/")]
pub struct DocumentRow {
    /// The document; a sale's is its order's id.
    pub document: DocumentId,
    /// The order it documents.
    pub order: OrderId,
    /// What it is.
    pub document_type: DocumentType,
    /// The series.
    pub series: String,
    /// The number within the series.
    #[ts(type = "number")]
    pub number: u64,
    /// Both, as people read them: `A-1043`.
    pub document_number: String,
    /// The total; positive.
    pub total: Money,
    /// Where it stands.
    pub state: DocumentState,
    /// The authority's mark.
    pub mark: Option<String>,
    /// What paper shows as a QR code.
    pub qr: Option<String>,
    /// Why it was refused, or is unknown.
    pub why: Option<String>,
    /// When it was numbered, in milliseconds since 1970 UTC.
    #[ts(type = "number")]
    pub at_ms: i64,
    /// The shift that made it.
    pub shift: Option<ShiftId>,
    /// Who made it.
    pub operator: OperatorId,
    /// Where in the journal it was numbered.
    #[ts(type = "number")]
    pub position: i64,
}

/// The columns of [`DocumentRow`], as one JSON object.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT json_object('document', document, 'order', order_id, 'document_type', document_type, \
             'series', series, 'number', number, 'document_number', series || '-' || number, \
             'total', json_object('minor', total_minor, 'currency', currency), 'state', state, 'mark', mark, \
             'qr', qr, 'why', why, 'at_ms', at_ms, 'shift', shift, 'operator', operator, 'position', position) FROM fiscal_document ",
            $rest
        )
    };
}

/// An order's document of this type.
pub async fn find_by_order(
    connection: &mut SqliteConnection,
    order: OrderId,
    document_type: DocumentType,
) -> Result<Option<DocumentRow>, sqlx::Error> {
    let name = match document_type {
        DocumentType::Sale => "sale",
        DocumentType::Reversal => "reversal",
    };
    let query = sqlx::query(select!("WHERE order_id = ?1 AND document_type = ?2")).bind(order.to_string()).bind(name);
    query.fetch_optional(connection).await?.as_ref().map(read).transpose()
}

/// The document with this number.
pub async fn find_by_number(
    connection: &mut SqliteConnection,
    series: &str,
    number: u64,
) -> Result<Option<DocumentRow>, sqlx::Error> {
    let Ok(number) = i64::try_from(number) else { return Ok(None) };
    let query = sqlx::query(select!("WHERE series = ?1 AND number = ?2")).bind(series).bind(number);
    query.fetch_optional(connection).await?.as_ref().map(read).transpose()
}

/// A document by its id.
pub async fn find_document(
    connection: &mut SqliteConnection,
    document: DocumentId,
) -> Result<Option<DocumentRow>, sqlx::Error> {
    let query = sqlx::query(select!("WHERE document = ?1")).bind(document.to_string());
    query.fetch_optional(connection).await?.as_ref().map(read).transpose()
}

/// The newest documents, newest first, at most `limit`.
pub async fn list_recent(connection: &mut SqliteConnection, limit: u32) -> Result<Vec<DocumentRow>, sqlx::Error> {
    let rows = sqlx::query(select!("ORDER BY position DESC LIMIT ?1")).bind(limit).fetch_all(connection).await?;
    rows.iter().map(read).collect()
}

/// The last document that a shift made: what a cashier may reverse.
pub async fn last_document(
    connection: &mut SqliteConnection,
    shift: ShiftId,
) -> Result<Option<DocumentRow>, sqlx::Error> {
    let query = sqlx::query(select!("WHERE shift = ?1 ORDER BY position DESC LIMIT 1")).bind(shift.to_string());
    query.fetch_optional(connection).await?.as_ref().map(read).transpose()
}

/// Every document of a shift, oldest first.
pub async fn list_by_shift(connection: &mut SqliteConnection, shift: ShiftId) -> Result<Vec<DocumentRow>, sqlx::Error> {
    let query = sqlx::query(select!("WHERE shift = ?1 ORDER BY position")).bind(shift.to_string());
    query.fetch_all(connection).await?.iter().map(read).collect()
}

/// What a document may be found by; whatever fits one of these is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// A series and a number in it.
    pub numbered: Option<(String, u64)>,
    /// A number in any series.
    pub number: Option<u64>,
    /// A total in minor units.
    pub total_minor: Option<i64>,
    /// Documents of these orders.
    pub orders: Vec<OrderId>,
}

/// Each part has an index of its own; `?5` is the orders as JSON.
const WANTED: &str = select!(
    "WHERE position IN ( \
       SELECT position FROM fiscal_document WHERE series = ?3 AND number = ?4 \
       UNION ALL SELECT position FROM fiscal_document WHERE number = ?6 \
       UNION ALL SELECT position FROM fiscal_document WHERE total_minor = ?7 \
       UNION ALL SELECT position FROM fiscal_document WHERE order_id IN (SELECT value FROM json_each(?5))) \
     ORDER BY position DESC LIMIT ?1 OFFSET ?2"
);

/// A page of documents, newest first: all of them, or those that are `wanted`.
pub async fn list_page(
    connection: &mut SqliteConnection,
    wanted: Option<&Wanted>,
    limit: u32,
    offset: u32,
) -> Result<Vec<DocumentRow>, sqlx::Error> {
    let Some(wanted) = wanted else {
        let all = sqlx::query(select!("ORDER BY position DESC LIMIT ?1 OFFSET ?2")).bind(limit).bind(offset);
        return all.fetch_all(connection).await?.iter().map(read).collect();
    };
    let (series, number) = wanted.numbered.clone().unzip();
    let in_range = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok());
    let orders: Vec<String> = wanted.orders.iter().map(ToString::to_string).collect();
    let query = sqlx::query(WANTED)
        .bind(limit)
        .bind(offset)
        .bind(series)
        .bind(in_range(number))
        .bind(serde_json::to_string(&orders).expect("texts are plain data"))
        .bind(in_range(wanted.number))
        .bind(wanted.total_minor);
    query.fetch_all(connection).await?.iter().map(read).collect()
}

/// Documents that the authority has not answered, oldest first, at most `limit`: the order in which they are submitted.
/// A refused one waits for a person and holds up nobody.
pub async fn list_waiting(connection: &mut SqliteConnection, limit: u32) -> Result<Vec<DocumentRow>, sqlx::Error> {
    let sql = select!("WHERE state IN ('issued', 'submitted', 'unknown') ORDER BY position LIMIT ?1");
    let rows = sqlx::query(sql).bind(limit).fetch_all(connection).await?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<DocumentRow, sqlx::Error> {
    serde_json::from_str(row.try_get(0)?).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

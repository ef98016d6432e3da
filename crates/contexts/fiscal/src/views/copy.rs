//! Every copy of a document that was printed after the original.

use crate::document::DocumentCopied;
use eventing::{On, View};
use kernel::{DocumentId, Fact, ShiftId};
use sqlx::SqliteConnection;

/// One row a copy; its place in the journal is its key.
pub static COPY: View = View {
    name: "fiscal_copy",
    version: 1,
    tables: &["fiscal_copy"],
    ddl: "CREATE TABLE fiscal_copy (
            position INTEGER PRIMARY KEY,
            document TEXT NOT NULL,
            copy     INTEGER NOT NULL,
            shift    TEXT,
            at_ms    INTEGER NOT NULL
          ) STRICT;
          CREATE INDEX fiscal_copy_by_document ON fiscal_copy (document);
          CREATE INDEX fiscal_copy_by_shift ON fiscal_copy (shift);",
    on: &[On::new(
        DocumentCopied::TYPE,
        "INSERT INTO fiscal_copy (position, document, copy, shift, at_ms) \
         SELECT value->>'position', value->>'$.p.document', value->>'$.p.copy', value->>'shift', value->>'at' \
         FROM jsonb_each(?1)",
    )],
};

/// How many copies of a document were printed.
pub async fn count_copies(connection: &mut SqliteConnection, document: DocumentId) -> Result<u32, sqlx::Error> {
    let query = sqlx::query_scalar("SELECT count(*) FROM fiscal_copy WHERE document = ?1");
    query.bind(document.to_string()).fetch_one(connection).await
}

/// How many copies, of whatever documents, were printed in a shift.
pub async fn count_copies_in_shift(connection: &mut SqliteConnection, shift: ShiftId) -> Result<u32, sqlx::Error> {
    let query = sqlx::query_scalar("SELECT count(*) FROM fiscal_copy WHERE shift = ?1");
    query.bind(shift.to_string()).fetch_one(connection).await
}

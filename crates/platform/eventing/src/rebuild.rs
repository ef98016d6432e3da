//! Making views anew from the journal.

use crate::open::{create_tables, report};
use crate::view::{Around, Batch, Pending};
use crate::{App, Fault, Options, Stage, View, commit};
use kernel::Uuid;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};

/// Events that are read, turned into rows and written together.
const EVENTS_PER_PAGE: i64 = 2_000;

/// Pages that stay in memory meanwhile, as SQLite counts them: below zero for KiB. Rows come in the order of events,
/// not of their tables, and a page that is pushed out is written and read again.
const CACHE_KIB: i64 = -131_072;

/// Rebuilds every view whose version is not the stored one, in one transaction.
pub(crate) async fn stale_views(
    app: &App,
    connection: &mut SqliteConnection,
    options: &Options<'_>,
) -> Result<(), Fault> {
    let rows = sqlx::query("SELECT name, version FROM view_version").fetch_all(&mut *connection).await?;
    let stored: Vec<(String, i64)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    let is_current = |view: &View| stored.iter().any(|(n, v)| n == view.name && *v == i64::from(view.version));
    let stale: Vec<usize> = (0..app.views.len()).filter(|&index| !is_current(app.views[index])).collect();
    if stale.is_empty() { Ok(()) } else { views(app, connection, &stale, options).await }
}

/// Rebuilds these views, all or none.
pub(crate) async fn views(
    app: &App,
    connection: &mut SqliteConnection,
    chosen: &[usize],
    options: &Options<'_>,
) -> Result<(), Fault> {
    all_or_none(app, Connections { writer: connection, reader: None }, chosen, options).await
}

/// The same, with another connection that reads the journal meanwhile.
pub(crate) async fn views_beside(
    app: &App,
    (writer, reader): (&mut SqliteConnection, &mut SqliteConnection),
    chosen: &[usize],
    options: &Options<'_>,
) -> Result<(), Fault> {
    all_or_none(app, Connections { writer, reader: Some(reader) }, chosen, options).await
}

struct Connections<'a> {
    writer: &'a mut SqliteConnection,
    /// Sees the same events, because nobody writes others meanwhile.
    reader: Option<&'a mut SqliteConnection>,
}

async fn all_or_none(
    app: &App,
    mut connections: Connections<'_>,
    chosen: &[usize],
    options: &Options<'_>,
) -> Result<(), Fault> {
    let usual: i64 = sqlx::query("PRAGMA cache_size").fetch_one(&mut *connections.writer).await?.get(0);
    set_cache(connections.writer, CACHE_KIB).await?;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *connections.writer).await?;
    let result = fill(app, &mut connections, chosen, options).await;
    let end = if result.is_ok() { "COMMIT" } else { "ROLLBACK" };
    sqlx::query(end).execute(&mut *connections.writer).await?;
    set_cache(connections.writer, usual).await?;
    result
}

async fn set_cache(connection: &mut SqliteConnection, size: i64) -> Result<(), Fault> {
    sqlx::query(AssertSqlSafe(format!("PRAGMA cache_size = {size}"))).execute(connection).await?;
    Ok(())
}

async fn fill(
    app: &App,
    connections: &mut Connections<'_>,
    chosen: &[usize],
    options: &Options<'_>,
) -> Result<(), Fault> {
    for &index in chosen {
        create_tables(connections.writer, app.views[index]).await?;
    }
    run_all(connections.writer, chosen.iter().flat_map(|&index| app.views[index].before_all())).await?;
    tell_all(app, connections, chosen, options).await?;
    run_all(connections.writer, chosen.iter().flat_map(|&index| app.views[index].after_all())).await?;
    for &index in chosen {
        let view = app.views[index];
        sqlx::query("INSERT OR REPLACE INTO view_version (name, version) VALUES (?, ?)")
            .bind(view.name)
            .bind(i64::from(view.version))
            .execute(&mut *connections.writer)
            .await?;
    }
    Ok(())
}

async fn run_all(connection: &mut SqliteConnection, all: impl Iterator<Item = &'static str>) -> Result<(), Fault> {
    for sql in all {
        sqlx::raw_sql(sql).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Hands the whole journal to the views. While SQLite writes one page in a thread of its own, the next is shaped here,
/// and the one behind that is read, if there is another connection to read with.
async fn tell_all(
    app: &App,
    Connections { writer, reader }: &mut Connections<'_>,
    chosen: &[usize],
    options: &Options<'_>,
) -> Result<(), Fault> {
    let total: i64 = sqlx::query("SELECT coalesce(max(position), 0) FROM event").fetch_one(&mut **writer).await?.get(0);
    report(options, Stage::Rebuilding, 0, total.unsigned_abs());
    let mut ready = Vec::new();
    let mut rows = read(writer, 0).await?;
    while let Some(last) = rows.last().map(|last| last.get::<i64, _>(0)) {
        report(options, Stage::Rebuilding, last.unsigned_abs(), total.unsigned_abs());
        let shape = async { batches(app, chosen, &rows) };
        let (next, shaped) = if let Some(reader) = reader {
            let (written, next, shaped) = tokio::join!(commit::write_views(writer, &ready), read(reader, last), shape);
            written?;
            (next?, shaped)
        } else {
            let (written, shaped) = tokio::join!(commit::write_views(writer, &ready), shape);
            written?;
            (read(writer, last).await?, shaped)
        };
        (rows, ready) = (next, shaped?);
    }
    commit::write_views(writer, &ready).await
}

/// A page of events with what their commits say of them.
async fn read(connection: &mut SqliteConnection, after: i64) -> Result<Vec<SqliteRow>, Fault> {
    let rows = sqlx::query(
        "SELECT e.position, e.type, e.schema_version, e.at_ms, e.payload, c.actor, c.approver, c.shift \
         FROM event e JOIN commit_record c USING (commit_no) WHERE e.position > ? ORDER BY e.position LIMIT ?",
    );
    Ok(rows.bind(after).bind(EVENTS_PER_PAGE).fetch_all(connection).await?)
}

/// What the chosen views do with these events.
fn batches(app: &App, chosen: &[usize], rows: &[SqliteRow]) -> Result<Vec<Batch>, Fault> {
    let mut pending = Pending::anew();
    for row in rows {
        let Some(event_type) = app.known(row.try_get(1)?) else { continue };
        let schema_version = u16::try_from(row.get::<i64, _>(2)).unwrap_or(u16::MAX);
        let Some(payload) = app.current(event_type, schema_version, row.get(4)) else { continue };
        let id = |bytes: Option<&[u8]>| bytes.and_then(|b| Uuid::from_slice(b).ok()).map(|id| id.to_string());
        let (actor, approver, shift) = (id(row.get(5)).unwrap_or_default(), id(row.get(6)), id(row.get(7)));
        let around = Around {
            position: row.get(0),
            at_ms: row.get(3),
            actor: &actor,
            approver: approver.as_deref(),
            shift: shift.as_deref(),
        };
        for &index in chosen {
            for on in app.views[index].on.iter().filter(|on| on.event_type == event_type) {
                pending.push(index, on, &around, &payload);
            }
        }
    }
    Ok(pending.into_batches())
}

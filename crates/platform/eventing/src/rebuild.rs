//! Making views anew from the journal.

use crate::open::{create_tables, report};
use crate::view::{Around, Pending};
use crate::{App, Fault, Options, Stage, View, commit};
use kernel::Uuid;
use sqlx::{Row, SqliteConnection};

/// Events that are read, turned into rows and written together.
const EVENTS_PER_PAGE: i64 = 2_000;

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
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await?;
    let result = fill(app, connection, chosen, options).await;
    let end = if result.is_ok() { "COMMIT" } else { "ROLLBACK" };
    sqlx::query(end).execute(&mut *connection).await?;
    result
}

async fn fill(
    app: &App,
    connection: &mut SqliteConnection,
    chosen: &[usize],
    options: &Options<'_>,
) -> Result<(), Fault> {
    for &index in chosen {
        create_tables(connection, app.views[index]).await?;
    }
    let total: i64 =
        sqlx::query("SELECT coalesce(max(position), 0) FROM event").fetch_one(&mut *connection).await?.get(0);
    let mut after = 0;
    while after < total {
        report(options, Stage::Rebuilding, after.unsigned_abs(), total.unsigned_abs());
        after = page(app, connection, chosen, after).await?;
    }
    for &index in chosen {
        let view = app.views[index];
        sqlx::query("INSERT OR REPLACE INTO view_version (name, version) VALUES (?, ?)")
            .bind(view.name)
            .bind(i64::from(view.version))
            .execute(&mut *connection)
            .await?;
    }
    report(options, Stage::Rebuilding, total.unsigned_abs(), total.unsigned_abs());
    Ok(())
}

/// Hands one page of events to the views and gives back the last position.
async fn page(app: &App, connection: &mut SqliteConnection, chosen: &[usize], after: i64) -> Result<i64, Fault> {
    let rows = sqlx::query(
        "SELECT e.position, e.type, e.schema_version, e.at_ms, e.payload, c.actor, c.approver, c.shift \
         FROM event e JOIN commit_record c USING (commit_no) WHERE e.position > ? ORDER BY e.position LIMIT ?",
    )
    .bind(after)
    .bind(EVENTS_PER_PAGE)
    .fetch_all(&mut *connection)
    .await?;
    let mut pending = Pending::default();
    let mut last = after;
    for row in &rows {
        last = row.get(0);
        let Some(event_type) = app.known(row.try_get(1)?) else { continue };
        let schema_version = u16::try_from(row.get::<i64, _>(2)).unwrap_or(u16::MAX);
        let Some(payload) = app.current(event_type, schema_version, row.get(4)) else { continue };
        let id = |bytes: Option<&[u8]>| bytes.and_then(|b| Uuid::from_slice(b).ok()).map(|id| id.to_string());
        let (actor, approver, shift) = (id(row.get(5)).unwrap_or_default(), id(row.get(6)), id(row.get(7)));
        let around = Around {
            position: last,
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
    commit::write_views(connection, &pending.into_batches()).await?;
    Ok(if rows.is_empty() { i64::MAX } else { last })
}

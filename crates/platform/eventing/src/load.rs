//! Loading streams: snapshot and later events of many streams in one query.

use crate::fold::{Shape, Slot};
use crate::policy::StreamKey;
use crate::{App, Fault};
use kernel::Uuid;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use std::collections::HashMap;

/// Its first column tells its rows from those of other statements of the same call.
pub(crate) const LOAD: &str = "\
SELECT 1, k.key, s.version, s.state, e.version, e.type, e.schema_version, e.payload, e.log = ?2, e.position \
FROM json_each(?1) k \
LEFT JOIN snapshot s ON s.stream = unhex(k.value->>1) AND s.kind = k.value->>0 AND s.fold_version = k.value->>2 \
LEFT JOIN event e ON e.stream = unhex(k.value->>1) AND e.kind = k.value->>0 AND e.position > coalesce(s.position, 0) \
ORDER BY k.key, e.position";

/// Never a fold version, so that no snapshot matches.
const NO_SNAPSHOT: i64 = -1;

/// Folds the streams that `slots` does not hold yet.
pub(crate) async fn load(
    app: &App,
    connection: &mut SqliteConnection,
    own_log: i64,
    wanted: impl Iterator<Item = (Shape, Uuid)>,
    slots: &mut HashMap<StreamKey, Slot>,
) -> Result<(), Fault> {
    let mut missing: Vec<(Shape, Uuid)> = wanted.filter(|(s, id)| !slots.contains_key(&(s.kind, *id))).collect();
    missing.sort_by_key(|(shape, id)| (shape.kind, *id));
    missing.dedup_by_key(|(shape, id)| (shape.kind, *id));
    if missing.is_empty() {
        return Ok(());
    }
    let unreadable = read(app, connection, (own_log, Snapshots::Use), &missing, slots).await?;
    if !unreadable.is_empty() {
        read(app, connection, (own_log, Snapshots::Ignore), &unreadable, slots).await?;
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Snapshots {
    Use,
    Ignore,
}

/// Reads `wanted` and gives back those whose snapshot does not parse: it is disposable, the events are not.
async fn read(
    app: &App,
    connection: &mut SqliteConnection,
    (own_log, snapshots): (i64, Snapshots),
    wanted: &[(Shape, Uuid)],
    slots: &mut HashMap<StreamKey, Slot>,
) -> Result<Vec<(Shape, Uuid)>, Fault> {
    let rows = sqlx::query(LOAD).bind(keys(wanted, snapshots)).bind(own_log).fetch_all(&mut *connection).await?;
    fold(app, wanted, rows.iter(), slots)
}

/// The first parameter of [`LOAD`]; the second is our own log.
pub(crate) fn keys(wanted: &[(Shape, Uuid)], snapshots: Snapshots) -> String {
    let fold_version = |shape: &Shape| match snapshots {
        Snapshots::Use => i64::from(shape.fold_version),
        Snapshots::Ignore => NO_SNAPSHOT,
    };
    let keys: Vec<_> =
        wanted.iter().map(|(shape, id)| (shape.kind, id.simple().to_string(), fold_version(shape))).collect();
    serde_json::to_string(&keys).expect("texts and numbers are plain data")
}

/// Folds the rows of [`LOAD`] and gives back those of `wanted` whose snapshot does not parse.
pub(crate) fn fold<'a>(
    app: &App,
    wanted: &[(Shape, Uuid)],
    rows: impl Iterator<Item = &'a SqliteRow>,
    slots: &mut HashMap<StreamKey, Slot>,
) -> Result<Vec<(Shape, Uuid)>, Fault> {
    let mut read: Vec<Slot> = wanted.iter().map(|(shape, _)| Slot::blank(*shape)).collect();
    let mut unreadable = Vec::new();
    for row in rows {
        let index = usize::try_from(row.get::<i64, _>(1)).expect("an index into what was asked");
        let slot = &mut read[index];
        if slot.snapshot_version == 0
            && let Some(version) = row.get::<Option<i64>, _>(2)
        {
            (slot.version, slot.snapshot_version) = (version, version);
            if slot.fold.restore(row.get(3)).is_err() {
                unreadable.push(wanted[index]);
            }
        }
        let Some(version) = row.get::<Option<i64>, _>(4) else { continue };
        if row.get::<bool, _>(8) {
            slot.version = version;
        }
        let (event_type, payload): (&str, &[u8]) = (row.try_get(5)?, row.get(7));
        let schema_version = u16::try_from(row.get::<i64, _>(6)).unwrap_or(u16::MAX);
        match app.current(event_type, schema_version, payload) {
            Some(current) => slot.apply(event_type, &current),
            None => slot.unknown = Some(event_type.to_owned()),
        }
    }
    for ((shape, id), slot) in wanted.iter().zip(read) {
        if !unreadable.iter().any(|(s, i)| s.kind == shape.kind && i == id) {
            slots.insert((shape.kind, *id), slot);
        }
    }
    Ok(unreadable)
}

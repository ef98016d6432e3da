//! Checking snapshots. The chain does not cover them, and a bent one would bend every rule that reads its stream.

use crate::fold::Slot;
use crate::{App, BadRow, Fault};
use sqlx::{Row, SqliteConnection};

/// Folds every stream that has a usable snapshot anew and gives back the first that differs.
pub(crate) async fn first_bad(app: &App, connection: &mut SqliteConnection) -> Result<Option<BadRow>, Fault> {
    let rows =
        sqlx::query("SELECT kind, stream, position, fold_version, state FROM snapshot ORDER BY position, stream");
    for row in rows.fetch_all(&mut *connection).await? {
        let (kind, stream, position): (&str, &[u8], i64) = (row.try_get(0)?, row.get(1), row.get(2));
        let shape = app.shapes.get(kind).filter(|shape| i64::from(shape.fold_version) == row.get::<i64, _>(3));
        let Some(shape) = shape else { continue };
        let mut slot = Slot::blank(*shape);
        let mut seq = 0;
        let events = sqlx::query(
            "SELECT seq, type, schema_version, payload FROM event \
             WHERE stream = ? AND kind = ? AND position <= ? ORDER BY position",
        );
        for event in events.bind(stream).bind(kind).bind(position).fetch_all(&mut *connection).await? {
            seq = event.get(0);
            let (event_type, schema_version): (&str, i64) = (event.try_get(1)?, event.get(2));
            match app.current(event_type, u16::try_from(schema_version).unwrap_or(u16::MAX), event.get(3)) {
                Some(payload) => slot.apply(event_type, &payload),
                None => slot.unknown = Some(event_type.to_owned()),
            }
        }
        // As values, because a state may hold maps without an order.
        let folded = serde_json::from_slice::<serde_json::Value>(&slot.fold.snapshot()).ok();
        let stored = serde_json::from_slice::<serde_json::Value>(row.get(4)).ok();
        if slot.unknown.is_some() || folded != stored {
            let why = format!("the snapshot of its stream ({kind}) is not what the events fold to");
            return Ok(Some(BadRow { position, seq, why }));
        }
    }
    Ok(None)
}

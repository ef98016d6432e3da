//! Operators, as the sign-on screen and the back office list them.

use crate::{OperatorAdded, OperatorDeactivated, PinChanged, REPLAY, RoleAssigned, SYSTEM};
use eventing::{On, View};
use kernel::{Fact, OperatorId, RoleId, Uuid};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// Every operator, the program's own included.
pub static OPERATOR: View = View {
    name: "staff_operator",
    version: 1,
    tables: &["staff_operator"],
    ddl: "CREATE TABLE staff_operator ( \
            operator TEXT PRIMARY KEY, name TEXT NOT NULL, initials TEXT NOT NULL, role TEXT NOT NULL, \
            active INTEGER NOT NULL, has_pin INTEGER NOT NULL) STRICT, WITHOUT ROWID;",
    on: &[
        On::new(
            OperatorAdded::TYPE,
            "INSERT INTO staff_operator (operator, name, initials, role, active, has_pin) \
             SELECT value->>'$.p.operator', value->>'$.p.name', value->>'$.p.initials', value->>'$.p.role', 1, 0 \
             FROM jsonb_each(?1) WHERE true \
             ON CONFLICT (operator) DO UPDATE SET \
               name = excluded.name, initials = excluded.initials, role = excluded.role, active = 1, has_pin = 0",
        ),
        On::new(
            PinChanged::TYPE,
            "UPDATE staff_operator SET has_pin = 1 \
             WHERE operator IN (SELECT value->>'$.p.operator' FROM jsonb_each(?1))",
        ),
        On::new(
            RoleAssigned::TYPE,
            "UPDATE staff_operator SET role = ( \
               SELECT e.value->>'$.p.role' FROM jsonb_each(?1) e \
               WHERE e.value->>'$.p.operator' = staff_operator.operator ORDER BY e.key DESC LIMIT 1) \
             WHERE operator IN (SELECT value->>'$.p.operator' FROM jsonb_each(?1))",
        ),
        On::new(
            OperatorDeactivated::TYPE,
            "UPDATE staff_operator SET active = 0 \
             WHERE operator IN (SELECT value->>'$.p.operator' FROM jsonb_each(?1))",
        ),
    ],
};

/// An operator on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "staff/")]
pub struct OperatorRow {
    /// Who.
    pub operator: OperatorId,
    /// The name on buttons and receipts.
    pub name: String,
    /// One to three letters for a small badge.
    pub initials: String,
    /// What they may do.
    pub role: RoleId,
    /// What people call that role.
    pub role_name: String,
    /// Whether they work here.
    pub active: bool,
    /// Whether a PIN was set: without one nobody signs on.
    pub has_pin: bool,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT o.operator, o.name, o.initials, o.role, coalesce(r.name, ''), o.active, o.has_pin ",
            "FROM staff_operator o LEFT JOIN staff_role r USING (role) ",
            $rest
        )
    };
}

/// Every person, those who work here first, then by name. The program's own operators are left out.
pub async fn list_operators(connection: &mut SqliteConnection) -> Result<Vec<OperatorRow>, sqlx::Error> {
    let rows = sqlx::query(select!("WHERE o.operator NOT IN (?, ?) ORDER BY o.active DESC, o.name, o.operator"));
    let rows = rows.bind(SYSTEM.to_string()).bind(REPLAY.to_string()).fetch_all(connection).await?;
    rows.iter().map(read).collect()
}

/// One operator, the program's own included.
pub async fn find_operator(
    connection: &mut SqliteConnection,
    operator: OperatorId,
) -> Result<Option<OperatorRow>, sqlx::Error> {
    let row = sqlx::query(select!("WHERE o.operator = ?")).bind(operator.to_string());
    row.fetch_optional(connection).await?.as_ref().map(read).transpose()
}

/// How many people beside this one could edit staff: they work here, have a PIN, and their role holds it.
pub async fn count_others_who_edit_staff(
    connection: &mut SqliteConnection,
    operator: OperatorId,
) -> Result<u32, sqlx::Error> {
    let row = sqlx::query(
        "SELECT count(*) FROM staff_operator o JOIN staff_role r USING (role) \
         WHERE o.operator NOT IN (?, ?, ?) AND o.active AND o.has_pin \
           AND EXISTS (SELECT 1 FROM jsonb_each(r.grants) g WHERE g.value->>'$.permission' = 'edit_staff')",
    );
    let row = row.bind(operator.to_string()).bind(SYSTEM.to_string()).bind(REPLAY.to_string());
    row.fetch_one(connection).await?.try_get(0)
}

fn read(row: &SqliteRow) -> Result<OperatorRow, sqlx::Error> {
    Ok(OperatorRow {
        operator: OperatorId(id(row.try_get(0)?)?),
        name: row.try_get(1)?,
        initials: row.try_get(2)?,
        role: RoleId(id(row.try_get(3)?)?),
        role_name: row.try_get(4)?,
        active: row.try_get(5)?,
        has_pin: row.try_get(6)?,
    })
}

/// An id as the views store it.
pub(super) fn id(text: &str) -> Result<Uuid, sqlx::Error> {
    Uuid::parse_str(text).map_err(|error| sqlx::Error::Decode(error.into()))
}

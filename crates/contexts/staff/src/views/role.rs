//! Roles and what they hold.

use crate::{Grant, RoleDefined, RoleDetails};
use eventing::{On, View};
use kernel::{Fact, RoleId};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// Every role. A role is defined anew as a whole, so the last definition of an array wins.
pub static ROLE: View = View {
    name: "staff_role",
    version: 1,
    tables: &["staff_role"],
    ddl: "CREATE TABLE staff_role (role TEXT PRIMARY KEY, name TEXT NOT NULL, grants TEXT NOT NULL) \
          STRICT, WITHOUT ROWID;",
    on: &[On::new(
        RoleDefined::TYPE,
        "INSERT INTO staff_role (role, name, grants) \
         SELECT value->>'$.p.role', value->>'$.p.name', value->'$.p.grants' FROM jsonb_each(?1) WHERE true ORDER BY key \
         ON CONFLICT (role) DO UPDATE SET name = excluded.name, grants = excluded.grants",
    )],
};

/// A role on a screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "staff/")]
pub struct RoleRow {
    /// The role.
    pub role: RoleId,
    /// What people call it.
    pub name: String,
    /// What it holds.
    pub grants: Vec<Grant>,
    /// PIN digits that its holders need at least.
    pub least_pin_digits: u8,
}

/// Every role, by name.
pub async fn list_roles(connection: &mut SqliteConnection) -> Result<Vec<RoleRow>, sqlx::Error> {
    let rows = sqlx::query("SELECT role, name, grants FROM staff_role ORDER BY name, role");
    rows.fetch_all(connection).await?.iter().map(read).collect()
}

/// One role.
pub async fn find_role(connection: &mut SqliteConnection, role: RoleId) -> Result<Option<RoleRow>, sqlx::Error> {
    let row = sqlx::query("SELECT role, name, grants FROM staff_role WHERE role = ?").bind(role.to_string());
    row.fetch_optional(connection).await?.as_ref().map(read).transpose()
}

fn read(row: &SqliteRow) -> Result<RoleRow, sqlx::Error> {
    let role = super::operator::id(row.try_get(0)?)?;
    let grants = serde_json::from_str(row.try_get(2)?).map_err(|error| sqlx::Error::Decode(error.into()))?;
    let details = RoleDetails { role: RoleId(role), name: row.try_get(1)?, grants };
    let least_pin_digits = details.least_pin_digits();
    Ok(RoleRow { role: details.role, name: details.name, grants: details.grants, least_pin_digits })
}

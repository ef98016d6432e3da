//! The shop's registers.

use crate::shop::RegisterEnrolled;
use eventing::{On, View};
use kernel::{Fact, RegisterId};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// One row a register.
pub static REGISTER: View = View {
    name: "store_register",
    version: 1,
    tables: &["store_register"],
    ddl: "CREATE TABLE store_register (register TEXT PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL) \
          STRICT, WITHOUT ROWID;",
    on: &[On::new(
        RegisterEnrolled::TYPE,
        "INSERT INTO store_register (register, number, name) \
         SELECT value->>'$.p.register', value->>'$.p.number', value->>'$.p.name' FROM jsonb_each(?1) \
         WHERE true ON CONFLICT (register) DO UPDATE SET number = excluded.number, name = excluded.name;",
    )],
};

/// A register of the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct RegisterRow {
    /// The device.
    pub register: RegisterId,
    /// What receipts name it by.
    pub number: u32,
    /// What people call it.
    pub name: String,
}

/// A register, if it is enrolled.
pub async fn find_register(
    connection: &mut SqliteConnection,
    register: RegisterId,
) -> Result<Option<RegisterRow>, sqlx::Error> {
    let row = sqlx::query("SELECT register, number, name FROM store_register WHERE register = ?")
        .bind(register.to_string())
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Every register, by number.
pub async fn list_registers(connection: &mut SqliteConnection) -> Result<Vec<RegisterRow>, sqlx::Error> {
    let rows = sqlx::query("SELECT register, number, name FROM store_register ORDER BY number");
    rows.fetch_all(connection).await?.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<RegisterRow, sqlx::Error> {
    let register = row.get::<&str, _>(0).parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    Ok(RegisterRow { register, number: row.get(1), name: row.get(2) })
}

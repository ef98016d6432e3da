//! What was chosen for receipts and registers; without a row, everything is as it comes.

use crate::device::{LookChanged, PrinterChanged};
use crate::settings::{Look, PrinterSettings, ReceiptSettings};
use crate::shop::ReceiptChanged;
use eventing::{On, View};
use kernel::{Fact, RegisterId, StoreId};
use serde::de::DeserializeOwned;
use sqlx::{Row, SqliteConnection};

/// One row a shop, one a register. The last of several changes wins; each holds every field.
pub static SETTINGS: View = View {
    name: "store_settings",
    version: 1,
    tables: &["store_receipt_settings", "store_device_settings"],
    ddl: "CREATE TABLE store_receipt_settings (store TEXT PRIMARY KEY, receipt TEXT NOT NULL) STRICT, WITHOUT ROWID; \
          CREATE TABLE store_device_settings (register TEXT PRIMARY KEY, printer TEXT, look TEXT) \
          STRICT, WITHOUT ROWID;",
    on: &[
        On::new(
            ReceiptChanged::TYPE,
            "INSERT INTO store_receipt_settings (store, receipt) \
             SELECT value->>'$.p.store', value->'$.p.receipt' FROM jsonb_each(?1) WHERE true ORDER BY key \
             ON CONFLICT (store) DO UPDATE SET receipt = excluded.receipt;",
        ),
        On::new(
            PrinterChanged::TYPE,
            "INSERT INTO store_device_settings (register, printer) \
             SELECT value->>'$.p.register', value->'$.p.printer' FROM jsonb_each(?1) WHERE true ORDER BY key \
             ON CONFLICT (register) DO UPDATE SET printer = excluded.printer;",
        ),
        On::new(
            LookChanged::TYPE,
            "INSERT INTO store_device_settings (register, look) \
             SELECT value->>'$.p.register', value->'$.p.look' FROM jsonb_each(?1) WHERE true ORDER BY key \
             ON CONFLICT (register) DO UPDATE SET look = excluded.look;",
        ),
    ],
};

/// The shop's own part of a receipt.
pub async fn find_receipt_settings(
    connection: &mut SqliteConnection,
    store: StoreId,
) -> Result<ReceiptSettings, sqlx::Error> {
    let row = sqlx::query("SELECT receipt FROM store_receipt_settings WHERE store = ?").bind(store.to_string());
    row.fetch_optional(connection).await?.map_or_else(|| Ok(ReceiptSettings::default()), |row| read(row.try_get(0)?))
}

/// A register's printer and look.
pub async fn find_device_settings(
    connection: &mut SqliteConnection,
    register: RegisterId,
) -> Result<(PrinterSettings, Look), sqlx::Error> {
    let row = sqlx::query(
        "SELECT coalesce(printer, 'null'), coalesce(look, 'null') FROM store_device_settings WHERE register = ?",
    );
    let Some(row) = row.bind(register.to_string()).fetch_optional(connection).await? else {
        return Ok((PrinterSettings::default(), Look::default()));
    };
    let printer: Option<PrinterSettings> = read(row.try_get(0)?)?;
    let look: Option<Look> = read(row.try_get(1)?)?;
    Ok((printer.unwrap_or_default(), look.unwrap_or_default()))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, sqlx::Error> {
    serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(error.into()))
}

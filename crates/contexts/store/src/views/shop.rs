//! The shop, as it stands now.

use crate::shop::{CashLimit, Language, ShopDetails, ShopDetailsChanged, ShopOpened};
use eventing::{On, View};
use kernel::{Fact, StoreId};
use serde::{Deserialize, Serialize};
use sqlx::{Row, SqliteConnection};

/// One row.
pub static SHOP: View = View {
    name: "store_shop",
    version: 1,
    tables: &["store_shop"],
    ddl: "CREATE TABLE store_shop (store TEXT PRIMARY KEY, details TEXT NOT NULL) STRICT, WITHOUT ROWID;",
    on: &[On::new(ShopOpened::TYPE, OPENED), On::new(ShopDetailsChanged::TYPE, CHANGED)],
};

const OPENED: &str = "\
INSERT INTO store_shop (store, details) SELECT value->>'$.p.store', value->'$.p.details' FROM jsonb_each(?1) \
WHERE true ON CONFLICT (store) DO NOTHING;";

/// The last of several changes wins; each holds every field that can change.
const CHANGED: &str = "\
UPDATE store_shop SET details = json_set(details, '$.name', e.value->>'$.p.name', \
  '$.address', e.value->'$.p.address', '$.tax_id', e.value->>'$.p.tax_id', '$.language', e.value->>'$.p.language') \
FROM (SELECT value, max(key) FROM jsonb_each(?1) GROUP BY value->>'$.p.store') e \
WHERE store = e.value->>'$.p.store';";

/// The shop, as screens and scripts know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct ShopRow {
    /// Its id.
    pub store: StoreId,
    /// What its owner says of it.
    #[serde(flatten)]
    pub details: ShopDetails,
}

impl ShopRow {
    /// Whether the country's cap on cash holds here.
    pub const fn cash_limit(&self) -> CashLimit {
        self.details.cash_limit
    }

    /// The language of the counter.
    pub const fn language(&self) -> Language {
        self.details.language
    }
}

/// The shop, if it was opened. A file holds one.
pub async fn find_shop(connection: &mut SqliteConnection) -> Result<Option<ShopRow>, sqlx::Error> {
    let row = sqlx::query("SELECT json_set(details, '$.store', store) FROM store_shop LIMIT 1");
    let Some(row) = row.fetch_optional(connection).await? else { return Ok(None) };
    serde_json::from_str(row.get(0)).map(Some).map_err(|error| sqlx::Error::Decode(error.into()))
}

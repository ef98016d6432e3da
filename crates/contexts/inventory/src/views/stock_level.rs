//! Stock on hand and reserved, by product: the sum of every movement in the journal.

use crate::opening::OpeningStated;
use crate::reservation::{StockIssued, StockReleased, StockReturned};
use crate::stock::{StockAdjusted, StockCounted, StockPolicy, StockPolicySet, StockReceived};
use contracts::StockReserved;
use eventing::{On, View};
use kernel::{Fact, ProductId, Unit};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// One row a product that ever moved. `policy` is the one that holds: the chosen one, or the default.
pub static STOCK_LEVEL: View = View {
    name: "inventory_stock_level",
    version: 1,
    tables: &["inventory_stock_level"],
    ddl: "CREATE TABLE inventory_stock_level (
            product        TEXT PRIMARY KEY,
            on_hand_milli  INTEGER NOT NULL DEFAULT 0,
            reserved_milli INTEGER NOT NULL DEFAULT 0,
            unit           TEXT,
            chosen_policy  TEXT,
            tracked        INTEGER NOT NULL DEFAULT 0 CHECK (tracked IN (0, 1)),
            policy         TEXT NOT NULL GENERATED ALWAYS AS
                             (coalesce(chosen_policy, iif(tracked, 'approve', 'untracked'))) VIRTUAL
          ) STRICT, WITHOUT ROWID;",
    on: &[
        On::new(StockReserved::TYPE, RESERVED),
        On::new(StockReleased::TYPE, RELEASED),
        On::new(StockIssued::TYPE, ISSUED),
        On::new(StockReturned::TYPE, RETURNED),
        On::new(OpeningStated::TYPE, OPENED),
        On::new(StockReceived::TYPE, RECEIVED),
        On::new(StockAdjusted::TYPE, ADJUSTED),
        On::new(StockCounted::TYPE, COUNTED),
        On::new(StockPolicySet::TYPE, POLICY_SET),
    ],
};

/// Books the lines of a fact: `$columns` are set to `$values` of each line, and added to on conflict by `$update`.
macro_rules! book_lines {
    ($columns:literal, $values:literal, $update:literal) => {
        concat!(
            "INSERT INTO inventory_stock_level (product, unit, ",
            $columns,
            ") SELECT l.value->>'product', l.value->>'$.quantity.unit', ",
            $values,
            " FROM jsonb_each(?1) e, jsonb_each(e.value, '$.p.lines') l WHERE true \
              ON CONFLICT (product) DO UPDATE SET unit = coalesce(unit, excluded.unit), ",
            $update
        )
    };
}

/// Books one movement on hand: `$quantity` is where the fact keeps it.
macro_rules! book_one {
    ($quantity:literal, $tracked:literal, $update:literal) => {
        concat!(
            "INSERT INTO inventory_stock_level (product, unit, on_hand_milli, tracked) \
             SELECT value->>'$.p.product', value->>'$.p.",
            $quantity,
            ".unit', value->>'$.p.",
            $quantity,
            ".milli', ",
            $tracked,
            " FROM jsonb_each(?1) WHERE true ON CONFLICT (product) DO UPDATE SET \
             unit = coalesce(unit, excluded.unit), on_hand_milli = on_hand_milli + excluded.on_hand_milli",
            $update
        )
    };
}

const RESERVED: &str = book_lines!(
    "reserved_milli",
    "l.value->>'$.quantity.milli'",
    "reserved_milli = reserved_milli + excluded.reserved_milli"
);
const RELEASED: &str = book_lines!(
    "reserved_milli",
    "-(l.value->>'$.quantity.milli')",
    "reserved_milli = reserved_milli + excluded.reserved_milli"
);
const ISSUED: &str = book_lines!(
    "reserved_milli, on_hand_milli",
    "-(l.value->>'$.quantity.milli'), -(l.value->>'$.quantity.milli')",
    "reserved_milli = reserved_milli + excluded.reserved_milli, on_hand_milli = on_hand_milli + excluded.on_hand_milli"
);
const RETURNED: &str = book_lines!(
    "on_hand_milli",
    "l.value->>'$.quantity.milli'",
    "on_hand_milli = on_hand_milli + excluded.on_hand_milli"
);
const OPENED: &str = book_lines!(
    "on_hand_milli, tracked",
    "l.value->>'$.quantity.milli', 1",
    "on_hand_milli = on_hand_milli + excluded.on_hand_milli, tracked = 1"
);
const RECEIVED: &str = book_one!("quantity", "1", ", tracked = 1");
const ADJUSTED: &str = book_one!("by", "0", "");
const COUNTED: &str = book_one!("difference", "1", ", tracked = 1");
const POLICY_SET: &str = "INSERT INTO inventory_stock_level (product, chosen_policy) \
    SELECT value->>'$.p.product', value->>'$.p.policy' FROM jsonb_each(?1) WHERE true \
    ON CONFLICT (product) DO UPDATE SET chosen_policy = excluded.chosen_policy";

/// Where the stock of some products stands, as the reservation's rule reads it: `?1` is a JSON array of ids.
pub(crate) static LEVELS: &str = "SELECT json_object('product', product, \
      'available_milli', on_hand_milli - reserved_milli, 'policy', policy) \
    FROM inventory_stock_level WHERE product IN (SELECT value FROM jsonb_each(?1))";

/// One product's stock. Quantities are thousandths of `unit`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "inventory/")]
pub struct StockRow {
    /// The product.
    pub product: ProductId,
    /// What lies in the shop; below zero where more was sold than was ever booked in.
    #[ts(type = "number")]
    pub on_hand_milli: i64,
    /// What is promised to placed orders.
    #[ts(type = "number")]
    pub reserved_milli: i64,
    /// On hand less reserved.
    #[ts(type = "number")]
    pub available_milli: i64,
    /// The unit of the first movement; pieces where there was none.
    pub unit: Unit,
    /// What happens when it runs out.
    pub policy: StockPolicy,
    /// Whether a receipt, a count or an opening ever said what there is.
    pub tracked: bool,
}

/// The stock of these products, one row for each, in the order asked. A product that never moved is untracked at zero.
pub async fn stock_of(connection: &mut SqliteConnection, products: &[ProductId]) -> Result<Vec<StockRow>, sqlx::Error> {
    let keys = serde_json::to_string(products).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    let rows = sqlx::query(
        "SELECT json_object('product', k.value, 'on_hand_milli', coalesce(s.on_hand_milli, 0), \
           'reserved_milli', coalesce(s.reserved_milli, 0), \
           'available_milli', coalesce(s.on_hand_milli - s.reserved_milli, 0), 'unit', coalesce(s.unit, 'ea'), \
           'policy', coalesce(s.policy, 'untracked'), 'tracked', json(iif(s.tracked, 'true', 'false'))) \
         FROM jsonb_each(?1) k LEFT JOIN inventory_stock_level s ON s.product = k.value ORDER BY k.key",
    )
    .bind(keys)
    .fetch_all(connection)
    .await?;
    rows.iter().map(read).collect()
}

/// What is left of these products, in thousandths and in the order asked; None for a product that nobody counts.
pub async fn available_of(
    connection: &mut SqliteConnection,
    products: &[ProductId],
) -> Result<Vec<Option<i64>>, sqlx::Error> {
    let keys = serde_json::to_string(products).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    let row = sqlx::query(
        "SELECT json_group_array(iif(s.tracked, s.on_hand_milli - s.reserved_milli, NULL) ORDER BY k.key) \
         FROM jsonb_each(?1) k LEFT JOIN inventory_stock_level s ON s.product = k.value",
    )
    .bind(keys)
    .fetch_one(connection)
    .await?;
    serde_json::from_str(row.try_get(0)?).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// Products of which more left than was ever booked in, furthest below zero first, at most `limit`.
pub async fn list_moved_below_zero(
    connection: &mut SqliteConnection,
    limit: u32,
) -> Result<Vec<StockRow>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT json_object('product', product, 'on_hand_milli', on_hand_milli, 'reserved_milli', reserved_milli, \
           'available_milli', on_hand_milli - reserved_milli, 'unit', coalesce(unit, 'ea'), 'policy', policy, \
           'tracked', json(iif(tracked, 'true', 'false'))) \
         FROM inventory_stock_level WHERE on_hand_milli < 0 ORDER BY on_hand_milli, product LIMIT ?1",
    )
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<StockRow, sqlx::Error> {
    serde_json::from_str(row.try_get(0)?).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

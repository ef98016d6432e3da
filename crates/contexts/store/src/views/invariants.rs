//! What must hold over the whole file.

use eventing::Invariant;

/// Checked by `minas verify`.
pub const INVARIANTS: &[Invariant] = &[
    Invariant {
        name: "registers are as they were enrolled",
        sql: "\
SELECT 'register ' || coalesce(e.register, r.register) FROM ( \
  SELECT CAST(payload AS TEXT)->>'$.register' AS register, CAST(payload AS TEXT)->>'$.number' AS number, \
    CAST(payload AS TEXT)->>'$.name' AS name FROM event WHERE type = 'store.shop.register_enrolled') e \
FULL JOIN store_register r ON r.register = e.register AND r.number = e.number AND r.name = e.name \
WHERE r.register IS NULL OR e.register IS NULL",
    },
    Invariant {
        name: "no two registers share a number",
        sql: "SELECT 'register number ' || number FROM store_register GROUP BY number HAVING count(*) > 1",
    },
];

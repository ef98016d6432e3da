//! What must hold between the journal and the stock levels.

use eventing::Invariant;

/// Inventory's invariants.
pub const INVARIANTS: &[Invariant] = &[
    Invariant { name: "stock equals its movements", sql: STOCK_EQUALS_ITS_MOVEMENTS },
    Invariant { name: "nothing is reserved below zero", sql: RESERVED_IS_NEVER_NEGATIVE },
];

/// Every movement of the journal, summed by product, against the view; a row without movements must be at zero.
const STOCK_EQUALS_ITS_MOVEMENTS: &str = "
WITH line (type, product, milli) AS (
    SELECT e.type, l.value->>'product', l.value->>'$.quantity.milli'
    FROM event e, jsonb_each(CAST(e.payload AS TEXT), '$.lines') l
    WHERE e.type IN ('inventory.reservation.reserved', 'inventory.reservation.released',
                     'inventory.reservation.issued', 'inventory.reservation.returned', 'inventory.opening.stated')
), movement (product, on_hand, reserved) AS (
    SELECT product,
           CASE type WHEN 'inventory.reservation.issued' THEN -milli
                     WHEN 'inventory.reservation.returned' THEN milli
                     WHEN 'inventory.opening.stated' THEN milli ELSE 0 END,
           CASE type WHEN 'inventory.reservation.reserved' THEN milli
                     WHEN 'inventory.reservation.released' THEN -milli
                     WHEN 'inventory.reservation.issued' THEN -milli ELSE 0 END
    FROM line
    UNION ALL
    SELECT CAST(payload AS TEXT)->>'product',
           CASE type WHEN 'inventory.stock.received' THEN CAST(payload AS TEXT)->>'$.quantity.milli'
                     WHEN 'inventory.stock.adjusted' THEN CAST(payload AS TEXT)->>'$.by.milli'
                     ELSE CAST(payload AS TEXT)->>'$.difference.milli' END,
           0
    FROM event
    WHERE type IN ('inventory.stock.received', 'inventory.stock.adjusted', 'inventory.stock.counted')
), total (product, on_hand, reserved) AS (
    SELECT product, sum(on_hand), sum(reserved) FROM movement GROUP BY product
)
SELECT 'product ' || coalesce(t.product, v.product)
    || ': the journal moved ' || coalesce(t.on_hand, 0) || ' and holds ' || coalesce(t.reserved, 0)
    || ', the view says ' || coalesce(v.on_hand_milli, 'nothing') || ' and ' || coalesce(v.reserved_milli, 'nothing')
FROM total t FULL JOIN inventory_stock_level v ON v.product = t.product
WHERE coalesce(t.on_hand, 0) IS NOT v.on_hand_milli OR coalesce(t.reserved, 0) IS NOT v.reserved_milli";

const RESERVED_IS_NEVER_NEGATIVE: &str = "
SELECT 'product ' || product || ': reserved ' || reserved_milli
FROM inventory_stock_level WHERE reserved_milli < 0";

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
    Invariant {
        name: "settings are as they were last changed",
        sql: "\
WITH said AS ( \
  SELECT type, CAST(payload AS TEXT) AS p, max(position) FROM event \
  WHERE type IN ('store.shop.receipt_changed', 'store.device.printer_changed', 'store.device.look_changed') \
  GROUP BY type, coalesce(CAST(payload AS TEXT)->>'$.store', CAST(payload AS TEXT)->>'$.register')) \
SELECT 'receipt settings of ' || coalesce(s.p->>'$.store', r.store) \
FROM (SELECT * FROM said WHERE type = 'store.shop.receipt_changed') s \
FULL JOIN store_receipt_settings r ON r.store = s.p->>'$.store' WHERE s.p->'$.receipt' IS NOT r.receipt \
UNION ALL SELECT 'printer of ' || coalesce(s.p->>'$.register', d.register) \
FROM (SELECT * FROM said WHERE type = 'store.device.printer_changed') s \
FULL JOIN (SELECT * FROM store_device_settings WHERE printer IS NOT NULL) d ON d.register = s.p->>'$.register' \
WHERE s.p->'$.printer' IS NOT d.printer \
UNION ALL SELECT 'look of ' || coalesce(s.p->>'$.register', d.register) \
FROM (SELECT * FROM said WHERE type = 'store.device.look_changed') s \
FULL JOIN (SELECT * FROM store_device_settings WHERE look IS NOT NULL) d ON d.register = s.p->>'$.register' \
WHERE s.p->'$.look' IS NOT d.look",
    },
];

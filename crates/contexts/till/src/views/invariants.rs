//! What must hold between the drawer and the journal.

use eventing::Invariant;

/// The till's invariants.
pub const INVARIANTS: &[Invariant] = &[
    Invariant { name: "expected cash equals the cash that moved", sql: EXPECTED_EQUALS_JOURNAL },
    Invariant { name: "over or short is counted less expected", sql: OVER_SHORT_IS_THE_DIFFERENCE },
    Invariant { name: "cash belongs to a shift", sql: CASH_BELONGS_TO_A_SHIFT },
    Invariant { name: "a register has one open shift", sql: ONE_OPEN_SHIFT },
];

/// Float + Σ (cash taken − change) − cash given back, from the commits of each shift.
const EXPECTED_EQUALS_JOURNAL: &str = "
WITH opened (shift, minor) AS (
    SELECT CAST(payload AS TEXT)->>'shift', CAST(payload AS TEXT)->>'$.float.minor'
    FROM event WHERE type = 'till.shift.opened'
), fact (shift, type, p) AS (
    SELECT lower(hex(c.shift)), e.type, CAST(e.payload AS TEXT) FROM event e JOIN commit_record c USING (commit_no)
    WHERE e.type IN ('payments.payment.tender_taken', 'payments.payment.tender_given_back')
), moved (shift, minor) AS (
    SELECT shift, sum(CASE type WHEN 'payments.payment.tender_taken'
                                THEN p->>'$.tendered.minor' - p->>'$.change.minor'
                                ELSE -(p->>'$.handed_back.minor') END)
    FROM fact WHERE p->>'kind' = 'cash' GROUP BY 1
)
SELECT 'shift ' || coalesce(o.shift, v.shift) || ': the journal expects ' || coalesce(o.minor + coalesce(m.minor, 0), 0)
    || ', the view ' || coalesce(v.expected_minor, 'nothing')
FROM opened o FULL JOIN till_shift v ON v.shift = o.shift
LEFT JOIN moved m ON m.shift = replace(o.shift, '-', '')
WHERE o.minor + coalesce(m.minor, 0) IS NOT v.expected_minor";

const OVER_SHORT_IS_THE_DIFFERENCE: &str = "
WITH closed (shift, counted, expected, over_short) AS (
    SELECT CAST(payload AS TEXT)->>'shift', CAST(payload AS TEXT)->>'$.counted.minor',
           CAST(payload AS TEXT)->>'$.expected.minor', CAST(payload AS TEXT)->>'$.over_short.minor'
    FROM event WHERE type = 'till.shift.closed'
)
SELECT 'shift ' || coalesce(c.shift, v.shift) || ': counted ' || coalesce(v.counted_minor, 'nothing')
    || ', expected ' || coalesce(v.expected_minor, 'nothing') || ', over/short '
    || coalesce(v.over_short_minor, 'nothing')
FROM (SELECT * FROM till_shift WHERE closed_ms IS NOT NULL) v FULL JOIN closed c ON c.shift = v.shift
WHERE c.counted IS NOT v.counted_minor OR c.expected IS NOT v.expected_minor
   OR c.over_short IS NOT v.over_short_minor OR c.over_short IS NOT c.counted - c.expected";

const CASH_BELONGS_TO_A_SHIFT: &str = "
SELECT 'event ' || e.position || ': cash moved outside a shift'
FROM event e JOIN commit_record c USING (commit_no)
WHERE e.type IN ('payments.payment.tender_taken', 'payments.payment.tender_given_back')
  AND CAST(e.payload AS TEXT)->>'kind' = 'cash' AND c.shift IS NULL";

const ONE_OPEN_SHIFT: &str = "
SELECT 'register ' || register || ': ' || count(*) || ' open shifts'
FROM till_shift WHERE closed_ms IS NULL GROUP BY register HAVING count(*) > 1";

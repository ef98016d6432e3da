//! What must hold between orders, numbers and the view.

use eventing::Invariant;

/// Fiscal's invariants.
pub const INVARIANTS: &[Invariant] = &[
    Invariant { name: "numbers are gapless in every series", sql: NUMBERS_ARE_GAPLESS },
    Invariant { name: "every sale and every reversal has one number", sql: EVERY_DOCUMENT_HAS_ONE_NUMBER },
    Invariant { name: "the documents shown are the journal's", sql: VIEW_EQUALS_JOURNAL },
    Invariant { name: "the copies counted are the journal's", sql: COPIES_EQUAL_JOURNAL },
];

/// From 1, each number once, in the order of the journal.
const NUMBERS_ARE_GAPLESS: &str = "
WITH numbered (series, number, position) AS (
    SELECT CAST(payload AS TEXT)->>'series', CAST(payload AS TEXT)->>'number', position
    FROM event WHERE type = 'fiscal.series.receipt_numbered'
), next (series, number, position, due) AS (
    SELECT series, number, position,
           1 + coalesce(lag(number) OVER (PARTITION BY series ORDER BY position), 0)
    FROM numbered
)
SELECT 'series ' || series || ': ' || number || ' stands where ' || due || ' belongs (event ' || position || ')'
FROM next WHERE number IS NOT due";

const EVERY_DOCUMENT_HAS_ONE_NUMBER: &str = "
WITH due (order_id, document_type) AS (
    SELECT CAST(payload AS TEXT)->>'order', iif(type = 'orders.order.confirmed', 'sale', 'reversal')
    FROM event WHERE type IN ('orders.order.confirmed', 'orders.order.reversed')
), numbered (order_id, document_type, times) AS (
    SELECT CAST(payload AS TEXT)->>'order', CAST(payload AS TEXT)->>'document_type', count(*)
    FROM event WHERE type = 'fiscal.series.receipt_numbered' GROUP BY 1, 2
)
SELECT 'order ' || coalesce(d.order_id, n.order_id) || ': ' || coalesce(n.times, 0) || ' numbers for its '
    || coalesce(d.document_type, n.document_type)
FROM due d FULL JOIN numbered n ON n.order_id = d.order_id AND n.document_type = d.document_type
WHERE d.order_id IS NULL OR n.times IS NOT 1";

const VIEW_EQUALS_JOURNAL: &str = "
WITH numbered (position, p) AS (
    SELECT position, CAST(payload AS TEXT) FROM event WHERE type = 'fiscal.series.receipt_numbered'
)
SELECT 'document ' || coalesce(v.document, n.p->>'document') || ': the view differs from the journal'
FROM numbered n FULL JOIN fiscal_document v ON v.position = n.position
WHERE v.document IS NOT n.p->>'document' OR v.order_id IS NOT n.p->>'order'
   OR v.document_type IS NOT n.p->>'document_type' OR v.series IS NOT n.p->>'series'
   OR v.number IS NOT n.p->>'number' OR v.total_minor IS NOT n.p->>'$.total.minor'";

const COPIES_EQUAL_JOURNAL: &str = "
WITH copied (position, p) AS (
    SELECT position, CAST(payload AS TEXT) FROM event WHERE type = 'fiscal.document.copied'
)
SELECT 'document ' || coalesce(v.document, n.p->>'document') || ': its copies differ from the journal'
FROM copied n FULL JOIN fiscal_copy v ON v.position = n.position
WHERE v.document IS NOT n.p->>'document' OR v.copy IS NOT n.p->>'copy'";

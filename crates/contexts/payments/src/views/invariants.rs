//! What must hold between orders, tenders and the view.

use eventing::Invariant;

/// Payments' invariants.
pub const INVARIANTS: &[Invariant] = &[
    Invariant { name: "tenders equal totals", sql: TENDERS_EQUAL_TOTALS },
    Invariant { name: "the tenders shown are the journal's", sql: VIEW_EQUALS_JOURNAL },
];

/// A confirmed order holds its total; one that was reversed or cancelled holds nothing.
const TENDERS_EQUAL_TOTALS: &str = "
WITH fact (type, p) AS (
    SELECT type, CAST(payload AS TEXT) FROM event
    WHERE type IN ('payments.payment.tender_taken', 'payments.payment.tender_given_back',
                   'orders.order.confirmed', 'orders.order.reversed', 'orders.order.cancelled')
), held (order_id, minor) AS (
    SELECT p->>'order', sum(CASE type WHEN 'payments.payment.tender_taken' THEN p->>'$.amount.minor'
                                      ELSE -(p->>'$.amount.minor') END)
    FROM fact WHERE type IN ('payments.payment.tender_taken', 'payments.payment.tender_given_back') GROUP BY 1
), ended (order_id, minor) AS (
    SELECT p->>'order', min(CASE type WHEN 'orders.order.confirmed' THEN p->>'$.total.minor' ELSE 0 END)
    FROM fact WHERE type IN ('orders.order.confirmed', 'orders.order.reversed', 'orders.order.cancelled') GROUP BY 1
)
SELECT 'order ' || e.order_id || ': ' || e.minor || ' must be held, and ' || coalesce(h.minor, 0) || ' is'
FROM ended e LEFT JOIN held h USING (order_id) WHERE coalesce(h.minor, 0) IS NOT e.minor";

const VIEW_EQUALS_JOURNAL: &str = "
WITH fact (type, p) AS (
    SELECT type, CAST(payload AS TEXT) FROM event
    WHERE type IN ('payments.payment.tender_taken', 'payments.payment.tender_given_back')
), tender (tender, order_id, amount, kept, back) AS (
    SELECT p->>'tender', p->>'order',
           sum(iif(type = 'payments.payment.tender_taken', p->>'$.amount.minor', 0)),
           sum(iif(type = 'payments.payment.tender_taken', p->>'$.tendered.minor' - p->>'$.change.minor', 0)),
           sum(iif(type = 'payments.payment.tender_given_back', p->>'$.handed_back.minor', NULL))
    FROM fact GROUP BY 1, 2
)
SELECT 'tender ' || coalesce(t.tender, v.tender) || ': the view differs from the journal'
FROM tender t FULL JOIN payments_tender v ON v.tender = t.tender
WHERE t.order_id IS NOT v.order_id OR t.amount IS NOT v.amount_minor OR t.back IS NOT v.handed_back_minor
   OR t.kept IS NOT v.tendered_minor - v.change_minor
   OR v.state IS NOT iif(t.back IS NULL, 'taken', 'given_back')";

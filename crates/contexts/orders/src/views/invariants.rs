//! What must hold over all orders of a file. Each query names the orders that offend.

use eventing::Invariant;

/// Checked by `minas verify`.
pub const INVARIANTS: &[Invariant] = &[
    Invariant { name: "every confirmed order was placed", sql: CONFIRMED_WAS_PLACED },
    Invariant { name: "confirmed orders balance", sql: CONFIRMED_BALANCES },
    Invariant { name: "orders stand where the journal left them", sql: STATE_IS_THE_JOURNALS },
    Invariant { name: "frozen lines are what was placed", sql: LINES_ARE_WHAT_WAS_PLACED },
    Invariant { name: "orders say what was written on them", sql: ORDER_NOTES_ARE_THE_JOURNALS },
    Invariant { name: "lines say what was written on them", sql: LINE_NOTES_ARE_THE_JOURNALS },
];

/// The fact before it that moved the order must be the placing.
const CONFIRMED_WAS_PLACED: &str = "\
SELECT CAST(c.payload AS TEXT)->>'$.order' FROM event c \
WHERE c.type = 'orders.order.confirmed' AND 'orders.order.placed' IS NOT ( \
  SELECT p.type FROM event p WHERE p.stream = c.stream AND p.kind = c.kind AND p.position < c.position \
    AND p.type IN ('orders.order.opened', 'orders.order.parked', 'orders.order.resumed', 'orders.order.placed', \
                   'orders.order.reopened', 'orders.order.confirmed', 'orders.order.cancelled', \
                   'orders.order.reversed') \
  ORDER BY p.position DESC LIMIT 1)";

/// Total = Σ line totals (+ Σ tax where prices exclude it); tax = Σ tax of the lines = Σ tax rows; and what was
/// confirmed, and reversed, is what was placed.
const CONFIRMED_BALANCES: &str = "\
WITH sold AS ( \
  SELECT CAST(c.payload AS TEXT) AS fact, ( \
    SELECT CAST(p.payload AS TEXT)->'$.quote' FROM event p \
    WHERE p.stream = c.stream AND p.kind = c.kind AND p.position < c.position AND p.type = 'orders.order.placed' \
    ORDER BY p.position DESC LIMIT 1) AS quote \
  FROM event c WHERE c.type IN ('orders.order.confirmed', 'orders.order.reversed')), \
summed AS ( \
  SELECT fact, quote, \
    (SELECT coalesce(sum(l.value->>'$.line_total.minor'), 0) FROM jsonb_each(quote, '$.lines') l) AS lines, \
    (SELECT coalesce(sum(l.value->>'$.tax.minor'), 0) FROM jsonb_each(quote, '$.lines') l) AS line_taxes, \
    (SELECT coalesce(sum(t.value->>'$.tax.minor'), 0) FROM jsonb_each(quote, '$.taxes') t) AS tax_rows \
  FROM sold WHERE quote IS NOT NULL) \
SELECT fact->>'$.order' FROM summed \
WHERE quote->>'$.total.minor' IS NOT lines + iif(quote->>'$.tax_included', 0, line_taxes) \
  OR quote->>'$.tax.minor' IS NOT line_taxes OR quote->>'$.tax.minor' IS NOT tax_rows \
  OR fact->>'$.total.minor' IS NOT quote->>'$.total.minor' OR fact->'$.taxes' IS NOT quote->'$.taxes'";

/// State, total and line count of the view against the journal, both ways.
const STATE_IS_THE_JOURNALS: &str = "\
WITH moved AS ( \
  SELECT stream, max(position) AS position FROM event \
  WHERE kind = 'orders.order' AND type IN ('orders.order.opened', 'orders.order.parked', 'orders.order.resumed', \
    'orders.order.placed', 'orders.order.reopened', 'orders.order.confirmed', 'orders.order.cancelled', \
    'orders.order.reversed') GROUP BY stream), \
told AS ( \
  SELECT CAST(e.payload AS TEXT)->>'$.order' AS order_id, \
    CASE e.type WHEN 'orders.order.parked' THEN 'parked' \
      WHEN 'orders.order.placed' THEN 'placed' WHEN 'orders.order.confirmed' THEN 'confirmed' \
      WHEN 'orders.order.cancelled' THEN 'cancelled' WHEN 'orders.order.reversed' THEN 'reversed' \
      ELSE 'open' END AS state, \
    (SELECT sum(iif(l.type = 'orders.order.line_added', 1, -1)) FROM event l WHERE l.stream = e.stream \
      AND l.kind = e.kind AND l.type IN ('orders.order.line_added', 'orders.order.line_voided')) AS line_count, \
    (SELECT CAST(p.payload AS TEXT)->>'$.quote.total.minor' FROM event p WHERE p.stream = e.stream \
      AND p.kind = e.kind AND p.type IN ('orders.order.placed', 'orders.order.reopened') \
      ORDER BY p.position DESC LIMIT 1) AS total_minor \
  FROM moved JOIN event e USING (position)) \
SELECT coalesce(told.order_id, v.order_id) FROM told FULL JOIN orders_order v ON v.order_id = told.order_id \
WHERE told.state IS NOT v.state OR told.total_minor IS NOT v.total_minor \
  OR coalesce(told.line_count, 0) IS NOT v.line_count";

/// The amounts of each frozen line against the journal, both ways.
const LINES_ARE_WHAT_WAS_PLACED: &str = "\
WITH frozen AS ( \
  SELECT stream, max(position) AS position FROM event \
  WHERE kind = 'orders.order' AND type IN ('orders.order.placed', 'orders.order.reopened') GROUP BY stream), \
told AS ( \
  SELECT CAST(e.payload AS TEXT)->>'$.order' AS order_id, l.value->>'$.line' AS line, \
    l.value->>'$.product' AS product, l.value->>'$.quantity.milli' AS quantity_milli, \
    l.value->>'$.amount.minor' AS amount_minor, l.value->>'$.discount.minor' AS discount_minor, \
    l.value->>'$.line_total.minor' AS line_total_minor, l.value->>'$.tax_base.minor' AS tax_base_minor, \
    l.value->>'$.tax.minor' AS tax_minor, l.value->>'$.tax_rate' AS tax_rate_ppm \
  FROM frozen JOIN event e USING (position), jsonb_each(CAST(e.payload AS TEXT), '$.quote.lines') l), \
seen AS ( \
  SELECT order_id, line, product, quantity_milli, amount_minor, discount_minor, line_total_minor, tax_base_minor, \
    tax_minor, tax_rate_ppm FROM orders_line) \
SELECT DISTINCT order_id FROM ( \
  SELECT * FROM (SELECT * FROM told EXCEPT SELECT * FROM seen) \
  UNION ALL SELECT * FROM (SELECT * FROM seen EXCEPT SELECT * FROM told))";

/// The note of each order, and how it was last parked, against the journal, both ways.
const ORDER_NOTES_ARE_THE_JOURNALS: &str = "\
WITH written AS ( \
  SELECT stream, type, max(position) AS position FROM event \
  WHERE kind = 'orders.order' AND type IN ('orders.order.noted', 'orders.order.parked') GROUP BY stream, type), \
facts AS ( \
  SELECT e.type, e.at_ms, CAST(e.payload AS TEXT) AS fact FROM written JOIN event e USING (position)), \
told AS ( \
  SELECT fact->>'$.order' AS order_id, max(iif(type = 'orders.order.noted', fact->>'$.note', NULL)) AS note, \
    max(iif(type = 'orders.order.parked', fact->>'$.label', NULL)) AS label, \
    max(iif(type = 'orders.order.parked', at_ms, NULL)) AS parked_ms \
  FROM facts GROUP BY 1) \
SELECT coalesce(told.order_id, v.order_id) FROM told FULL JOIN orders_order v ON v.order_id = told.order_id \
WHERE told.note IS NOT v.note OR told.label IS NOT v.label OR told.parked_ms IS NOT v.parked_ms";

/// The note of each line against the journal, both ways.
const LINE_NOTES_ARE_THE_JOURNALS: &str = "\
WITH noted AS ( \
  SELECT CAST(payload AS TEXT)->>'$.order' AS order_id, CAST(payload AS TEXT)->>'$.line' AS line, \
    CAST(payload AS TEXT)->>'$.note' AS note, max(position) \
  FROM event WHERE kind = 'orders.order' AND type = 'orders.order.line_noted' GROUP BY 1, 2), \
told AS (SELECT order_id, line, note FROM noted) \
SELECT DISTINCT order_id FROM ( \
  SELECT * FROM (SELECT * FROM told EXCEPT SELECT * FROM orders_line_note) \
  UNION ALL SELECT * FROM (SELECT * FROM orders_line_note EXCEPT SELECT * FROM told))";

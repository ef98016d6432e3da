//! What must hold over the whole file: the views say what the journal says.

use eventing::Invariant;

/// The last fact that states each product: `stream`, `position`, `p` (its payload).
macro_rules! stated {
    () => {
        "stated AS (SELECT stream, max(position) AS position, CAST(payload AS TEXT) AS p FROM event \
         WHERE type IN ('catalog.product.added', 'catalog.product.changed', 'catalog.product.imported') \
         GROUP BY stream)"
    };
}

/// Rows that stand on one side only.
macro_rules! apart {
    () => {
        "SELECT * FROM (SELECT * FROM told EXCEPT SELECT * FROM shown) \
         UNION SELECT * FROM (SELECT * FROM shown EXCEPT SELECT * FROM told)"
    };
}

/// Checked by `minas verify`.
pub const INVARIANTS: &[Invariant] = &[
    Invariant {
        name: "products are as their last fact states them",
        sql: concat!(
            "WITH ",
            stated!(),
            ", gone AS (SELECT stream, max(position) AS position FROM event \
               WHERE type = 'catalog.product.deactivated' GROUP BY stream), \
             told AS (SELECT p->>'$.product' AS product, p->>'$.details.sku', p->>'$.details.name', \
               p->>'$.details.kind', p->>'$.details.tax_group', p->>'$.details.unit', p->>'$.details.serialised', \
               p->>'$.details.discountable', (p->>'$.details.active') AND coalesce(gone.position, 0) < stated.position \
               FROM stated LEFT JOIN gone USING (stream)), \
             shown AS (SELECT product, sku, name, kind, tax_group, unit, serialised, discountable, active \
               FROM catalog_product) \
             SELECT DISTINCT 'product ' || product FROM (",
            apart!(),
            ")"
        ),
    },
    Invariant {
        name: "barcodes are those of each product's last fact",
        sql: concat!(
            "WITH ",
            stated!(),
            ", told AS (SELECT b.value AS barcode, p->>'$.product' FROM stated, jsonb_each(p, '$.details.barcodes') b), \
             shown AS (SELECT barcode, product FROM catalog_barcode) \
             SELECT DISTINCT 'barcode ' || barcode FROM (",
            apart!(),
            ")"
        ),
    },
    Invariant {
        name: "prices are as they were set or imported",
        sql: concat!(
            "WITH said AS (SELECT position, CAST(payload AS TEXT)->>'$.product' AS product, \
               CASE type WHEN 'catalog.price.set' THEN CAST(payload AS TEXT) \
                 ELSE CAST(payload AS TEXT)->'$.price' END AS p \
               FROM event WHERE type IN ('catalog.price.set', 'catalog.product.imported')), \
             told AS (SELECT product, p->>'$.list' AS list, p->>'$.valid_from_ms' AS valid_from_ms, \
               p->>'$.price.milli_minor', p->>'$.price.currency', max(position) FROM said \
               WHERE p->>'$.list' IS NOT NULL GROUP BY product, list, valid_from_ms), \
             shown AS (SELECT product, list, valid_from_ms, price_milli_minor, currency, version FROM catalog_price) \
             SELECT DISTINCT 'price of product ' || product FROM (",
            apart!(),
            ")"
        ),
    },
    Invariant {
        name: "every product can be found by words, and nothing else",
        sql: "\
SELECT 'search entry ' || coalesce(p.product, d.id) FROM catalog_product p \
FULL JOIN catalog_search_docsize d ON d.id = p.place WHERE p.place IS NULL OR d.id IS NULL",
    },
];

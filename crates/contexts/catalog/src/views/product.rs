//! Products, their barcodes and the full-text index over them.
//!
//! `place` is the order in which products are shown: the popular first, then the older. It is the row's key, so that a
//! search that walks the index in key order finds the popular first and stops at the end of its page. It follows from
//! events alone: (highest popularity − popularity) × 2³² + the position of the event that brought the product in.

use crate::popularity::ProductsRanked;
use crate::product::{ProductAdded, ProductChanged, ProductDeactivated, ProductImported};
use crate::{ProductDetails, spelling};
use eventing::{On, View};
use kernel::{Fact, ProductId};
use serde::{Deserialize, Serialize};

/// The indexes of the rows.
macro_rules! indexes {
    () => {
        "CREATE INDEX catalog_product_sku ON catalog_product (sku); \
         CREATE INDEX catalog_product_shelf ON catalog_product (category, place, active, listed);"
    };
}

/// One row a product, one a barcode.
pub static PRODUCT: View = View {
    name: "catalog_product",
    version: 1,
    tables: &["catalog_search", "catalog_barcode", "catalog_ranking", "catalog_product"],
    ddl: concat!(
        "\
CREATE TABLE catalog_product (
    place          INTEGER PRIMARY KEY,
    product        TEXT NOT NULL UNIQUE,
    first_position INTEGER NOT NULL,
    popularity     INTEGER NOT NULL,
    sku            TEXT NOT NULL COLLATE NOCASE,
    name           TEXT NOT NULL,
    barcodes       TEXT NOT NULL,
    kind           TEXT NOT NULL,
    tax_group      TEXT NOT NULL,
    unit           TEXT NOT NULL,
    category       TEXT,
    brand          TEXT,
    package_size   TEXT,
    image          TEXT,
    serialised     INTEGER NOT NULL,
    discountable   INTEGER NOT NULL,
    active         INTEGER NOT NULL,
    listed         INTEGER NOT NULL,
    search         TEXT NOT NULL
) STRICT;",
        indexes!(),
        "\
CREATE TABLE catalog_barcode (
    barcode TEXT NOT NULL,
    product TEXT NOT NULL,
    PRIMARY KEY (barcode, product)
) STRICT, WITHOUT ROWID;
CREATE TABLE catalog_ranking (product TEXT PRIMARY KEY, sold INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE catalog_search USING fts5 (
    search, content = 'catalog_product', content_rowid = 'place', prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 0'
);"
    ),
    on: &[
        On::before_all("DROP INDEX catalog_product_sku; DROP INDEX catalog_product_shelf;"),
        On::shaped(ProductAdded::TYPE, STATED, with_search_text).anew(ROW),
        On::shaped(ProductChanged::TYPE, STATED, with_search_text).anew(ROW),
        On::shaped(ProductImported::TYPE, STATED, with_search_text).anew(ROW),
        On::new(
            ProductDeactivated::TYPE,
            "UPDATE catalog_product SET active = 0 \
             WHERE product IN (SELECT value->>'$.p.product' FROM jsonb_each(?1));",
        ),
        On::new(ProductsRanked::TYPE, RANKED).anew(RANKED_ROWS),
        On::after_all(INDEXED),
    ],
};

/// The products that these events are about.
macro_rules! touched {
    () => {
        "(SELECT DISTINCT value->>'$.p.product' AS product FROM jsonb_each(?1))"
    };
}

/// The place of a product with this popularity that came in at this position.
macro_rules! place {
    ($popularity:literal, $position:literal) => {
        concat!("(1073741823 - min(1073741823, ", $popularity, ")) * 4294967296 + ", $position)
    };
}

/// The row of each fact; the last one wins, because every fact about a product states all of it. The details are taken
/// out of the fact once, not once for each column.
macro_rules! row {
    () => {
        concat!(
            "INSERT INTO catalog_product (place, product, first_position, popularity, sku, name, barcodes, kind, \
               tax_group, unit, category, brand, package_size, image, serialised, discountable, active, listed, search) \
             SELECT ",
            place!("(d->>'popularity') + coalesce(r.sold, 0)", "position"),
            ", f.product, position, d->>'popularity', d->>'sku', d->>'name', d->'barcodes', d->>'kind', \
               d->>'tax_group', d->>'unit', d->>'category', d->>'brand', d->>'package_size', d->>'image', \
               d->>'serialised', d->>'discountable', d->>'active', d->>'listed', search \
             FROM (SELECT value->>'$.position' AS position, value->>'$.p.product' AS product, \
                     jsonb_extract(value, '$.p.details') AS d, value->>'$.p.search' AS search \
                   FROM jsonb_each(?1) LIMIT -1 OFFSET 0) f \
               LEFT JOIN catalog_ranking r ON r.product = f.product \
             WHERE true ON CONFLICT (product) DO UPDATE SET \
               place = excluded.place - excluded.first_position + first_position, popularity = excluded.popularity, \
               sku = excluded.sku, name = excluded.name, barcodes = excluded.barcodes, kind = excluded.kind, \
               tax_group = excluded.tax_group, unit = excluded.unit, category = excluded.category, \
               brand = excluded.brand, package_size = excluded.package_size, image = excluded.image, \
               serialised = excluded.serialised, discountable = excluded.discountable, active = excluded.active, \
               listed = excluded.listed, search = excluded.search;"
        )
    };
}

/// What was indexed leaves the index with the text that it came in with, before the row changes; the index wants its
/// rows in order.
const STATED: &str = concat!(
    "INSERT INTO catalog_search (catalog_search, rowid, search) \
     SELECT 'delete', place, search FROM catalog_product WHERE product IN ",
    touched!(),
    " ORDER BY place;",
    "DELETE FROM catalog_barcode WHERE (barcode, product) IN ( \
       SELECT b.value, t.product FROM ",
    touched!(),
    " t JOIN catalog_product p USING (product), jsonb_each(p.barcodes) b);",
    row!(),
    "INSERT INTO catalog_barcode (barcode, product) \
     SELECT b.value, t.product FROM ",
    touched!(),
    " t JOIN catalog_product p USING (product), jsonb_each(p.barcodes) b;",
    "INSERT INTO catalog_search (rowid, search) \
     SELECT place, search FROM catalog_product WHERE product IN ",
    touched!(),
    " ORDER BY place;",
);

/// While everything is made anew, the rows alone: what follows from them is filled when all are there.
const ROW: &str = row!();

/// What follows from the rows, each in its own order.
const INDEXED: &str = concat!(
    indexes!(),
    "INSERT INTO catalog_barcode (barcode, product) \
     SELECT b.value, p.product FROM catalog_product p, jsonb_each(p.barcodes) b ORDER BY b.value, p.product;",
    "INSERT INTO catalog_search (catalog_search) VALUES ('rebuild');",
);

/// The last ranking replaces the one before.
macro_rules! ranking {
    () => {
        "UPDATE catalog_ranking SET sold = 0;\
         INSERT INTO catalog_ranking (product, sold) SELECT t.value->>0, t.value->>1 \
         FROM (SELECT value FROM jsonb_each(?1) ORDER BY key DESC LIMIT 1) e, jsonb_each(e.value, '$.p.top') t \
         WHERE true ON CONFLICT (product) DO UPDATE SET sold = excluded.sold;"
    };
}

/// Rows of the ranking and of the one before move to their new place.
macro_rules! moved {
    () => {
        concat!(
            "UPDATE catalog_product SET place = ",
            place!("popularity + r.sold", "first_position"),
            " FROM catalog_ranking r WHERE r.product = catalog_product.product;"
        )
    };
}

/// Rows that move leave and enter the index.
const RANKED: &str = concat!(
    ranking!(),
    "INSERT INTO catalog_search (catalog_search, rowid, search) \
     SELECT 'delete', place, search FROM catalog_product JOIN catalog_ranking USING (product) ORDER BY place;",
    moved!(),
    "INSERT INTO catalog_search (rowid, search) \
     SELECT place, search FROM catalog_product JOIN catalog_ranking USING (product) ORDER BY place;",
    "DELETE FROM catalog_ranking WHERE sold = 0;",
);

const RANKED_ROWS: &str = concat!(ranking!(), moved!(), "DELETE FROM catalog_ranking WHERE sold = 0;");

/// What every fact that states a product has; what else it has is no business of this view.
#[derive(Deserialize, Serialize)]
struct Stated {
    product: ProductId,
    details: ProductDetails,
    #[serde(skip_deserializing)]
    search: String,
}

/// Adds the folded text that the index holds. Barcodes are found by their own table: all of a shop's begin alike, and a
/// prefix that every row has would be gathered from as many tokens as there are rows.
fn with_search_text(payload: &[u8]) -> Option<String> {
    let mut stated: Stated = serde_json::from_slice(payload).ok()?;
    let details = &stated.details;
    let texts = [details.name.as_str(), &details.sku].into_iter().chain(details.brand.as_deref());
    stated.search = spelling::searchable(texts);
    serde_json::to_string(&stated).ok()
}

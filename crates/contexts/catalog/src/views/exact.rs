//! Products by exactly what they are called: id, SKU, barcode.

use super::row::{AsOf, ProductRow, columns, parsed, price_join, read};
use super::tile::{category_join, tile};
use crate::{HeldCode, Holder, ProductDetails, normalise_barcode};
use kernel::ProductId;
use sqlx::{Row, SqliteConnection};

/// A limit is read as `+?4` here and in the other queries that are asked at every key or scan: SQLite plans a statement
/// anew each time a bare `LIMIT ?4` is bound, which costs more than running it.
macro_rules! product_where {
    ($condition:literal) => {
        concat!(
            "SELECT ",
            columns!(),
            " FROM catalog_product p",
            price_join!(),
            " WHERE ",
            $condition,
            " ORDER BY p.active DESC, p.place LIMIT +?4"
        )
    };
}

const BY_ID: &str = product_where!("p.product = ?3");
const BY_SKU: &str = product_where!("p.sku = ?3");
const BY_BARCODE: &str = product_where!("p.product IN (SELECT product FROM catalog_barcode WHERE barcode = ?3)");

/// What is on sale by barcode `?3` or SKU `?6`, then by barcodes from `?3` on that are not above `?5`, in their order.
macro_rules! by_code {
    () => {
        concat!(
    "SELECT '[' || coalesce(group_concat(tile), '') || ']' FROM (SELECT ",
    tile!(),
    " AS tile FROM (SELECT 0 AS near, product FROM catalog_product WHERE sku = ?6 UNION ALL \
     SELECT * FROM (SELECT barcode <> ?3, product FROM catalog_barcode WHERE barcode BETWEEN ?3 AND ?5 LIMIT +?4)) k \
     CROSS JOIN catalog_product p ON p.product = k.product",
    category_join!(),
    " WHERE p.active = 1 GROUP BY p.place ORDER BY min(k.near), p.place LIMIT +?4)"
        )
    };
}
pub(super) use by_code;

pub(crate) const BY_CODE: &str = by_code!();

/// The most products that one code names; more come with the words.
pub(super) const MAX_BY_CODE: i64 = 10;

/// From how many characters on the beginning of a barcode is looked up: the first three say who issued it.
const MIN_BEGINNING_CHARS: usize = 4;

/// Behind every character of a barcode.
const BEHIND_ALL: char = char::MAX;

/// A product, on sale or not.
pub async fn find_product(
    connection: &mut SqliteConnection,
    product: ProductId,
    as_of: AsOf,
) -> Result<Option<ProductRow>, sqlx::Error> {
    find(connection, BY_ID, &product.to_string(), as_of).await
}

/// The product with this SKU, on sale or not. Upper and lower case are one.
pub async fn find_by_sku(
    connection: &mut SqliteConnection,
    sku: &str,
    as_of: AsOf,
) -> Result<Option<ProductRow>, sqlx::Error> {
    find(connection, BY_SKU, sku.trim(), as_of).await
}

/// The product with this barcode, in whatever form a scanner sends it. One on sale comes before one that is not.
pub async fn find_by_barcode(
    connection: &mut SqliteConnection,
    code: &str,
    as_of: AsOf,
) -> Result<Option<ProductRow>, sqlx::Error> {
    let Ok(barcode) = normalise_barcode(code) else { return Ok(None) };
    find(connection, BY_BARCODE, &barcode, as_of).await
}

async fn find(
    connection: &mut SqliteConnection,
    sql: &'static str,
    key: &str,
    as_of: AsOf,
) -> Result<Option<ProductRow>, sqlx::Error> {
    let row = sqlx::query(sql)
        .bind(as_of.list.to_string())
        .bind(as_of.at_ms)
        .bind(key.to_owned())
        .bind(1)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(read).transpose()
}

/// What [`BY_CODE`] asks for.
pub(super) struct Code {
    /// As it is stored; what nothing can be called is asked for as nothing.
    pub(super) first: Option<String>,
    /// The last barcode that begins so, or itself.
    pub(super) last: Option<String>,
    pub(super) sku: Option<String>,
}

impl Code {
    /// Reads a text as a code: a barcode or SKU, or from some characters on the beginning of a barcode.
    pub(super) fn of(text: &str) -> Self {
        let Ok(barcode) = normalise_barcode(text) else { return Self { first: None, last: None, sku: None } };
        let is_beginning = barcode.chars().count() >= MIN_BEGINNING_CHARS;
        let last = if is_beginning { format!("{barcode}{BEHIND_ALL}") } else { barcode.clone() };
        Self { first: Some(barcode), last: Some(last), sku: Some(text.trim().to_owned()) }
    }
}

/// Everything that is said of a product, for the form that changes it.
pub async fn find_details(
    connection: &mut SqliteConnection,
    product: ProductId,
) -> Result<Option<ProductDetails>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT json_object('sku', sku, 'name', name, 'barcodes', json(barcodes), 'kind', kind, 'tax_group', \
           tax_group, 'unit', unit, 'category', category, 'serialised', json(iif(serialised, 'true', 'false')), \
           'discountable', json(iif(discountable, 'true', 'false')), 'image', image, \
           'active', json(iif(active, 'true', 'false')), 'listed', json(iif(listed, 'true', 'false')), \
           'brand', brand, 'package_size', package_size, 'popularity', popularity) \
         FROM catalog_product WHERE product = ?",
    )
    .bind(product.to_string())
    .fetch_optional(connection)
    .await?;
    let details = row.map(|row| serde_json::from_str(row.get(0)));
    details.transpose().map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// Who holds any of these SKUs or barcodes (as they are stored) now, products that are off sale included.
pub async fn find_holders(
    connection: &mut SqliteConnection,
    skus: &[String],
    barcodes: &[String],
) -> Result<Vec<Holder>, sqlx::Error> {
    let keys = |texts: &[String]| serde_json::to_string(texts).expect("texts are plain data");
    let rows = sqlx::query(
        "SELECT p.product, p.name, 0, p.sku FROM jsonb_each(?1) k CROSS JOIN catalog_product p ON p.sku = k.value \
         UNION ALL SELECT p.product, p.name, 1, b.barcode FROM jsonb_each(?2) k \
           CROSS JOIN catalog_barcode b ON b.barcode = k.value CROSS JOIN catalog_product p ON p.product = b.product",
    )
    .bind(keys(skus))
    .bind(keys(barcodes))
    .fetch_all(connection)
    .await?;
    let holder = |row| {
        let code: String = Row::get(row, 3);
        let code = if Row::get::<i64, _>(row, 2) == 0 { HeldCode::Sku(code) } else { HeldCode::Barcode(code) };
        Ok(Holder { product: parsed(row, 0)?, name: Row::get(row, 1), code })
    };
    rows.iter().map(holder).collect()
}

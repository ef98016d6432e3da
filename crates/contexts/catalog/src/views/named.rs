//! Products by what people remember of them, on sale or not: to find what was sold long ago.

use super::row::parsed;
use crate::normalise_barcode;
use crate::spelling::{as_typed, other_spellings};
use kernel::ProductId;
use sqlx::SqliteConnection;

const BY_CODE: &str = "SELECT product FROM catalog_product WHERE sku = ?1 \
    UNION SELECT product FROM catalog_barcode WHERE barcode = ?2";

const BY_WORDS: &str = "SELECT p.product FROM catalog_search CROSS JOIN catalog_product p \
    ON p.place = catalog_search.rowid WHERE catalog_search MATCH ?1 ORDER BY catalog_search.rowid LIMIT +?2";

/// What has this barcode or SKU, and what has all these words; only where nothing has: other ways to write them. The
/// most popular first, at most `limit`.
pub async fn list_named(
    connection: &mut SqliteConnection,
    text: &str,
    limit: u32,
) -> Result<Vec<ProductId>, sqlx::Error> {
    let barcode = normalise_barcode(text).ok();
    let codes = sqlx::query(BY_CODE).bind(text.trim().to_owned()).bind(barcode).fetch_all(&mut *connection).await?;
    let mut found: Vec<ProductId> = codes.iter().map(|row| parsed(row, 0)).collect::<Result<_, _>>()?;
    for expression in [as_typed(text), other_spellings(text)] {
        let Some(expression) = expression else { continue };
        let rows = sqlx::query(BY_WORDS).bind(expression).bind(limit).fetch_all(&mut *connection).await?;
        for row in &rows {
            let product = parsed(row, 0)?;
            if !found.contains(&product) {
                found.push(product);
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found.truncate(limit as usize);
    Ok(found)
}

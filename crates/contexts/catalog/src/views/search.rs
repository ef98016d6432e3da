//! Search as you type.

use super::exact::list_by_code;
use super::row::{AsOf, Page, ProductRow, columns, ids, price_join, read};
use super::shelf::{Listing, list_products};
use crate::spelling::{as_typed, other_spellings};
use kernel::ProductId;
use sqlx::{Row, SqliteConnection};

/// `?3` is a full-text expression, `?4` are products to leave out. The index hands rows over in the order of their
/// keys, which is popularity; it stops when the page is full.
pub(crate) const WORDS: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM catalog_search CROSS JOIN catalog_product p ON p.place = catalog_search.rowid",
    price_join!(),
    " WHERE catalog_search MATCH ?3 AND p.active = 1 AND p.product NOT IN (SELECT value FROM jsonb_each(?4)) \
     ORDER BY catalog_search.rowid LIMIT ?5 OFFSET ?6"
);

const ANY: &str = "SELECT EXISTS (SELECT 1 FROM catalog_search CROSS JOIN catalog_product p \
    ON p.place = catalog_search.rowid WHERE catalog_search MATCH ? AND p.active = 1)";

/// A page of products on sale: what has this barcode or SKU, or a barcode that begins so; then what has all these words,
/// in any order and as prefixes, the most popular first. Only where nothing has them: other ways to write them. An
/// empty text gives the popular tiles.
pub async fn search(
    connection: &mut SqliteConnection,
    text: &str,
    as_of: AsOf,
    page: Page,
) -> Result<Vec<ProductRow>, sqlx::Error> {
    if text.trim().is_empty() {
        return list_products(connection, None, Listing::Tiles, as_of, page).await;
    }
    let by_code = list_by_code(connection, text, as_of).await?;
    let known: Vec<ProductId> = by_code.iter().map(|row| row.product).collect();
    let asked = Asked { as_of, known: ids(&known), page, by_code: i64::try_from(by_code.len()).expect("at most ten") };
    let mut found = asked.part_of(by_code);

    let typed = as_typed(text);
    let by_words = asked.by_words(connection, typed.as_deref(), &found).await?;
    let nothing = found.is_empty() && by_words.is_empty() && asked.by_code == 0;
    found.extend(by_words);
    if nothing && !any(connection, typed.as_deref()).await? {
        let other = other_spellings(text);
        found = asked.by_words(connection, other.as_deref(), &found).await?;
    }
    Ok(found)
}

/// What is asked, however it is written.
struct Asked {
    as_of: AsOf,
    known: String,
    page: Page,
    by_code: i64,
}

impl Asked {
    /// What the code names, as far as it stands on this page.
    fn part_of(&self, by_code: Vec<ProductRow>) -> Vec<ProductRow> {
        let skipped = usize::try_from(self.page.offset()).unwrap_or(usize::MAX);
        let limit = usize::try_from(self.page.limit()).unwrap_or(usize::MAX);
        by_code.into_iter().skip(skipped).take(limit).collect()
    }

    /// What follows those on this page.
    async fn by_words(
        &self,
        connection: &mut SqliteConnection,
        expression: Option<&str>,
        found: &[ProductRow],
    ) -> Result<Vec<ProductRow>, sqlx::Error> {
        let Some(expression) = expression else { return Ok(Vec::new()) };
        let taken = i64::try_from(found.len()).expect("at most a page");
        let rows = sqlx::query(WORDS)
            .bind(self.as_of.list.to_string())
            .bind(self.as_of.at_ms)
            .bind(expression.to_owned())
            .bind(self.known.clone())
            .bind(self.page.limit() - taken)
            .bind((self.page.offset() - self.by_code).max(0))
            .fetch_all(connection)
            .await?;
        rows.iter().map(read).collect()
    }
}

/// Whether anything has these words: an empty page may only lie behind the last row.
async fn any(connection: &mut SqliteConnection, expression: Option<&str>) -> Result<bool, sqlx::Error> {
    let Some(expression) = expression else { return Ok(false) };
    Ok(sqlx::query(ANY).bind(expression.to_owned()).fetch_one(connection).await?.get(0))
}

//! Search as you type.

use super::exact::{BY_CODE, Code, MAX_BY_CODE, by_code};
use super::row::{AsOf, Page, ids};
use super::shelf::{Listing, list_products};
use super::tile::{TileRow, category_join, page as tiles, tile};
use crate::spelling::{as_typed, other_spellings};
use kernel::ProductId;
use sqlx::{Row, SqliteConnection};

/// `?7` is a full-text expression, `?8` are products to leave out. The index hands rows over in the order of their
/// keys, which is popularity; it stops when the page is full.
macro_rules! words {
    () => {
        concat!(
            "SELECT '[' || coalesce(group_concat(tile), '') || ']' FROM (SELECT ",
            tile!(),
            " AS tile FROM catalog_search CROSS JOIN catalog_product p ON p.place = catalog_search.rowid",
            category_join!(),
            " WHERE catalog_search MATCH ?7 AND p.active = 1 AND p.product NOT IN (SELECT value FROM jsonb_each(?8)) \
             ORDER BY catalog_search.rowid LIMIT +?9 OFFSET ?10)"
        )
    };
}

pub(crate) const WORDS: &str = words!();

/// What the code names and what has the words, in one call.
const BY_BOTH: &str = concat!(by_code!(), ";", words!());

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
) -> Result<Vec<TileRow>, sqlx::Error> {
    if text.trim().is_empty() {
        return list_products(connection, None, Listing::Tiles, as_of, page).await;
    }
    let typed = Asked { code: Code::of(text), words: as_typed(text), as_of };
    if page.offset() == 0 {
        let found = typed.first_page(connection, page).await?;
        return if found.is_empty() { typed.otherwise(connection, text, page).await } else { Ok(found) };
    }
    typed.later_page(connection, text, page).await
}

/// What is asked, and which prices.
struct Asked {
    code: Code,
    words: Option<String>,
    as_of: AsOf,
}

impl Asked {
    /// Runs one of the statements above, which number their parameters alike.
    async fn run(
        &self,
        connection: &mut SqliteConnection,
        sql: &'static str,
        without: &[ProductId],
        (limit, offset): (i64, i64),
    ) -> Result<Vec<Vec<TileRow>>, sqlx::Error> {
        let rows = sqlx::query(sql)
            .bind(self.as_of.list.to_string())
            .bind(self.as_of.at_ms)
            .bind(self.code.first.clone())
            .bind(MAX_BY_CODE)
            .bind(self.code.last.clone())
            .bind(self.code.sku.clone())
            .bind(self.words.clone())
            .bind(ids(without))
            .bind(limit)
            .bind(offset)
            .fetch_all(connection)
            .await?;
        rows.iter().map(tiles).collect()
    }

    async fn first_page(&self, connection: &mut SqliteConnection, page: Page) -> Result<Vec<TileRow>, sqlx::Error> {
        let sql = if self.words.is_some() { BY_BOTH } else { BY_CODE };
        let parts = self.run(connection, sql, &[], (page.limit(), 0)).await?;
        let mut found: Vec<TileRow> = Vec::new();
        for tile in parts.into_iter().flatten() {
            if found.iter().all(|earlier| earlier.product != tile.product) {
                found.push(tile);
            }
        }
        found.truncate(usize::try_from(page.limit()).unwrap_or(usize::MAX));
        Ok(found)
    }

    /// The words go on where the code and the pages before this one ended.
    async fn later_page(
        &self,
        connection: &mut SqliteConnection,
        text: &str,
        page: Page,
    ) -> Result<Vec<TileRow>, sqlx::Error> {
        let by_code = self.run(connection, BY_CODE, &[], (0, 0)).await?.concat();
        let known: Vec<ProductId> = by_code.iter().map(|tile| tile.product).collect();
        let skipped = usize::try_from(page.offset()).unwrap_or(usize::MAX);
        let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
        let mut found: Vec<TileRow> = by_code.into_iter().skip(skipped).take(limit).collect();
        let count = |some: usize| i64::try_from(some).expect("at most a page");
        let rest = (page.limit() - count(found.len()), (page.offset() - count(known.len())).max(0));
        if self.words.is_some() {
            found.extend(self.run(connection, WORDS, &known, rest).await?.concat());
        }
        let behind_the_last = found.is_empty() && known.is_empty();
        if behind_the_last && !any(connection, self.words.as_deref()).await? {
            return self.otherwise(connection, text, page).await;
        }
        Ok(found)
    }

    /// Other ways to write the words.
    async fn otherwise(
        &self,
        connection: &mut SqliteConnection,
        text: &str,
        page: Page,
    ) -> Result<Vec<TileRow>, sqlx::Error> {
        let Some(words) = other_spellings(text) else { return Ok(Vec::new()) };
        let other = Self { code: Code::of(""), words: Some(words), as_of: self.as_of };
        Ok(other.run(connection, WORDS, &[], (page.limit(), page.offset())).await?.concat())
    }
}

/// Whether anything has these words: an empty page may only lie behind the last row.
async fn any(connection: &mut SqliteConnection, expression: Option<&str>) -> Result<bool, sqlx::Error> {
    let Some(expression) = expression else { return Ok(false) };
    Ok(sqlx::query(ANY).bind(expression.to_owned()).fetch_one(connection).await?.get(0))
}

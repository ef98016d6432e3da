//! Products as they stand on the tiles, popular first.

use super::row::{AsOf, Page};
use super::tile::{TileRow, category_join, page as tiles, tile};
use kernel::CategoryId;
use sqlx::SqliteConnection;

/// Which products a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// Those on sale that have a tile.
    Tiles,
    /// All of them, off sale too, for whoever keeps the catalog.
    Everything,
}

/// A page of places first, from the index alone; then the rows of that page.
macro_rules! shelf {
    ($condition:literal) => {
        concat!(
            "SELECT '[' || coalesce(group_concat(tile), '') || ']' FROM (SELECT ",
            tile!(),
            " AS tile FROM (SELECT place FROM catalog_product WHERE ",
            $condition,
            " ORDER BY place LIMIT +?3 OFFSET ?4) page CROSS JOIN catalog_product p ON p.place = page.place",
            category_join!(),
            " ORDER BY p.place)"
        )
    };
}

/// The category `?5` and all below it. UNION ends the walk should a tree ever hold a circle.
macro_rules! shelf_of_category {
    ($condition:literal) => {
        concat!(
            "WITH RECURSIVE below (category) AS (SELECT ?5 UNION \
             SELECT c.category FROM below b JOIN catalog_category c ON c.parent = b.category) ",
            "SELECT '[' || coalesce(group_concat(tile), '') || ']' FROM (SELECT ",
            tile!(),
            " AS tile FROM (SELECT q.place FROM below b CROSS JOIN catalog_product q ON q.category = b.category",
            $condition,
            " ORDER BY q.place LIMIT +?3 OFFSET ?4) page CROSS JOIN catalog_product p ON p.place = page.place",
            category_join!(),
            " ORDER BY p.place)"
        )
    };
}

pub(crate) const SHELF_LISTED: &str = shelf!("active = 1 AND listed = 1");
const SHELF_ALL: &str = shelf!("true");
pub(crate) const SHELF_OF_CATEGORY_LISTED: &str = shelf_of_category!(" WHERE q.active = 1 AND q.listed = 1");
const SHELF_OF_CATEGORY_ALL: &str = shelf_of_category!("");

/// A page of products of a category and all below it, or of all categories; the most popular first.
pub async fn list_products(
    connection: &mut SqliteConnection,
    category: Option<CategoryId>,
    listing: Listing,
    as_of: AsOf,
    page: Page,
) -> Result<Vec<TileRow>, sqlx::Error> {
    let sql = match (category, listing) {
        (None, Listing::Tiles) => SHELF_LISTED,
        (None, Listing::Everything) => SHELF_ALL,
        (Some(_), Listing::Tiles) => SHELF_OF_CATEGORY_LISTED,
        (Some(_), Listing::Everything) => SHELF_OF_CATEGORY_ALL,
    };
    let query = sqlx::query(sql).bind(as_of.list.to_string()).bind(as_of.at_ms).bind(page.limit()).bind(page.offset());
    let query = match category {
        Some(category) => query.bind(category.to_string()),
        None => query,
    };
    tiles(&query.fetch_one(connection).await?)
}

//! What the counter shows: tiles, categories and what a search finds.

use super::requests::{ListProducts, Search};
use super::words::{CategoryView, ProductPage, ProductView};
use crate::Pos;
use crate::error::Result;
use catalog::{AsOf, Listing, Page, TileRow};
use eventing::sqlx::SqliteConnection;
use kernel::{ProductId, Quantity, UnitPrice};

/// Tiles of one page: more than the largest screen shows.
const TILES: u32 = 60;

/// Rows of one page of results. Each letter asks for one, and a screen shows half of it.
const RESULTS: u32 = 30;

impl Pos {
    /// The categories at the top of the tree, in their order.
    pub async fn list_categories(&self) -> Result<Vec<CategoryView>> {
        let mut reader = self.store().reader().await?;
        let rows = catalog::list_categories(&mut reader).await?;
        let roots = rows.into_iter().filter(|row| row.parent.is_none());
        Ok(roots
            .map(|row| CategoryView { category: row.category, name: row.name, icon: row.icon, colour: row.colour })
            .collect())
    }

    /// A page of tiles, most popular first.
    pub async fn list_products(&self, request: ListProducts) -> Result<ProductPage> {
        let as_of = self.prices_now()?;
        let page = Page::new(TILES, request.offset);
        let mut reader = self.store().reader().await?;
        let rows = catalog::list_products(&mut reader, request.category, Listing::Tiles, as_of, page).await?;
        product_page(&mut reader, rows, TILES).await
    }

    /// A page of what matches: an exact barcode or SKU first, then words in any order.
    pub async fn search(&self, request: Search) -> Result<ProductPage> {
        let as_of = self.prices_now()?;
        let page = Page::new(RESULTS, request.offset);
        let mut reader = self.store().reader().await?;
        let rows = catalog::search(&mut reader, &request.text, as_of, page).await?;
        product_page(&mut reader, rows, RESULTS).await
    }

    fn prices_now(&self) -> Result<AsOf> {
        Ok(AsOf { list: self.shop()?.price_list, at_ms: self.known_ms() })
    }
}

/// Joins what the catalog shows with what inventory has. There is more where the page is full.
async fn product_page(reader: &mut SqliteConnection, rows: Vec<TileRow>, most: u32) -> Result<ProductPage> {
    let more = rows.len() == most as usize;
    let products: Vec<ProductId> = rows.iter().map(|row| row.product).collect();
    let available = inventory::available_of(reader, &products).await?;
    let views = rows.into_iter().zip(available).map(|(row, available)| ProductView {
        product: row.product,
        sku: row.sku,
        name: row.name,
        barcode: row.barcode,
        price: row.price.map(UnitPrice::rounded),
        icon: row.icon,
        colour: row.colour,
        available: available.map(|milli| Quantity::milli(milli, row.unit)),
    });
    Ok(ProductPage { products: views.collect(), more })
}

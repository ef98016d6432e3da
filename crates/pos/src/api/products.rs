//! What the counter shows: tiles, categories and what a search finds.

use super::requests::{ListProducts, Search};
use super::words::{CategoryView, ProductPage, ProductView};
use crate::Pos;
use crate::error::Result;
use catalog::{AsOf, Listing, Page, ProductRow};
use eventing::sqlx::SqliteConnection;
use kernel::{CategoryId, ProductId, Quantity, UnitPrice};

/// Products of one page.
const PAGE: u32 = 60;

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
        let page = Page::new(PAGE, request.offset);
        let mut reader = self.store().reader().await?;
        let rows = catalog::list_products(&mut reader, request.category, Listing::Tiles, as_of, page).await?;
        product_page(&mut reader, rows).await
    }

    /// A page of what matches: an exact barcode or SKU first, then words in any order.
    pub async fn search(&self, request: Search) -> Result<ProductPage> {
        let as_of = self.prices_now()?;
        let page = Page::new(PAGE, request.offset);
        let mut reader = self.store().reader().await?;
        let rows = catalog::search(&mut reader, &request.text, as_of, page).await?;
        product_page(&mut reader, rows).await
    }

    fn prices_now(&self) -> Result<AsOf> {
        Ok(AsOf { list: self.shop()?.price_list, at_ms: self.known_ms() })
    }
}

/// Joins what the catalog shows with what inventory has and how the categories look.
async fn product_page(reader: &mut SqliteConnection, rows: Vec<ProductRow>) -> Result<ProductPage> {
    let more = rows.len() == PAGE as usize;
    let products: Vec<ProductId> = rows.iter().map(|row| row.product).collect();
    let stock = inventory::stock_of(reader, &products).await?;
    let categories: Vec<CategoryId> = rows.iter().filter_map(|row| row.category).collect();
    let looks = catalog::category_looks(reader, &categories).await?;
    let views = rows.into_iter().zip(stock).map(|(row, stock)| {
        let look = looks.iter().find(|look| Some(look.category) == row.category);
        let available = stock.tracked.then_some(Quantity::milli(stock.available_milli, row.unit));
        ProductView {
            product: row.product,
            sku: row.sku,
            name: row.name,
            barcode: row.barcode,
            price: row.price.map(UnitPrice::rounded),
            icon: look.and_then(|look| look.icon.clone()),
            colour: look.and_then(|look| look.colour.clone()),
            available,
        }
    });
    Ok(ProductPage { products: views.collect(), more })
}

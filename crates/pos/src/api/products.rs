//! What the counter shows: tiles, categories and what a search finds.

use super::requests::{ListProducts, Search};
use super::words::{CategoryView, ProductPage, ProductView};
use crate::Pos;
use crate::error::Result;
use catalog::{AsOf, CategoryRow, Listing, Page, ProductRow};
use eventing::sqlx::SqliteConnection;
use kernel::{CategoryId, ProductId, Quantity, UnitPrice};
use std::collections::HashMap;

/// Products of one page.
const PAGE: u32 = 60;

/// How a category looks; one below it looks like it, unless it says otherwise.
#[derive(Clone, Default)]
struct Look {
    icon: Option<String>,
    colour: Option<String>,
}

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
    let looks = if rows.iter().any(|row| row.category.is_some()) { looks(reader).await? } else { HashMap::new() };
    let views = rows.into_iter().zip(stock).map(|(row, stock)| {
        let look = row.category.and_then(|category| looks.get(&category).cloned()).unwrap_or_default();
        let available = stock.tracked.then_some(Quantity::milli(stock.available_milli, row.unit));
        ProductView {
            product: row.product,
            sku: row.sku,
            name: row.name,
            barcode: row.barcode,
            price: row.price.map(UnitPrice::rounded),
            icon: look.icon,
            colour: look.colour,
            available,
        }
    });
    Ok(ProductPage { products: views.collect(), more })
}

async fn looks(reader: &mut SqliteConnection) -> Result<HashMap<CategoryId, Look>> {
    let mut looks: HashMap<CategoryId, Look> = HashMap::new();
    // Parents come before what stands below them.
    for row in catalog::list_categories(reader).await? {
        let CategoryRow { category, parent, icon, colour, .. } = row;
        let above = parent.and_then(|parent| looks.get(&parent).cloned()).unwrap_or_default();
        looks.insert(category, Look { icon: icon.or(above.icon), colour: colour.or(above.colour) });
    }
    Ok(looks)
}

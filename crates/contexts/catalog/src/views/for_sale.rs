//! What a cart needs to know of a product.

use super::exact::{find_by_barcode, find_by_sku};
use super::price::PriceRow;
use super::row::{AsOf, ProductRow, columns, ids, price_join, read};
use contracts::ProductKind;
use kernel::{PriceListId, ProductId, Unit};
use sqlx::SqliteConnection;

/// A product on its way into a cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductForSale {
    /// Its id.
    pub product: ProductId,
    /// Our code for it.
    pub sku: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ProductKind,
    /// A tax group's code in the country profile.
    pub tax_group: String,
    /// What it is sold by.
    pub unit: Unit,
    /// Whether each piece has a number of its own.
    pub serialised: bool,
    /// Whether discounts may touch it.
    pub discountable: bool,
    /// Whether it is sold at all.
    pub active: bool,
    /// What it costs; None where nothing holds yet.
    pub price: Option<PriceRow>,
}

impl From<ProductRow> for ProductForSale {
    fn from(row: ProductRow) -> Self {
        let price = row.price.zip(row.price_version).map(|(price, version)| PriceRow { price, version });
        Self {
            product: row.product,
            sku: row.sku,
            name: row.name,
            kind: row.kind,
            tax_group: row.tax_group,
            unit: row.unit,
            serialised: row.serialised,
            discountable: row.discountable,
            active: row.active,
            price,
        }
    }
}

/// The product that a scanned or typed code names: by barcode, else by SKU. One that is off sale is found too, so
/// that the cashier learns why it cannot be sold.
pub async fn find_for_sale(
    connection: &mut SqliteConnection,
    list: PriceListId,
    code: &str,
    at_ms: i64,
) -> Result<Option<ProductForSale>, sqlx::Error> {
    let as_of = AsOf { list, at_ms };
    let found = match find_by_barcode(connection, code, as_of).await? {
        Some(row) => Some(row),
        None => find_by_sku(connection, code, as_of).await?,
    };
    Ok(found.map(ProductForSale::from))
}

/// `?3` are product ids as a JSON array.
const BY_IDS: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM jsonb_each(?3) k CROSS JOIN catalog_product p ON p.product = k.value",
    price_join!()
);

/// These products with what they cost at a time; unknown ones are left out.
pub async fn products_for_sale(
    connection: &mut SqliteConnection,
    list: PriceListId,
    products: &[ProductId],
    at_ms: i64,
) -> Result<Vec<ProductForSale>, sqlx::Error> {
    let rows = sqlx::query(BY_IDS).bind(list.to_string()).bind(at_ms).bind(ids(products)).fetch_all(connection).await?;
    rows.iter().map(|row| read(row).map(ProductForSale::from)).collect()
}

//! Keeping the catalog: categories, products, prices.

use super::requests::{ChangeProduct, CreateCategory, CreateProduct, SetPrice};
use crate::error::Result;
use crate::gesture::{Call, Desk};
use crate::{Pos, Session};
use catalog::{
    Category, CategoryCommand, Price, PriceList, Product, ProductCommand, ProductDetails, check_unique, price_stream,
};
use kernel::{CategoryId, ProductId, UnitPrice, Uuid};
use staff::Act;

impl Pos {
    /// Adds a category.
    pub async fn create_category(&self, who: &Session, request: CreateCategory) -> Result<CategoryId> {
        let call = Call::full("catalog.create_category", who, request.command, &request);
        let category = CategoryId(Uuid::new_v5(&request.command.0, b"category"));
        self.gesture(call, async |desk| {
            desk.permit(Act::EditCatalog, None).await?;
            let above = match request.details.parent {
                Some(parent) => catalog::list_ancestors(desk.txn.untouched(), parent).await?,
                None => Vec::new(),
            };
            let add = catalog::AddCategory { category, details: request.details.clone(), above };
            desk.run::<Category>(category.0, CategoryCommand::Add(add)).await?;
            Ok(category)
        })
        .await
    }

    /// Adds a product, with its price where there is one.
    ///
    /// # Errors
    /// CAT-… for details that cannot be, or a SKU or barcode that another product has.
    pub async fn create_product(&self, who: &Session, request: CreateProduct) -> Result<ProductId> {
        let call = Call::full("catalog.create_product", who, request.command, &request);
        let product = catalog::product_id_for_sku(&request.details.sku);
        self.gesture(call, async |desk| {
            desk.permit(Act::EditCatalog, None).await?;
            refuse_taken(desk, product, &request.details).await?;
            let add = catalog::AddProduct { product, details: request.details.clone() };
            desk.run::<Product>(product.0, ProductCommand::Add(add)).await?;
            if let Some(price) = request.price {
                let now = desk.at().highest_ms;
                set_price(desk, product, price, now, None).await?;
            }
            Ok(product)
        })
        .await
    }

    /// Gives a product other details.
    pub async fn change_product(&self, who: &Session, request: ChangeProduct) -> Result<()> {
        let call = Call::full("catalog.change_product", who, request.command, &request);
        let product = request.product;
        self.gesture(call, async |desk| {
            desk.permit(Act::EditCatalog, None).await?;
            refuse_taken(desk, product, &request.details).await?;
            let change = catalog::ChangeProduct { product, details: request.details.clone() };
            desk.run::<Product>(product.0, ProductCommand::Change(change)).await
        })
        .await
    }

    /// Sets a price from a time on.
    pub async fn set_price(&self, who: &Session, request: SetPrice) -> Result<()> {
        let call = Call::full("catalog.set_price", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::EditCatalog, None).await?;
            let from = request.valid_from_ms.unwrap_or(desk.at().highest_ms);
            set_price(desk, request.product, request.price, from, request.reason.clone()).await
        })
        .await
    }
}

/// No two products share a code: asked inside the transaction that records.
async fn refuse_taken(desk: &mut Desk, product: ProductId, details: &ProductDetails) -> Result<()> {
    let details = details.clone().cleaned()?;
    let skus = [details.sku.clone()];
    let holders = catalog::find_holders(desk.txn.untouched(), &skus, &details.barcodes).await?;
    Ok(check_unique(product, &details, &holders)?)
}

async fn set_price(
    desk: &mut Desk,
    product: ProductId,
    price: UnitPrice,
    valid_from_ms: i64,
    reason: Option<String>,
) -> Result<()> {
    let list = desk.shop()?.price_list;
    if matches!(desk.txn.state::<Product>(product.0).await?, Product::Unknown) {
        return Err(catalog::Rejection::ProductUnknown.into());
    }
    desk.txn.state::<PriceList>(list.0).await?.accepts(price)?;
    let set = catalog::SetPrice { list, product, price, valid_from_ms, reason };
    desk.run::<Price>(price_stream(list, product), set).await
}

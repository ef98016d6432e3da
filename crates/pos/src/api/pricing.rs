//! Pricing the open cart: products, prices and tax rates of this moment, through the one calculation.

use super::cart_view::{Seen, cart_view};
use super::words::CartView;
use crate::error::Result;
use crate::gesture::Desk;
use crate::shop::ShopContext;
use crate::{No, Pos};
use contracts::{OrderPlaced, Quote, TaxTreatment};
use eventing::sqlx::SqliteConnection;
use kernel::{OrderId, ProductId};
use orders::{Cart, CartLine, Order};
use payments::Payment;
use pricing::{LineRequest, PriceRequest};

/// When a cart is priced: prices change at a moment, tax rates at the store's midnight.
#[derive(Clone, Copy)]
pub(super) struct Instant {
    pub(super) ms: i64,
    wall_ms: i64,
}

impl Instant {
    pub(super) fn new(ms: i64, offset_minutes: i32) -> Self {
        Self { ms, wall_ms: ms.saturating_add(i64::from(offset_minutes) * 60_000) }
    }
}

/// Prices the lines of an open cart.
///
/// # Errors
/// POS-005, POS-006, POS-011 where a line cannot be priced; PRI-… where its discount does not fit.
pub(super) async fn quote_cart(
    connection: &mut SqliteConnection,
    shop: &ShopContext,
    open: &Cart,
    at: Instant,
) -> Result<Quote> {
    let products: Vec<ProductId> = open.lines.iter().map(|line| line.product).collect();
    let priced = catalog::products_for_sale(connection, shop.price_list, &products, at.ms).await?;
    let mut lines = Vec::with_capacity(open.lines.len());
    for line in &open.lines {
        let product = priced.iter().find(|product| product.product == line.product);
        lines.push(line_request(shop, line, product, at.wall_ms)?);
    }
    let request = PriceRequest {
        currency: shop.currency,
        tax_included: shop.tax_included,
        rounding: shop.rounding,
        scope: shop.scope,
        lines,
        order_discount: open.discount,
    };
    Ok(pricing::quote(&request)?)
}

fn line_request(
    shop: &ShopContext,
    line: &CartLine,
    product: Option<&catalog::ProductForSale>,
    wall_ms: i64,
) -> Result<LineRequest> {
    let product = product.ok_or(No::UnknownProduct { product: line.product })?;
    let Some(price) = &product.price else { return Err(No::NoPrice { name: product.name.clone() }.into()) };
    let tax_rate = shop
        .profile
        .rate(&product.tax_group, wall_ms)
        .ok_or_else(|| No::NoTaxRate { tax_group: product.tax_group.clone() })?;
    Ok(LineRequest {
        line: line.line,
        product: line.product,
        sku: product.sku.clone(),
        name: product.name.clone(),
        kind: product.kind,
        quantity: line.quantity,
        list_price: price.price,
        price_version: price.version,
        tax_group: product.tax_group.clone(),
        treatment: TaxTreatment::Standard,
        tax_rate,
        discountable: product.discountable,
        override_: line.override_.clone(),
        discount: line.discount,
    })
}

impl Desk {
    /// The open cart as this gesture leaves it. A cart that cannot be priced is not kept: the edit is refused.
    pub(crate) async fn cart(&mut self, order: OrderId) -> Result<CartView> {
        let open = self.txn.state::<Order>(order.0).await?.cart()?.clone();
        let quote = self.quote(&open).await?;
        cart_view(&*self.shop()?, &quote, Seen::Open(&open))
    }

    /// The order as this gesture leaves it: an open cart, or a placed one as it was frozen.
    pub(super) async fn order_view(&mut self, order: OrderId) -> Result<CartView> {
        let placed = match self.txn.state::<Order>(order.0).await? {
            Order::Placed(placed) => placed.clone(),
            Order::Blank
            | Order::Open(_)
            | Order::Parked(_)
            | Order::Confirmed(_)
            | Order::Cancelled
            | Order::Reversed => return self.cart(order).await,
        };
        // What this gesture froze is not written yet.
        let quote = match self.txn.recorded::<OrderPlaced>().pop() {
            Some(frozen) => Some(frozen.quote),
            None => orders::views::find_quote(self.txn.untouched(), order).await?,
        };
        let payment = self.state::<Payment>(order.0).await?;
        let quote = quote.ok_or(No::UnknownOrder { order })?;
        cart_view(&*self.shop()?, &quote, Seen::Placed(&placed.cart, &payment))
    }

    /// Prices an open cart now.
    pub(crate) async fn quote(&mut self, open: &Cart) -> Result<Quote> {
        let (shop, at) = (self.shop()?, Instant::new(self.at().highest_ms, self.at().offset_minutes));
        quote_cart(self.txn.untouched(), &shop, open, at).await
    }
}

impl Pos {
    /// The order as the cashier sees it; None for one that was given up.
    pub(super) async fn find_cart(&self, order: OrderId) -> Result<Option<CartView>> {
        match self.store().state::<Order>(order.0).await? {
            Order::Cancelled => Ok(None),
            Order::Blank
            | Order::Open(_)
            | Order::Parked(_)
            | Order::Placed(_)
            | Order::Confirmed(_)
            | Order::Reversed => self.cart(order).await.map(Some),
        }
    }

    /// The order as the cashier sees it: an open cart priced now, a placed one as it was frozen.
    ///
    /// # Errors
    /// POS-008 for an order that is neither open nor placed, ORD-020 for a parked one.
    pub async fn cart(&self, order: OrderId) -> Result<CartView> {
        let shop = self.shop()?;
        let state = self.store().state::<Order>(order.0).await?;
        let at = Instant::new(self.known_ms(), self.clock().offset_minutes());
        let mut reader = self.store().reader().await?;
        match &state {
            Order::Open(open) => {
                let quote = quote_cart(&mut reader, &shop, open, at).await?;
                cart_view(&shop, &quote, Seen::Open(open))
            }
            Order::Placed(placed) => {
                let quote = orders::views::find_quote(&mut reader, order).await?.ok_or(No::UnknownOrder { order })?;
                drop(reader);
                let payment = self.store().state::<Payment>(order.0).await?;
                cart_view(&shop, &quote, Seen::Placed(&placed.cart, &payment))
            }
            Order::Parked(_) => Err(orders::Rejection::Parked.into()),
            Order::Blank | Order::Confirmed(_) | Order::Cancelled | Order::Reversed => {
                Err(No::UnknownOrder { order }.into())
            }
        }
    }
}

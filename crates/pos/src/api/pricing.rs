//! Pricing the open cart: products, prices and tax rates of this moment, through the one calculation.

use super::words::{CartLineView, CartView, CashOffer};
use crate::error::{Error, Result};
use crate::gesture::Desk;
use crate::shop::ShopContext;
use crate::{No, Pos};
use contracts::{PricedLine, Quote, ShortLine, TaxTreatment};
use eventing::sqlx::SqliteConnection;
use kernel::{Money, OrderId, ProductId};
use orders::{Cart, CartLine, Order};
use payments::Payment;
use pricing::{LineRequest, PriceRequest};

/// Likely notes offered beside exact cash.
const QUICK_AMOUNTS: usize = 3;

/// When a cart is priced: prices change at a moment, tax rates at the store's midnight.
#[derive(Clone, Copy)]
struct Instant {
    ms: i64,
    wall_ms: i64,
}

impl Instant {
    fn new(ms: i64, offset_minutes: i32) -> Self {
        Self { ms, wall_ms: ms.saturating_add(i64::from(offset_minutes) * 60_000) }
    }
}

/// Prices the lines of an open cart.
///
/// # Errors
/// POS-005, POS-006, POS-011 where a line cannot be priced; PRI-… where its discount does not fit.
async fn quote_cart(connection: &mut SqliteConnection, shop: &ShopContext, open: &Cart, at: Instant) -> Result<Quote> {
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
        let Order::Open(open) = self.txn.state::<Order>(order.0).await?.clone() else {
            return Err(No::UnknownOrder { order }.into());
        };
        let quote = self.quote(&open).await?;
        cart_view(&*self.shop()?, order, &quote, &open.short, Money::zero(self.shop()?.currency))
    }

    /// Prices an open cart now.
    pub(crate) async fn quote(&mut self, open: &Cart) -> Result<Quote> {
        let (shop, at) = (self.shop()?, Instant::new(self.at().highest_ms, self.at().offset_minutes));
        quote_cart(self.txn.untouched(), &shop, open, at).await
    }
}

impl Pos {
    /// The order as the cashier sees it: an open cart priced now, a placed one as it was frozen.
    ///
    /// # Errors
    /// POS-008 for an order that is neither open nor placed.
    pub async fn cart(&self, order: OrderId) -> Result<CartView> {
        let shop = self.shop()?;
        let state = self.store().state::<Order>(order.0).await?;
        let at = Instant::new(self.known_ms(), self.clock().offset_minutes());
        let mut reader = self.store().reader().await?;
        match &state {
            Order::Open(open) => {
                let quote = quote_cart(&mut reader, &shop, open, at).await?;
                cart_view(&shop, order, &quote, &open.short, Money::zero(shop.currency))
            }
            Order::Placed(_) => {
                let quote = orders::views::find_quote(&mut reader, order).await?.ok_or(No::UnknownOrder { order })?;
                let paid = self.store().state::<Payment>(order.0).await?.held_minor();
                let paid = Money::new(paid, shop.currency);
                cart_view(&shop, order, &quote, &[], paid)
            }
            Order::Blank | Order::Confirmed(_) | Order::Cancelled | Order::Reversed => {
                Err(No::UnknownOrder { order }.into())
            }
        }
    }
}

/// Lays a quote out for the screen.
pub(crate) fn cart_view(
    shop: &ShopContext,
    order: OrderId,
    quote: &Quote,
    short: &[ShortLine],
    paid: Money,
) -> Result<CartView> {
    let due = quote.total.minus(paid).map_err(Error::from)?;
    Ok(CartView {
        order,
        lines: quote.lines.iter().map(|line| line_view(line, short)).collect(),
        subtotal: quote.subtotal,
        discount: quote.discount,
        tax: quote.tax,
        taxes: quote.taxes.clone(),
        total: quote.total,
        paid,
        due,
        cash: cash_offer(shop, quote.total, due),
        placed: false,
        tenders: Vec::new(),
        order_discount: None,
        note: None,
        unknown: Vec::new(),
    })
}

fn line_view(line: &PricedLine, short: &[ShortLine]) -> CartLineView {
    CartLineView {
        line: line.line,
        product: line.product,
        sku: line.sku.clone(),
        name: line.name.clone(),
        quantity: line.quantity,
        list_price: line.list_price,
        unit_price: line.unit_price,
        amount: line.amount,
        discount: line.discount,
        line_total: line.line_total,
        short: short.iter().find(|short| short.line == line.line).cloned(),
        steps: line.steps.clone(),
        given: None,
        reason: None,
        note: None,
    }
}

/// What cash can do for this document: the country's limit, its rounding, and likely notes.
fn cash_offer(shop: &ShopContext, total: Money, due: Money) -> CashOffer {
    let allowed = shop.cash_limit.is_none_or(|limit| total.minor < limit.minor);
    let cash_due = payments::cash_due(due, shop.cash_step_minor);
    CashOffer { allowed, limit: shop.cash_limit, due: cash_due, quick: quick_amounts(cash_due) }
}

/// Notes that a customer is likely to hand over: the next multiples of 5, 10, 20, 50, 100 … major units, each above
/// what is due and at least 5 % or five units apart from the one before.
fn quick_amounts(due: Money) -> Vec<Money> {
    let unit = 10_i64.pow(due.currency.exponent());
    let mut amounts: Vec<i64> = Vec::new();
    if due.minor <= 0 {
        return Vec::new();
    }
    for note in [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] {
        let step = note * unit;
        let Some(next) = (due.minor / step).checked_add(1).and_then(|count| count.checked_mul(step)) else { break };
        let apart = amounts.last().copied().unwrap_or(due.minor);
        let far_enough = next - apart >= apart / 20 || next - apart >= 5 * unit;
        if next > apart && (far_enough || amounts.is_empty()) {
            amounts.push(next);
        }
        if amounts.len() == QUICK_AMOUNTS {
            break;
        }
    }
    amounts.into_iter().map(|minor| Money::new(minor, due.currency)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Currency;

    fn quick(minor: i64) -> Vec<i64> {
        quick_amounts(Money::new(minor, Currency::EUR)).iter().map(|money| money.minor).collect()
    }

    #[test]
    fn quick_amounts_are_notes_above_what_is_due() {
        assert_eq!(quick(43_880), [44_000, 45_000, 50_000]);
        assert_eq!(quick(1_390), [1_500, 2_000, 5_000]);
        assert_eq!(quick(500), [1_000, 2_000, 5_000]);
    }

    #[test]
    fn nothing_due_needs_no_notes() {
        assert_eq!(quick(0), Vec::<i64>::new());
    }
}

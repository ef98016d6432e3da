//! The open cart: scan, add, change, void, discount, override.

use super::requests::{
    AddProduct, CancelOrder, ChangeQuantity, DiscountLine, DiscountOrder, OverrideLineTotal, OverridePrice, Scan,
    VoidLine,
};
use super::words::{CartLineView, CartView, Scanned};
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use crate::{No, Pos, Session};
use catalog::ProductForSale;
use contracts::quote::Override;
use eventing::Need;
use kernel::{CommandId, LineNumber, OrderId, Quantity, Rounding, Uuid};
use orders::order::events::{LineAdded, QuantityChanged};
use orders::{AddLine, Cart, Order, OrderCommand};
use serde::{Deserialize, Serialize};
use staff::{Act, rate_of};

/// The longest code that a scanner may send.
const MAX_CODE_CHARS: usize = 128;

/// What a tile or a scan adds where nobody says how much.
const ONE_UNIT_MILLI: i64 = 1_000;

/// What a scan did, as it is remembered for a repeat.
#[derive(Serialize, Deserialize)]
enum ScanOutcome {
    Added { order: OrderId, line: LineNumber },
    Unknown,
}

impl Pos {
    /// A scanned code: its product goes into the cart, or the code comes back as unknown.
    ///
    /// # Errors
    /// POS-001, POS-002, POS-006, POS-007, POS-010; ORD-… for a quantity that cannot be sold.
    pub async fn scan(&self, who: &Session, request: Scan) -> Result<Scanned> {
        let code = request.code.trim().to_owned();
        if code.is_empty() || code.chars().count() > MAX_CODE_CHARS || code.chars().any(char::is_control) {
            return Err(No::BadCode.into());
        }
        let order = order_or_new(request.order, request.command);
        let call = Call::edit("cart.scan", who, request.command, &request);
        let mut cart = None;
        let outcome = self
            .gesture(call, async |desk| {
                let (list, now) = (desk.shop()?.price_list, desk.at().highest_ms);
                let found = catalog::find_for_sale(desk.txn.untouched(), list, &code, now).await?;
                let Some(product) = found else { return Ok(ScanOutcome::Unknown) };
                let line = add(desk, order, &product, request.quantity_milli, Some(code.clone())).await?;
                cart = Some(desk.cart(order).await?);
                Ok(ScanOutcome::Added { order, line })
            })
            .await?;
        match outcome {
            ScanOutcome::Added { order, line } => {
                Ok(Scanned::Added { cart: self.cart_or_read(cart, order).await?, line })
            }
            ScanOutcome::Unknown => Ok(Scanned::Unknown { cart: None, code }),
        }
    }

    /// A product from a tile or the search.
    pub async fn add_product(&self, who: &Session, request: AddProduct) -> Result<CartView> {
        let order = order_or_new(request.order, request.command);
        let call = Call::edit("cart.add_product", who, request.command, &request);
        let mut cart = None;
        self.gesture(call, async |desk| {
            let (list, now) = (desk.shop()?.price_list, desk.at().highest_ms);
            let found = catalog::products_for_sale(desk.txn.untouched(), list, &[request.product], now).await?;
            let product = found.first().ok_or(No::UnknownProduct { product: request.product })?;
            let line = add(desk, order, product, request.quantity_milli, None).await?;
            cart = Some(desk.cart(order).await?);
            Ok(line)
        })
        .await?;
        self.cart_or_read(cart, order).await
    }

    /// Another quantity for a line.
    pub async fn change_quantity(&self, who: &Session, request: ChangeQuantity) -> Result<CartView> {
        let call = Call::edit("cart.change_quantity", who, request.command, &request);
        let change = |cart: &Cart| {
            let unit = cart.line(request.line)?.quantity.unit;
            let quantity = Quantity::milli(request.quantity_milli, unit);
            Ok(orders::ChangeQuantity { line: request.line, quantity }.into())
        };
        self.edit(call, request.order, change, |_| Ok(Act::Sell)).await
    }

    /// A line goes. Gives back the cart, or nothing when it was the last line.
    pub async fn void_line(&self, who: &Session, request: VoidLine) -> Result<Option<CartView>> {
        let call = Call::edit("cart.void_line", who, request.command, &request);
        let void = orders::VoidLine { line: request.line };
        let cart = self.edit(call, request.order, |_| Ok(void.into()), |_| Ok(Act::VoidLine)).await?;
        Ok(if cart.lines.is_empty() { None } else { Some(cart) })
    }

    /// A discount on a line.
    pub async fn discount_line(&self, who: &Session, request: DiscountLine) -> Result<CartView> {
        let call = Call::edit("cart.discount_line", who, request.command, &request).approved(request.approval);
        let line = request.line;
        let discount =
            orders::DiscountLine { line: request.line, discount: request.discount, reason: request.reason.clone() };
        let act = |cart: &CartView| {
            let line = line_of(cart, line)?;
            Ok(Act::DiscountLine { rate: rate_of(line.discount, line.amount) })
        };
        self.edit(call, request.order, |_| Ok(discount.into()), act).await
    }

    /// A discount on the whole order.
    pub async fn discount_order(&self, who: &Session, request: DiscountOrder) -> Result<CartView> {
        let call = Call::edit("cart.discount_order", who, request.command, &request).approved(request.approval);
        let discount = orders::DiscountOrder { discount: request.discount, reason: request.reason.clone() };
        let act = |cart: &CartView| Ok(Act::DiscountOrder { rate: rate_of(cart.discount, cart.subtotal) });
        self.edit(call, request.order, |_| Ok(discount.into()), act).await
    }

    /// Another price for one unit of a line.
    pub async fn override_price(&self, who: &Session, request: OverridePrice) -> Result<CartView> {
        let call = Call::edit("cart.override_price", who, request.command, &request).approved(request.approval);
        let reason = request.reason.clone();
        let override_ = request.price.map(|price| Override::UnitPrice { price, reason });
        let command = orders::OverrideLine { line: request.line, override_ };
        self.edit(call, request.order, |_| Ok(command.into()), |cart| below_list(cart, request.line)).await
    }

    /// Another total for a line.
    pub async fn override_line_total(&self, who: &Session, request: OverrideLineTotal) -> Result<CartView> {
        let call = Call::edit("cart.override_line_total", who, request.command, &request).approved(request.approval);
        let override_ = Some(Override::LineTotal { total: request.total, reason: request.reason.clone() });
        let command = orders::OverrideLine { line: request.line, override_ };
        self.edit(call, request.order, |_| Ok(command.into()), |cart| below_list(cart, request.line)).await
    }

    /// The order is given up before it is complete; what was reserved is released.
    ///
    /// # Errors
    /// ORD-… for an order that holds money (its tenders go back first) or that is confirmed (it is reversed).
    pub async fn cancel_order(&self, who: &Session, request: CancelOrder) -> Result<()> {
        let call = Call::full("cart.cancel_order", who, request.command, &request).approved(request.approval);
        self.gesture(call, async |desk| {
            // An open cart may be emptied line by line; once it is placed, giving it up is another matter.
            let act = match desk.txn.state::<Order>(request.order.0).await? {
                Order::Blank | Order::Open(_) => Act::VoidLine,
                Order::Placed(_) | Order::Confirmed(_) | Order::Cancelled | Order::Reversed => Act::VoidOrder,
            };
            desk.permit(act, Some(request.order)).await?;
            let holds_money = payments::holds_money(desk.txn.connection().await?, request.order).await?;
            let cancel = orders::Cancel { reason: request.reason.clone(), holds_money };
            desk.run::<Order>(request.order.0, OrderCommand::Cancel(cancel)).await
        })
        .await
    }

    /// One command on the open cart, then the cart.
    async fn edit<A: Serialize>(
        &self,
        call: Call<'_, A>,
        order: OrderId,
        command: impl FnOnce(&Cart) -> Result<OrderCommand>,
        act: impl FnOnce(&CartView) -> Result<Act>,
    ) -> Result<CartView> {
        let mut cart = None;
        self.gesture(call, async |desk| {
            let command = command(desk.txn.state::<Order>(order.0).await?.cart()?)?;
            desk.run::<Order>(order.0, command).await?;
            let edited = desk.cart(order).await?;
            // The size of the act is known once the cart is priced; a refusal rolls the edit back.
            desk.permit(act(&edited)?, Some(order)).await?;
            cart = Some(edited);
            Ok(order)
        })
        .await?;
        self.cart_or_read(cart, order).await
    }

    /// The cart that the gesture priced, or a fresh reading when the command was a repeat.
    async fn cart_or_read(&self, cart: Option<CartView>, order: OrderId) -> Result<CartView> {
        match cart {
            Some(cart) => Ok(cart),
            None => self.cart(order).await,
        }
    }
}

/// A new order's id comes from the command that begins it, so that a repeat begins no second one.
fn order_or_new(order: Option<OrderId>, command: CommandId) -> OrderId {
    order.unwrap_or_else(|| OrderId(Uuid::new_v5(&command.0, b"order")))
}

fn line_of(cart: &CartView, line: LineNumber) -> Result<&CartLineView> {
    let found = cart.lines.iter().find(|found| found.line == line);
    found.ok_or_else(|| No::UnknownOrder { order: cart.order }.into())
}

/// How far a line is charged below the price list.
fn below_list(cart: &CartView, line: LineNumber) -> Result<Act> {
    let line = line_of(cart, line)?;
    let listed = line.list_price.times(line.quantity, Rounding::HalfUp)?;
    Ok(Act::OverridePrice { rate: rate_of(listed.minus(line.amount)?, listed) })
}

async fn add(
    desk: &mut Desk,
    order: OrderId,
    product: &ProductForSale,
    quantity_milli: Option<i64>,
    scanned: Option<String>,
) -> Result<LineNumber> {
    desk.prefetch(vec![Need::stream::<Order>(order.0)]).await?;
    desk.permit(Act::Sell, Some(order)).await?;
    desk.shift().await?;
    if !product.active {
        return Err(No::NotSold { name: product.name.clone() }.into());
    }
    if product.price.is_none() {
        return Err(No::NoPrice { name: product.name.clone() }.into());
    }
    let quantity = Quantity::milli(quantity_milli.unwrap_or(ONE_UNIT_MILLI), product.unit);
    let line = AddLine { order, product: product.product, quantity, scanned };
    desk.run::<Order>(order.0, OrderCommand::AddLine(line)).await?;
    let changed = desk.txn.recorded::<QuantityChanged>().pop().map(|changed| changed.line);
    let added = desk.txn.recorded::<LineAdded>().pop().map(|added| added.line);
    added.or(changed).ok_or_else(|| Error::Bug(format!("nothing was added to {order}")))
}

//! The open cart: scan, add, change, void, give up; and the codes that nobody knows.

use super::asked::Asked;
use super::receipts::printed_code;
use super::requests::{AddProduct, CancelOrder, ChangeQuantity, IgnoreUnknown, Scan, VoidLine};
use super::words::{CartView, Scanned};
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use crate::{No, Pos, Session};
use catalog::ProductForSale;
use kernel::{DocumentId, LineNumber, OrderId, Quantity};
use orders::order::events::{LineAdded, QuantityChanged};
use orders::{AddLine, AnswerUnknown, Cart, Order, OrderCommand, ScanUnknown};
use serde::{Deserialize, Serialize};
use staff::Act;

/// The longest code that a scanner may send.
const MAX_CODE_CHARS: usize = 128;

/// What a tile or a scan adds where nobody says how much.
const ONE_UNIT_MILLI: i64 = 1_000;

/// What a scan did, as it is remembered for a repeat.
#[derive(Serialize, Deserialize)]
enum ScanOutcome {
    Added { order: OrderId, line: LineNumber },
    Unknown { order: OrderId },
    Receipt { document: DocumentId },
}

impl Pos {
    /// A scanned code: its product goes into the cart, or the code waits there until somebody deals with it. The code
    /// on a receipt names its document, and the cart stays as it was.
    ///
    /// # Errors
    /// POS-001, POS-002, POS-006, POS-007, POS-010; ORD-… for a quantity that cannot be sold, and for more unknown
    /// codes than a cart keeps.
    pub async fn scan(&self, who: &Session, request: Scan) -> Result<Scanned> {
        let code = request.code.trim().to_owned();
        if code.is_empty() || !kernel::is_line(&code, MAX_CODE_CHARS) {
            return Err(No::BadCode.into());
        }
        let call = Call::edit("cart.scan", who, request.command, &request);
        let mut cart = None;
        let outcome = self
            .gesture(call, async |desk| {
                let (list, now) = (desk.shop()?.price_list, desk.at().highest_ms);
                let found = catalog::find_for_sale(desk.txn.untouched(), list, &code, now).await?;
                if found.is_none()
                    && let Some(document) = printed_code(desk.txn.untouched(), &code).await?
                {
                    return Ok(ScanOutcome::Receipt { document });
                }
                let order = desk.order_or_new(request.order, request.command).await?;
                let outcome = if let Some(product) = found {
                    let line = add(desk, order, &product, request.quantity_milli, Some(code.clone())).await?;
                    ScanOutcome::Added { order, line }
                } else {
                    may_sell(desk, order).await?;
                    desk.run::<Order>(order.0, ScanUnknown { order, code: code.clone() }.into()).await?;
                    ScanOutcome::Unknown { order }
                };
                cart = Some(desk.cart(order).await?);
                Ok(outcome)
            })
            .await?;
        Ok(match outcome {
            ScanOutcome::Added { order, line } => Scanned::Added { cart: self.cart_or_read(cart, order).await?, line },
            ScanOutcome::Unknown { order } => Scanned::Unknown { cart: self.cart_or_read(cart, order).await?, code },
            ScanOutcome::Receipt { document } => Scanned::Receipt { document },
        })
    }

    /// A product from a tile or the search. One that answers an unknown code settles that code with it.
    pub async fn add_product(&self, who: &Session, request: AddProduct) -> Result<CartView> {
        let call = Call::edit("cart.add_product", who, request.command, &request);
        let mut cart = None;
        let order = self
            .gesture(call, async |desk| {
                let order = desk.order_or_new(request.order, request.command).await?;
                let (list, now) = (desk.shop()?.price_list, desk.at().highest_ms);
                let found = catalog::products_for_sale(desk.txn.untouched(), list, &[request.product], now).await?;
                let product = found.first().ok_or(No::UnknownProduct { product: request.product })?;
                let line = add(desk, order, product, request.quantity_milli, None).await?;
                if let Some(unknown) = request.instead_of {
                    desk.run::<Order>(order.0, AnswerUnknown { unknown, line }.into()).await?;
                }
                cart = Some(desk.cart(order).await?);
                Ok(order)
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
        self.edit(call, request.order, change, |_| Ok(Asked::to_sell())).await
    }

    /// A line goes. Gives back the cart, or nothing when it was the last thing on it: the order is then given up.
    pub async fn void_line(&self, who: &Session, request: VoidLine) -> Result<Option<CartView>> {
        let call = Call::edit("cart.void_line", who, request.command, &request).approved(request.approval);
        self.take_off(call, request.order, orders::VoidLine { line: request.line }, Act::VoidLine).await
    }

    /// An unknown code goes. Gives back the cart, or nothing when it was the last thing on it: the order is then given
    /// up.
    pub async fn ignore_unknown(&self, who: &Session, request: IgnoreUnknown) -> Result<Option<CartView>> {
        let call = Call::edit("cart.ignore_unknown", who, request.command, &request);
        self.take_off(call, request.order, orders::IgnoreUnknown { unknown: request.unknown }, Act::Sell).await
    }

    /// The order is given up before it is complete, also while it is parked; what was reserved is released.
    ///
    /// # Errors
    /// ORD-… for an order that holds money (its tenders go back first) or that is confirmed (it is reversed).
    pub async fn cancel_order(&self, who: &Session, request: CancelOrder) -> Result<()> {
        let call = Call::full("cart.cancel_order", who, request.command, &request).approved(request.approval);
        self.gesture(call, async |desk| {
            // An open cart may be emptied line by line; once it is placed, giving it up is another matter.
            let act = match desk.txn.state::<Order>(request.order.0).await? {
                Order::Blank | Order::Open(_) | Order::Parked(_) => Act::VoidLine,
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
    pub(super) async fn edit<A: Serialize>(
        &self,
        call: Call<'_, A>,
        order: OrderId,
        command: impl FnOnce(&Cart) -> Result<OrderCommand>,
        asked: impl FnOnce(&CartView) -> Result<Asked>,
    ) -> Result<CartView> {
        let mut cart = None;
        self.gesture(call, async |desk| {
            let before = desk.txn.state::<Order>(order.0).await?.cart()?.clone();
            let agreed = desk.agreed(order).await?;
            desk.run::<Order>(order.0, command(&before)?).await?;
            let edited = desk.cart(order).await?;
            // The size of the act is known once the cart is priced; a refusal rolls the edit back.
            let asked = asked(&edited)?;
            desk.permit_edit(asked, &before, &edited).await?;
            if asked.is_to_sell() {
                desk.refuse_growth(agreed, order).await?;
            }
            cart = Some(edited);
            Ok(order)
        })
        .await?;
        self.cart_or_read(cart, order).await
    }

    /// One thing goes, and the order with it when it was the last.
    async fn take_off<A: Serialize>(
        &self,
        call: Call<'_, A>,
        order: OrderId,
        command: impl Into<OrderCommand>,
        act: Act,
    ) -> Result<Option<CartView>> {
        let mut cart = None;
        self.gesture(call, async |desk| {
            let agreed = desk.agreed(order).await?;
            desk.run::<Order>(order.0, command.into()).await?;
            desk.permit(act, Some(order)).await?;
            desk.refuse_growth(agreed, order).await?;
            if let Order::Open(_) = desk.txn.state::<Order>(order.0).await? {
                cart = Some(desk.cart(order).await?);
            }
            Ok(())
        })
        .await?;
        match cart {
            Some(cart) => Ok(Some(cart)),
            None => self.find_cart(order).await,
        }
    }

    /// The cart that the gesture priced, or a fresh reading when the command was a repeat.
    pub(super) async fn cart_or_read(&self, cart: Option<CartView>, order: OrderId) -> Result<CartView> {
        match cart {
            Some(cart) => Ok(cart),
            None => self.cart(order).await,
        }
    }
}

/// Whether whoever acts may sell now.
async fn may_sell(desk: &mut Desk, order: OrderId) -> Result<()> {
    desk.permit(Act::Sell, Some(order)).await?;
    desk.shift().await?;
    Ok(())
}

async fn add(
    desk: &mut Desk,
    order: OrderId,
    product: &ProductForSale,
    quantity_milli: Option<i64>,
    scanned: Option<String>,
) -> Result<LineNumber> {
    may_sell(desk, order).await?;
    if !product.active {
        return Err(No::NotSold { name: product.name.clone() }.into());
    }
    if product.price.is_none() {
        return Err(No::NoPrice { name: product.name.clone() }.into());
    }
    let quantity = Quantity::milli(quantity_milli.unwrap_or(ONE_UNIT_MILLI), product.unit);
    let line = AddLine { order, product: product.product, quantity, scanned };
    let agreed = desk.agreed(order).await?;
    desk.run::<Order>(order.0, OrderCommand::AddLine(line)).await?;
    desk.refuse_growth(agreed, order).await?;
    let changed = desk.txn.recorded::<QuantityChanged>().pop().map(|changed| changed.line);
    let added = desk.txn.recorded::<LineAdded>().pop().map(|added| added.line);
    added.or(changed).ok_or_else(|| Error::Bug(format!("nothing was added to {order}")))
}

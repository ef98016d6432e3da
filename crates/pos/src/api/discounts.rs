//! Less than the list says: discounts and other prices, each with its reason and within the operator's limits.

use super::asked::Asked;
use super::requests::{DiscountLine, DiscountOrder, OverrideLineTotal, OverridePrice};
use super::words::{CartLineView, CartView};
use crate::error::Result;
use crate::gesture::Call;
use crate::{No, Pos, Session};
use contracts::quote::Override;
use kernel::{LineNumber, Rounding};
use staff::{Act, rate_of};

impl Pos {
    /// A discount on a line.
    pub async fn discount_line(&self, who: &Session, request: DiscountLine) -> Result<CartView> {
        let call = Call::edit("cart.discount_line", who, request.command, &request).approved(request.approval);
        let line = request.line;
        let discount =
            orders::DiscountLine { line: request.line, discount: request.discount, reason: request.reason.clone() };
        let asked = |cart: &CartView| {
            let line = line_of(cart, line)?;
            Ok(Asked::on_line(Act::DiscountLine { rate: rate_of(line.discount, line.amount) }, line.line))
        };
        self.edit(call, request.order, |_| Ok(discount.into()), asked).await
    }

    /// A discount on the whole order.
    pub async fn discount_order(&self, who: &Session, request: DiscountOrder) -> Result<CartView> {
        let call = Call::edit("cart.discount_order", who, request.command, &request).approved(request.approval);
        let discount = orders::DiscountOrder { discount: request.discount, reason: request.reason.clone() };
        let asked =
            |cart: &CartView| Ok(Asked::on_order(Act::DiscountOrder { rate: rate_of(cart.discount, cart.subtotal) }));
        self.edit(call, request.order, |_| Ok(discount.into()), asked).await
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
}

fn line_of(cart: &CartView, line: LineNumber) -> Result<&CartLineView> {
    let found = cart.lines.iter().find(|found| found.line == line);
    found.ok_or_else(|| No::UnknownOrder { order: cart.order }.into())
}

/// How far a line is charged below the price list.
fn below_list(cart: &CartView, line: LineNumber) -> Result<Asked> {
    let line = line_of(cart, line)?;
    let listed = line.list_price.times(line.quantity, Rounding::HalfUp)?;
    Ok(Asked::on_line(Act::OverridePrice { rate: rate_of(listed.minus(line.amount)?, listed) }, line.line))
}

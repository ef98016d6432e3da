//! Stock: goods that come in, and what happens when they run out.

use super::requests::{ReceiveStock, SetStockPolicy};
use crate::error::Result;
use crate::gesture::Call;
use crate::{Pos, Session};
use inventory::Stock;
use inventory::stock::Command;
use staff::Act;

impl Pos {
    /// Goods came in: stock goes up, and the product is tracked from now on.
    pub async fn receive_stock(&self, who: &Session, request: ReceiveStock) -> Result<()> {
        let call = Call::full("stock.receive", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::AdjustStock, None).await?;
            let receive = inventory::ReceiveStock {
                product: request.product,
                quantity: request.quantity,
                note: request.note.clone(),
            };
            desk.run::<Stock>(request.product.0, Command::ReceiveStock(receive)).await
        })
        .await
    }

    /// Says what happens when a sale wants more than there is.
    pub async fn set_stock_policy(&self, who: &Session, request: SetStockPolicy) -> Result<()> {
        let call = Call::full("stock.set_policy", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::AdjustStock, None).await?;
            let set = inventory::SetStockPolicy { product: request.product, policy: request.policy };
            desk.run::<Stock>(request.product.0, Command::SetStockPolicy(set)).await
        })
        .await
    }
}

//! What the player writes down: money in the drawer, goods that left, and at the end whether the file agrees.

use crate::player::{Player, accepted};
use anyhow::{Result, ensure};
use kernel::{CommandId, OrderId, ProductId};
use pos::api::words::{CartLineView, Payment};
use std::collections::BTreeMap;
use tests::gestures::{reversal, tender_of};
use tests::ledger::{assert_clean, assert_rebuild_is_equal, number};

/// Thousandths of each product.
pub type Goods = BTreeMap<ProductId, i64>;

impl Player {
    /// Books what an attempt to pay came to; `kept` is the cash that stays in the drawer if a tender was taken.
    pub(crate) async fn paid(
        &mut self,
        answer: pos::Result<Payment>,
        tender: CommandId,
        kept: Option<i64>,
    ) -> Result<()> {
        match accepted(answer)? {
            None => {}
            Some(Payment::Short { cart, .. }) => self.see(cart)?,
            Some(Payment::Part { cart }) => {
                if let Some(kept) = kept {
                    self.held.push((tender_of(tender), kept));
                    self.drawer_minor += kept;
                }
                self.see(cart)?;
            }
            Some(Payment::Paid { sale }) => {
                // A total of zero takes no tender, whatever was offered.
                let kept = if sale.total.is_zero() { 0 } else { kept.unwrap_or(0) };
                self.drawer_minor += kept;
                let cash = kept + self.held.drain(..).map(|(_, kept)| kept).sum::<i64>();
                let cart = self.cart.take();
                ensure!(cart.as_ref().is_some_and(|cart| cart.total == sale.total), "the screen said {cart:?}");
                let settled: i64 = sale.tenders.iter().map(|tender| tender.amount.minor).sum();
                ensure!(settled == sale.total.minor, "tenders do not come to the total: {sale:?}");
                let goods = goods(&cart.map(|cart| cart.lines).unwrap_or_default());
                for (product, milli) in &goods {
                    *self.gone.entry(*product).or_default() += milli;
                }
                self.printed_whole(&sale).await?;
                self.sales += 1;
                ensure!(sale.number == format!("A-{}", self.sales), "{} after {} sales", sale.number, self.sales);
                self.last = Some((sale, goods, cash));
            }
        }
        Ok(())
    }

    pub(crate) async fn give_back(&mut self, order: OrderId, chosen: usize) -> Result<()> {
        let Some(&(tender, kept)) = self.held.get(chosen) else { return Ok(()) };
        if let Some(cart) = accepted(self.counter.give_back(order, tender).await)? {
            self.held.remove(chosen);
            self.drawer_minor -= kept;
            self.see(cart)?;
        }
        Ok(())
    }

    pub(crate) async fn reverse(&mut self) -> Result<()> {
        let Some((sale, goods, cash)) = self.last.clone() else { return Ok(()) };
        let (pos, who, request) = (&self.counter.pos, &self.counter.manager, reversal(sale.order));
        let undone = accepted(self.sent(async || pos.reverse_last(who, request.clone()).await).await?)?;
        if let Some(undone) = undone {
            ensure!((undone.total, undone.cash_back.minor) == (sale.total, cash), "{undone:?} of {sale:?}");
            self.drawer_minor -= cash;
            for (product, milli) in &goods {
                *self.gone.entry(*product).or_default() -= milli;
            }
            self.reversals += 1;
            self.last = None;
        }
        Ok(())
    }

    pub(crate) async fn change_shift(&mut self, counted_minor: i64) -> Result<()> {
        let closed = self.counter.close_shift(self.money(counted_minor)?).await?;
        ensure!(closed.expected.minor == self.drawer_minor, "{closed:?}, and it holds {}", self.drawer_minor);
        ensure!(closed.over_short.minor == counted_minor - self.drawer_minor, "{closed:?}");
        self.counter.open_shift(counted_minor).await?;
        (self.drawer_minor, self.last) = (counted_minor, None);
        Ok(())
    }

    /// At the end of the day the file agrees with these books.
    pub(crate) async fn settle_up(self) -> Result<()> {
        let counter = &self.counter;
        assert_clean(&counter.pos).await?;
        let drawer = counter.expected_cash().await?;
        ensure!(drawer.minor == self.drawer_minor, "the drawer should hold {drawer}, not {}", self.drawer_minor);
        for (index, received) in [1_000_000, 6_000, 0, 0, 0].into_iter().enumerate() {
            let product = catalog::product_id_for_sku(&format!("P{index}"));
            let left = received - self.gone.get(&product).copied().unwrap_or(0);
            let stock = counter.stock(product).await?;
            ensure!(stock.on_hand_milli == left, "P{index}: {stock:?}, and {left} are left");
        }
        let waiting = counter.pos.list_parked().await?;
        let waiting: Vec<OrderId> = waiting.iter().map(|parked| parked.order).collect();
        ensure!(waiting.len() == self.parked.len(), "{waiting:?} wait, not {:?}", self.parked);
        ensure!(self.parked.iter().all(|order| waiting.contains(order)), "{waiting:?} wait, not {:?}", self.parked);
        let documents = number(&counter.pos, "SELECT count(*) FROM fiscal_document").await?;
        ensure!(documents == self.sales + self.reversals, "{documents} documents");
        assert_rebuild_is_equal(&counter.pos).await
    }
}

fn goods(lines: &[CartLineView]) -> Goods {
    let mut goods = Goods::new();
    for line in lines {
        *goods.entry(line.product).or_default() += line.quantity.milli;
    }
    goods
}

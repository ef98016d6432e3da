//! What happens between gestures: a file of prices, a stop of the program, an answer that was not heard.

use crate::player::{CODES, Player};
use anyhow::{Result, ensure};
use std::fmt::Debug;
use tests::counter;

impl Player {
    /// Sends a request, and once more under the same id where answers get lost: the same answer, and nothing happens.
    pub(crate) async fn sent<T>(&self, request: impl AsyncFn() -> pos::Result<T>) -> Result<pos::Result<T>>
    where
        T: PartialEq + Debug,
    {
        let first = request().await;
        if let (true, Ok(answer)) = (self.twice, &first) {
            let before = self.counter.pos.store().head().await;
            let again = request().await?;
            ensure!(again == *answer, "the first answer was {answer:?}, the second is {again:?}");
            ensure!(self.counter.pos.store().head().await == before, "a repeated command recorded something");
        }
        Ok(first)
    }

    /// The first product costs something else from now on, and there is one product more.
    pub(crate) async fn import(&mut self, price_minor: i64) -> Result<()> {
        self.imports += 1;
        let rate = if self.counter.pos.shop()?.tax_included { 2_400 } else { 1_300 };
        let (code, count) = (CODES[0], self.imports);
        let rows = format!(
            "sku,barcode,name,price_minor,tax_rate_bp\nP0,{code},Cable {count},{price_minor},{rate}\n\
             NEW-{count},,New {count},{price_minor},{rate}\nBAD,,,cheap,{rate}\n"
        );
        let file = self.counter.folder().join("prices.csv");
        std::fs::write(&file, rows)?;
        let went_in = counter::import(&self.counter.pos, &file).await?;
        ensure!(went_in == 2, "{went_in} rows of two went in");
        match self.cart.as_ref().map(|cart| cart.order) {
            Some(order) => {
                let cart = self.counter.pos.cart(order).await?;
                self.see(cart)
            }
            None => Ok(()),
        }
    }

    /// The program stops without a word, and starts again.
    pub(crate) async fn restart(self) -> Result<Self> {
        let counter = self.counter.reopen().await?;
        let mut player = Self { counter, ..self };
        if let Some(cart) = player.cart.take() {
            let now = player.counter.pos.cart(cart.order).await?;
            ensure!(now == cart, "the cart was {cart:?}, and is {now:?}");
            player.see(now)?;
        }
        Ok(player)
    }
}

//! Orders that wait, and codes that nobody knows.

use crate::player::{Player, accepted};
use anyhow::{Result, ensure};
use pos::api::words::{CartView, Scanned};

/// Nobody sells these.
const STRANGE: [&str; 3] = ["4006381333931", "5012345678900", "X-77"];

impl Player {
    pub(crate) async fn scan_unknown(&mut self, code: usize) -> Result<()> {
        let order = self.cart.as_ref().map(|cart| cart.order);
        if let Some(scanned) = accepted(self.counter.scan(order, STRANGE[code]).await)? {
            let Scanned::Unknown { cart, .. } = scanned else { anyhow::bail!("nobody knows this: {scanned:?}") };
            self.see(cart)?;
        }
        Ok(())
    }

    pub(crate) async fn ignore(&mut self, cart: &CartView, chosen: usize) -> Result<()> {
        let Some(code) = cart.unknown.get(chosen) else { return Ok(()) };
        let left = accepted(self.counter.ignore(cart, code.unknown).await)?;
        left.map_or(Ok(()), |left| self.see_left(left))
    }

    /// Looks at what is left of a cart; with the last thing on it the order itself is gone.
    pub(crate) fn see_left(&mut self, left: Option<CartView>) -> Result<()> {
        self.cart = None;
        left.map_or(Ok(()), |cart| self.see(cart))
    }

    pub(crate) async fn park(&mut self, cart: &CartView) -> Result<()> {
        if accepted(self.counter.park(cart.order, None).await)?.is_some() {
            ensure!(self.held.is_empty(), "an order that holds money was parked");
            self.parked.push(cart.order);
            self.cart = None;
        }
        Ok(())
    }

    /// Takes an order up; the one on the counter waits in its place.
    pub(crate) async fn resume(&mut self, chosen: usize) -> Result<()> {
        let Some(&order) = self.parked.get(chosen) else { return Ok(()) };
        if let Some(cart) = accepted(self.counter.resume(order).await)? {
            ensure!(self.held.is_empty(), "an order that holds money was put aside");
            self.parked.remove(chosen);
            self.parked.extend(self.cart.take().map(|before| before.order));
            self.see(cart)?;
        }
        Ok(())
    }
}

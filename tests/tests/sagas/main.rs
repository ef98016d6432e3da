//! The order saga across the contexts: every step, every way back, every fact delivered twice, and a stop between any
//! two steps.

mod abandoned;
mod cancelled;
mod duplicates;
mod reserved;
mod short;
mod stops;

use kernel::ProductId;
use tests::counter::Counter;

/// A charger: 15.90.
const CHARGER: &str = "2900000020047";
/// A cable: 8.99.
const CABLE: &str = "2900000020061";
/// A battery: 3.49.
const BATTERY: &str = "2900000020115";

/// A shop with an open shift, and ten chargers, two cables and ten batteries on the shelf.
struct Shop {
    counter: Counter,
    charger: ProductId,
    cable: ProductId,
    battery: ProductId,
}

impl Shop {
    async fn open() -> anyhow::Result<Self> {
        let counter = Counter::open().await?;
        let charger = counter.product("CHARGER", CHARGER, 1_590).await?;
        let cable = counter.product("CABLE", CABLE, 899).await?;
        let battery = counter.product("BATTERY", BATTERY, 349).await?;
        counter.receive(charger, 10).await?;
        counter.receive(cable, 2).await?;
        counter.receive(battery, 10).await?;
        Ok(Self { counter, charger, cable, battery })
    }

    /// (on hand, reserved) of chargers, cables and batteries, in pieces.
    async fn shelf(&self) -> anyhow::Result<[(i64, i64); 3]> {
        let counter = &self.counter;
        Ok([
            counter.pieces(self.charger).await?,
            counter.pieces(self.cable).await?,
            counter.pieces(self.battery).await?,
        ])
    }
}

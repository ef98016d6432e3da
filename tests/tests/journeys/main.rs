//! What a cashier does at the counter, through the same gestures as the window: from signing on to the closed shift.

mod approvals;
mod canada;
mod denominations;
mod discounts;
mod first_run;
mod fiscal;
mod notes;
mod parking;
mod printing;
mod receipts;
mod recovery;
mod repeats;
mod restart;
mod reversal;
mod selling;
mod settings;
mod shift;
mod staff;
mod staff_changes;
mod takeover;
mod tenders;
mod unknown;

use tests::counter::Counter;

/// A silicone case: 12.90.
const CASE: &str = "2900000020016";
/// A screen protector: 9.90.
const GLASS: &str = "2900000020030";
/// A charger: 15.90.
const CHARGER: &str = "2900000020047";
/// A phone: 249.00.
const PHONE: &str = "2900000010017";

/// A shop with an open shift of 100.00 and four products.
async fn shop() -> anyhow::Result<Counter> {
    let counter = Counter::open().await?;
    counter.product("CASE", CASE, 1_290).await?;
    counter.product("GLASS", GLASS, 990).await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    counter.product("PHONE", PHONE, 24_900).await?;
    Ok(counter)
}

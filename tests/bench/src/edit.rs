//! A scan, up to the reply that the screen paints.

use crate::measure::Times;
use crate::report::Report;
use crate::shop::Shop;
use anyhow::Result;
use kernel::OrderId;
use pos::api::words::Scanned;

const P99_BUDGET_US: u64 = 5_000;

/// Lines after which a new cart begins.
const LINES_A_CART: u32 = 20;

/// Puts the row of the scan into the report.
pub async fn measure(report: &mut Report, shop: &Shop, rounds: u32) -> Result<()> {
    let mut times = Times::default();
    let mut order: Option<OrderId> = None;
    for round in 0..rounds * 5 {
        // The register has one open order: what is on the counter goes before the next begins.
        if round % LINES_A_CART == 0
            && let Some(full) = order.take()
        {
            shop.counter.cancel(&shop.counter.manager, full).await?;
        }
        let code = &shop.barcodes[(round as usize * 7_919) % shop.barcodes.len()];
        if let Scanned::Added { cart, .. } = times.time(shop.counter.scan(order, code)).await? {
            order = Some(cart.order);
        }
    }
    if let Some(last) = order {
        shop.counter.cancel(&shop.counter.manager, last).await?;
    }
    report.absolute(
        "scan to the line in the reply, carts up to 20 lines, p99",
        format!("{} µs (p50 {})", times.p99(), times.p50()),
        format!("≤ {P99_BUDGET_US} µs"),
    );
    Ok(())
}

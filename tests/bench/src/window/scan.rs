//! From the key that ends a scan to the line on the screen, beside an empty question to the register.
//!
//! The keys are dispatched in the page: the driver's own keys take milliseconds each, which would be measured too. The
//! page's clock has steps of one millisecond, so single times say little and percentiles of many are good to one.

use crate::measure::Times;
use crate::report::Report;
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::path::Path;
use tests::counter::CASHIER_PIN;
use tests::window::Window;

const P99_BUDGET_MS: u64 = 16;

/// Lines after which a new cart begins.
const LINES_A_CART: usize = 20;

/// Puts the rows of the scan into the report.
pub async fn measure(report: &mut Report, folder: &Path, codes: &[String], products: u64, rounds: u32) -> Result<()> {
    let window = Window::open(folder).await?;
    sign_on(&window).await?;
    // The first cart warms up what a morning's first sale does.
    cart(&window, &codes[..LINES_A_CART]).await?;
    let (mut in_page, mut on_screen, mut empty) = (Times::default(), Times::default(), Times::default());
    for batch in codes.chunks(LINES_A_CART).cycle().skip(1).take((rounds as usize).div_ceil(LINES_A_CART)) {
        let asked = window.run(include_str!("round_trip.js"), &[json!(batch.len())]).await?;
        asked.as_array().into_iter().flatten().for_each(|time| empty.push_ms(time.as_f64()));
        for time in cart(&window, batch).await?.as_array().into_iter().flatten() {
            in_page.push_ms(time[0].as_f64());
            on_screen.push_ms(time[1].as_f64());
        }
    }
    window.close().await?;
    ensure!(in_page.count() * 10 >= rounds as usize * 8, "only {} of {rounds} scans made a line", in_page.count());
    row(
        report,
        "scan to the line in the page, p99",
        &in_page,
        &format!("{products} products, {} scans", in_page.count()),
    );
    row(report, "scan to the end of the frame that shows the line, p99", &on_screen, "waits for the screen included");
    row(report, "an empty question to the register and back, p99", &empty, "for comparison");
    Ok(())
}

fn row(report: &mut Report, what: &'static str, times: &Times, remark: &str) {
    let measured = format!("{} ms (p50 {}; {remark})", times.p99() / 1_000, times.p50() / 1_000);
    report.absolute(what, measured, format!("≤ {P99_BUDGET_MS} ms"));
}

async fn sign_on(window: &Window) -> Result<()> {
    window.click("[data-testid='operator-Maria K.']").await?;
    for digit in CASHIER_PIN.chars() {
        window.click(&format!("[data-testid='pin-{digit}']")).await?;
    }
    window.click("[data-testid='pin-enter']").await?;
    window.see("[data-testid='empty-cart']").await
}

/// Scans into a cart, then gives it up.
async fn cart(window: &Window, codes: &[String]) -> Result<Value> {
    let times = window.run(include_str!("scan.js"), &[json!(codes)]).await?;
    window.click("[data-testid='more']").await?;
    window.click("[data-testid='cancel-order']").await?;
    window.click("[data-testid^='cancel-']:not([data-testid='cancel-order'])").await?;
    window.see("[data-testid='empty-cart']").await?;
    Ok(times)
}

//! A clock that somebody set back, or ahead by years and back: sales go on, and the journal says so.

use anyhow::{Context, Result};
use pos::api::requests as ask;
use pos::api::words::SaleView;
use tests::counter::{CASHIER_PIN, Counter, eur};
use tests::day::{CHARGER, busy};
use tests::gestures::paid;
use tests::ledger::{assert_clean, assert_rebuild_is_equal, number};

const A_YEAR_MS: i64 = 365 * 24 * 3_600_000;

#[tokio::test]
async fn a_year_back_the_shop_still_sells_at_its_prices_and_each_commit_is_marked() -> Result<()> {
    let counter = busy().await?;
    let mut reader = counter.pos.store().reader().await?;
    let open = orders::views::find_open(&mut reader).await?.context("the day left one")?;
    drop(reader);
    counter.park(open, None).await?;
    let set_back = "SELECT count(*) FROM commit_record WHERE clock = 'set_back'";
    assert_eq!(number(&counter.pos, set_back).await?, 0);
    counter.clock.pass_ms(-A_YEAR_MS);
    let drawer = counter.expected_cash().await?;
    let cart = counter.cart(&[CHARGER]).await?;
    assert_eq!(cart.total, eur(1_590));
    let sale = paid(counter.pay_cash(&cart, None).await?)?;
    assert_eq!(number(&counter.pos, set_back).await?, 2, "the scan and the payment");
    assert_eq!(counter.expected_cash().await?, eur(drawer.minor + 1_590));

    let counter = counter.reopen().await?;
    assert_eq!(counter.reverse(&sale).await?.total, eur(1_590));
    counter.clock.pass_ms(A_YEAR_MS);
    counter.sell(&[CHARGER]).await?;
    assert_eq!(number(&counter.pos, set_back).await?, 3, "the reversal, and nothing after it");
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

/// From 2026 to 2040.
const TO_2040_MS: i64 = 14 * A_YEAR_MS;

const MINUTE_MS: i64 = 60_000;

/// A PIN of the cashier's, and the code that it is refused with.
async fn code(counter: &Counter, pin: &str) -> Option<String> {
    let ask = ask::SignOn { operator: counter.cashier.operator, pin: pin.to_owned() };
    counter.pos.sign_on(ask).await.err().map(|error| error.refusal().code)
}

/// A shop whose clock was in 2040 for one sale, and is right again.
async fn back_from_2040() -> Result<(Counter, SaleView)> {
    let counter = busy().await?;
    let mut reader = counter.pos.store().reader().await?;
    let open = orders::views::find_open(&mut reader).await?.context("the day left one")?;
    drop(reader);
    counter.park(open, None).await?;
    counter.clock.set_by_hand_ms(TO_2040_MS);
    let ahead = counter.sell(&[CHARGER]).await?;
    counter.clock.set_by_hand_ms(-TO_2040_MS);
    Ok((counter, ahead))
}

#[tokio::test]
async fn fourteen_years_ahead_and_back_sales_and_their_numbers_go_on() -> Result<()> {
    let (counter, ahead) = back_from_2040().await?;
    let numbered = |sale: &SaleView| sale.number.trim_start_matches("A-").parse::<u64>().ok();
    let back = counter.sell(&[CHARGER]).await?;
    assert_eq!(numbered(&back), numbered(&ahead).map(|number| number + 1));
    assert!(ahead.at_ms > back.at_ms + 13 * A_YEAR_MS, "each receipt bears what the clock showed");
    let counter = counter.reopen().await?;
    let again = counter.sell(&[CHARGER]).await?;
    assert_eq!(numbered(&again), numbered(&back).map(|number| number + 1));
    assert_eq!(counter.reverse(&again).await?.total, eur(1_590), "the last sale is the last made, not the latest date");
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn a_shift_opened_in_2040_is_closed_in_2026() -> Result<()> {
    let counter = Counter::new().await?;
    counter.product("CHARGER", CHARGER, 1_590).await?;
    counter.clock.set_by_hand_ms(TO_2040_MS);
    counter.open_shift(10_000).await?;
    counter.sell(&[CHARGER]).await?;
    counter.clock.set_by_hand_ms(-TO_2040_MS);
    counter.sell(&[CHARGER]).await?;
    assert_eq!(counter.expected_cash().await?, eur(13_180));
    counter.close_shift(eur(13_180)).await?;
    counter.open_shift(10_000).await?;
    counter.sell(&[CHARGER]).await?;
    let counter = counter.reopen().await?;
    assert_eq!(counter.expected_cash().await?, eur(11_590), "the new shift is the open one");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn wrong_pins_after_fourteen_years_ahead_and_back_cost_a_minute_and_not_the_years() -> Result<()> {
    let (counter, _) = back_from_2040().await?;
    for _ in 0..5 {
        code(&counter, "9999").await;
    }
    assert_eq!(code(&counter, CASHIER_PIN).await.as_deref(), Some("STF-003"), "five wrong ones lock");
    counter.clock.pass_ms(MINUTE_MS / 2);
    assert_eq!(code(&counter, CASHIER_PIN).await.as_deref(), Some("STF-003"), "half a minute is not enough");
    counter.clock.pass_ms(MINUTE_MS / 2);
    assert_eq!(code(&counter, CASHIER_PIN).await, None, "a minute is");
    Ok(())
}

#[tokio::test]
async fn wrong_pins_in_2040_cost_a_minute_in_2026_also_after_a_restart() -> Result<()> {
    let counter = Counter::open().await?;
    counter.clock.set_by_hand_ms(TO_2040_MS);
    for _ in 0..5 {
        code(&counter, "9999").await;
    }
    counter.clock.set_by_hand_ms(-TO_2040_MS);
    let counter = counter.reopen().await?;
    assert_eq!(code(&counter, CASHIER_PIN).await.as_deref(), Some("STF-003"), "setting the clock opens nothing");
    counter.clock.pass_ms(MINUTE_MS);
    assert_eq!(code(&counter, CASHIER_PIN).await, None, "a minute that went by does");
    Ok(())
}

#[tokio::test]
async fn a_price_changed_after_the_clock_was_put_right_holds_at_once() -> Result<()> {
    let (counter, _) = back_from_2040().await?;
    let product = counter.product("NEW", "2900000020993", 500).await?;
    assert_eq!(counter.sell(&["2900000020993"]).await?.total, eur(500));
    counter.set_price(product, 600).await?;
    let counter = counter.reopen().await?;
    assert_eq!(counter.sell(&["2900000020993"]).await?.total, eur(600));
    Ok(())
}

//! A clock that somebody set back: sales go on, and the journal says so.

use anyhow::{Context, Result};
use tests::counter::eur;
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

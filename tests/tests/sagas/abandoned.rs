//! A checkout that nobody finished.

use crate::{CABLE, CHARGER, Shop};
use anyhow::Result;
use kernel::OrderId;
use tests::counter::eur;
use tests::gestures::{code, paid, part};
use tests::ledger::assert_clean;

const HALF_AN_HOUR_MS: i64 = 30 * 60_000;

#[tokio::test]
async fn without_money_it_is_given_up_after_half_an_hour_and_its_stock_is_free() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 2), (CABLE, 2)]).await?;
    let placed = part(counter.place(&cart).await?)?;
    let open = counter.cart_of(&[(CHARGER, 1)]).await?;
    counter.clock.pass_ms(HALF_AN_HOUR_MS);
    assert_eq!(counter.pos.release_abandoned().await?, Vec::<OrderId>::new(), "not before its time");
    counter.clock.pass_ms(1);
    assert_eq!(counter.pos.release_abandoned().await?, [placed.order]);
    assert_eq!(shop.shelf().await?, [(10, 0), (2, 0), (10, 0)]);
    assert_eq!(counter.pos.release_abandoned().await?, Vec::<OrderId>::new(), "once");

    assert_eq!(code(counter.pay_cash(&placed, None).await), "ORD-004");
    assert_eq!(counter.pos.cart(open.order).await?, open, "an open cart waits for ever");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn with_money_it_waits_for_a_person() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 2)]).await?;
    let rest = part(counter.pay_part_in_cash(&cart, eur(1_000)).await?)?;
    counter.clock.pass_ms(10 * HALF_AN_HOUR_MS);
    counter.pos.idle().await?;
    assert_eq!(counter.pos.release_abandoned().await?, Vec::<OrderId>::new());
    assert_eq!(shop.shelf().await?[0], (10, 2), "the goods stay promised");
    assert_eq!(paid(counter.pay_cash(&rest, None).await?)?.number, "A-1");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_idle_register_gives_it_up_after_a_restart_too() -> Result<()> {
    let shop = Shop::open().await?;
    let cart = shop.counter.cart_of(&[(CABLE, 2)]).await?;
    part(shop.counter.place(&cart).await?)?;
    let shop = Shop { counter: shop.counter.reopen().await?, ..shop };
    shop.counter.clock.pass_ms(HALF_AN_HOUR_MS + 1);
    shop.counter.pos.idle().await?;
    assert_eq!(shop.shelf().await?[1], (2, 0));
    assert_clean(&shop.counter.pos).await
}

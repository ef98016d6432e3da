//! The register stops between any two steps, and in the middle of one.

use crate::{CABLE, CHARGER, Shop};
use anyhow::Result;
use contracts::{ReceiptNumbered, TenderTaken};
use pos::api::requests as ask;
use tests::counter::{command, eur, pay_cash};
use tests::dropping::{MOST_AWAITS, dropped_after};
use tests::gestures::{paid, part, short};
use tests::ledger::{assert_clean, assert_rebuild_is_equal, facts};

/// A candy bar whose stock nobody counts: 0.60.
const SWEET: &str = "2900000040069";

impl Shop {
    /// The register stops as in a crash and starts again; what it finds must hold.
    async fn stop(self) -> Result<Self> {
        let counter = self.counter.reopen().await?;
        assert_clean(&counter.pos).await?;
        Ok(Self { counter, ..self })
    }
}

#[tokio::test]
async fn the_saga_goes_on_where_it_stopped() -> Result<()> {
    let shop = Shop::open().await?.stop().await?;
    let cart = shop.counter.cart_of(&[(CHARGER, 1), (CABLE, 3)]).await?;
    let shop = shop.stop().await?;
    let (back, _) = short(shop.counter.place(&cart).await?)?;
    let shop = shop.stop().await?;
    assert_eq!(shop.counter.pos.cart(cart.order).await?, back, "the mark survives");
    let less = shop.counter.quantity(&back, 2, 2_000).await?;
    let shop = shop.stop().await?;
    let placed = part(shop.counter.place(&less).await?)?;
    let shop = shop.stop().await?;
    assert_eq!(shop.shelf().await?, [(10, 1), (2, 2), (10, 0)]);
    let rest = part(shop.counter.pay_part_in_cash(&placed, eur(1_000)).await?)?;
    let shop = shop.stop().await?;
    let sale = paid(shop.counter.pay_card(&rest, None).await?)?;
    let shop = shop.stop().await?;
    assert_eq!(shop.shelf().await?, [(9, 0), (0, 0), (10, 0)]);
    shop.counter.reverse(&sale).await?;
    let shop = shop.stop().await?;
    assert_eq!(shop.shelf().await?, [(10, 0), (2, 0), (10, 0)]);
    assert_eq!(shop.counter.expected_cash().await?, eur(10_000));
    assert_rebuild_is_equal(&shop.counter.pos).await
}

#[tokio::test]
async fn a_payment_dropped_at_any_await_is_there_whole_or_not_at_all_and_pays_once_when_repeated() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    counter.product("SWEET", SWEET, 60).await?;
    let mut sold = 0;
    for polls in 1..=MOST_AWAITS {
        let cart = counter.cart(&[SWEET]).await?;
        let request = pay_cash(&cart, Some(eur(100)));
        let whole = dropped_after(polls, counter.pos.pay_cash(&counter.cashier, request.clone())).await;
        let sale = paid(counter.pos.pay_cash(&counter.cashier, request).await?)?;
        sold += 1;
        assert_eq!((sale.number.as_str(), sale.change), (format!("A-{sold}").as_str(), eur(40)), "poll {polls}");
        if let Some(first) = whole {
            assert_eq!(paid(first?)?, sale);
            break;
        }
        assert!(polls < MOST_AWAITS, "the gesture never ended");
    }
    assert!(sold > 1, "a payment has several awaits, and this one had {sold}");
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?.len(), sold);
    assert_eq!(facts::<ReceiptNumbered>(&counter.pos).await?.len(), sold);
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn a_dropped_payment_that_nobody_repeats_leaves_the_cart_or_the_sale() -> Result<()> {
    let mut shop = Shop::open().await?;
    for polls in 1..=MOST_AWAITS {
        let cart = shop.counter.cart(&[CHARGER]).await?;
        let request = pay_cash(&cart, None);
        let counter = &shop.counter;
        let whole = dropped_after(polls, counter.pos.pay_cash(&counter.cashier, request)).await;
        shop = shop.stop().await?;
        let (on_hand, reserved) = shop.counter.pieces(shop.charger).await?;
        let sold = i64::try_from(facts::<TenderTaken>(&shop.counter.pos).await?.len())?;
        assert_eq!((on_hand, reserved), (10 - sold, 0), "poll {polls}");
        if let Some(sale) = shop.counter.pos.find_sale(cart.order).await? {
            assert_eq!(sale.total, cart.total);
        } else {
            assert_eq!(shop.counter.pos.cart(cart.order).await?, cart);
            shop.counter.cancel(&shop.counter.manager, cart.order).await?;
        }
        if whole.is_some() || on_hand == 1 {
            return Ok(());
        }
    }
    anyhow::bail!("the gesture never ended")
}

#[tokio::test]
async fn a_shift_that_a_dropped_gesture_closed_or_opened_is_what_the_journal_says() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    counter.product("SWEET", SWEET, 60).await?;
    for polls in 1..=MOST_AWAITS {
        let close = ask::CloseShift { command: command(), counted: eur(0), pieces: Vec::new() };
        let closed = dropped_after(polls, counter.pos.close_shift(&counter.cashier, close)).await;
        if counter.sell(&[SWEET]).await.is_err() {
            let open = ask::OpenShift { command: command(), float: eur(0) };
            let opened = dropped_after(polls, counter.pos.open_shift(&counter.cashier, open)).await;
            if counter.sell(&[SWEET]).await.is_err() {
                assert!(opened.is_none(), "poll {polls}: an open shift sells");
                counter.open_shift(0).await?;
            }
        } else {
            assert!(closed.is_none(), "poll {polls}: a closed shift sells nothing");
        }
        assert_clean(&counter.pos).await?;
        counter.sell(&[SWEET]).await?;
        if closed.is_some() {
            return assert_rebuild_is_equal(&counter.pos).await;
        }
    }
    anyhow::bail!("the gesture never ended")
}

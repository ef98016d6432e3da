//! Orders that wait while others are served.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::{Context, Result};
use pos::api::requests as ask;
use pos::api::words::ParkedView;
use tests::counter::{command, eur, pay_cash};
use tests::gestures::{code, order_discount, paid, part};
use tests::ledger::{assert_clean, assert_rebuild_is_equal};

fn named(parked: &[ParkedView]) -> Vec<(Option<&str>, &str, u32)> {
    parked.iter().map(|view| (view.label.as_deref(), view.first.as_str(), view.lines)).collect()
}

#[tokio::test]
async fn a_parked_order_waits_while_another_customer_is_served() -> Result<()> {
    let counter = shop().await?;
    let waits = counter.cart(&[CASE, GLASS]).await?;
    let parked = counter.park(waits.order, Some("the lady in red")).await?;
    assert_eq!(named(&parked), [(Some("the lady in red"), "Product CASE", 2)]);
    assert_eq!((parked[0].order, parked[0].total), (waits.order, Some(eur(2_280))));
    assert_eq!(parked[0].operator, "Maria K.");

    let other = counter.cart(&[CHARGER]).await?;
    assert_ne!(other.order, waits.order);
    paid(counter.pay_cash(&other, None).await?)?;
    assert_eq!(counter.resume(waits.order).await?, waits);
    assert_eq!(counter.pos.list_parked().await?, []);
    assert_eq!(paid(counter.pay_cash(&waits, None).await?)?.number, "A-2");
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn whatever_is_open_is_parked_in_place_of_the_one_that_comes_back() -> Result<()> {
    let counter = shop().await?;
    let first = counter.cart(&[CASE]).await?;
    counter.park(first.order, Some("Anna")).await?;
    let second = counter.cart(&[GLASS]).await?;
    assert_eq!(counter.resume(first.order).await?, first);
    assert_eq!(named(&counter.pos.list_parked().await?), [(None, "Product GLASS", 1)]);
    counter.resume(second.order).await?;
    assert_eq!(named(&counter.pos.list_parked().await?), [(Some("Anna"), "Product CASE", 1)], "it keeps its name");

    let again = ask::ResumeOrder { command: command(), order: first.order };
    let cart = counter.pos.resume_order(&counter.cashier, again.clone()).await?;
    assert_eq!(counter.pos.resume_order(&counter.cashier, again).await?, cart, "a repeat parks nothing twice");
    assert_eq!(counter.pos.list_parked().await?.len(), 1);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn there_is_one_open_order_and_the_window_finds_it_again() -> Result<()> {
    let counter = shop().await?;
    let waits = counter.cart(&[CASE]).await?;
    counter.park(waits.order, None).await?;
    let open = counter.cart(&[GLASS]).await?;
    // A window that lost its cart goes on with the one that is there.
    assert_eq!(counter.cart(&[CHARGER]).await?.order, open.order);

    let counter = counter.restart().await?;
    let session = counter.pos.start().await?.session.context("the cashier signed on")?;
    assert_eq!(session.cart.map(|cart| cart.order), Some(open.order));
    assert_eq!(session.parked.iter().map(|view| view.order).collect::<Vec<_>>(), [waits.order]);
    assert_eq!(counter.cart(&[CASE]).await?.order, open.order, "after a restart too");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn parked_orders_outlive_the_shift() -> Result<()> {
    let counter = shop().await?;
    let waits = counter.cart(&[CASE]).await?;
    counter.park(waits.order, Some("Anna")).await?;
    counter.close_shift(eur(10_000)).await?;
    let counter = counter.restart().await?;
    assert_eq!(counter.pos.list_parked().await?.len(), 1);
    counter.open_shift(5_000).await?;
    let back = counter.resume(waits.order).await?;
    assert_eq!(paid(counter.pay_cash(&back, None).await?)?.total, eur(1_290));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_parked_order_comes_back_at_the_prices_of_now() -> Result<()> {
    let counter = shop().await?;
    let case = counter.cart(&[CASE]).await?;
    let product = case.lines[0].product;
    counter.park(case.order, None).await?;
    counter.set_price(product, 1_490).await?;
    assert_eq!(counter.pos.list_parked().await?[0].total, Some(eur(1_490)));
    assert_eq!(counter.resume(case.order).await?.total, eur(1_490));
    assert_eq!(code(counter.pay_cash(&case, None).await), "ORD-015", "the old screen does not sell at the old price");
    Ok(())
}

#[tokio::test]
async fn an_order_that_cannot_be_priced_any_more_is_listed_all_the_same() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let product = cart.lines[0].product;
    let off = Some(contracts::Discount::Amount { amount: eur(1_000) });
    counter.pos.discount_order(&counter.manager, order_discount(&cart, off)).await?;
    counter.park(cart.order, None).await?;
    counter.set_price(product, 500).await?;
    let parked = counter.pos.list_parked().await?;
    assert_eq!((parked[0].total, parked[0].first.as_str()), (None, "Product CASE"));
    assert_eq!(code(counter.resume(cart.order).await), "PRI-005");
    counter.cancel(&counter.cashier, cart.order).await?;
    assert_eq!(counter.pos.list_parked().await?, []);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_parked_order_takes_no_gesture_but_an_end() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    counter.park(cart.order, None).await?;
    assert_eq!(code(counter.scan(Some(cart.order), GLASS).await), "ORD-020");
    assert_eq!(code(counter.pay_cash(&cart, None).await), "ORD-020");
    assert_eq!(code(counter.quantity(&cart, 1, 2_000).await), "ORD-020");
    counter.cancel(&counter.cashier, cart.order).await?;
    assert_eq!(code(counter.resume(cart.order).await), "ORD-004");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_order_that_holds_money_stays_on_the_counter() -> Result<()> {
    let counter = shop().await?;
    let waits = counter.cart(&[GLASS]).await?;
    counter.park(waits.order, None).await?;
    let cart = counter.cart(&[CASE]).await?;
    let request = ask::PayCash { partial: true, ..pay_cash(&cart, Some(eur(500))) };
    let rest = part(counter.pos.pay_cash(&counter.cashier, request).await?)?;
    assert_eq!(code(counter.park(cart.order, None).await), "ORD-002");
    assert_eq!(code(counter.resume(waits.order).await), "ORD-002", "it would hide the money");
    paid(counter.pay_cash(&rest, None).await?)?;
    counter.resume(waits.order).await?;
    assert_clean(&counter.pos).await
}

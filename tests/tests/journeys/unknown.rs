//! Codes that nobody knows.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::{Context, Result};
use kernel::LineNumber;
use orders::order::events::UnknownLeft;
use pos::api::requests as ask;
use pos::api::words::{CartView, Scanned, UnknownCode};
use tests::counter::{command, eur};
use tests::gestures::{code, paid};
use tests::ledger::{assert_clean, assert_rebuild_is_equal, facts};

/// Nobody sells this.
const STRANGE: &str = "4006381333931";

fn waiting(cart: &CartView) -> Vec<(u32, &str, u32)> {
    cart.unknown.iter().map(|code| (code.unknown, code.code.as_str(), code.after.0)).collect()
}

#[tokio::test]
async fn an_unknown_code_waits_in_its_place_through_a_lock_and_a_restart() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.scan_unknown(None, STRANGE).await?;
    assert_eq!((waiting(&cart), cart.lines.len(), cart.total), (vec![(1, STRANGE, 0)], 0, eur(0)));
    let Scanned::Added { cart, .. } = counter.scan(Some(cart.order), CASE).await? else { anyhow::bail!("unknown") };
    let cart = counter.scan_unknown(Some(cart.order), "12345").await?;
    assert_eq!(waiting(&cart), [(1, STRANGE, 0), (2, "12345", 1)]);

    counter.pos.sign_off().await?;
    let counter = counter.restart().await?;
    let session = counter.pos.start().await?.session.context("the cashier signed on")?;
    assert_eq!(session.cart, Some(cart));
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn the_same_unknown_code_waits_once() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.scan_unknown(None, STRANGE).await?;
    assert_eq!(counter.scan_unknown(Some(cart.order), STRANGE).await?, cart);
    Ok(())
}

#[tokio::test]
async fn a_product_answers_a_code_in_one_gesture() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let product = counter.product("NEW", "2900000010031", 700).await?;
    let cart = counter.scan_unknown(Some(cart.order), STRANGE).await?;
    let add = ask::AddProduct {
        command: command(),
        order: Some(cart.order),
        product,
        quantity_milli: None,
        instead_of: Some(1),
    };
    let answered = counter.pos.add_product(&counter.cashier, add.clone()).await?;
    assert_eq!((answered.unknown.len(), answered.lines.len()), (0, 2));
    assert_eq!(counter.pos.add_product(&counter.cashier, add.clone()).await?, answered, "a repeat adds nothing");

    let late = ask::AddProduct { command: command(), ..add };
    assert_eq!(code(counter.pos.add_product(&counter.cashier, late).await), "ORD-023");
    assert_eq!(counter.pos.cart(cart.order).await?, answered, "and nothing was added");
    Ok(())
}

#[tokio::test]
async fn a_code_that_is_entered_meanwhile_is_settled_by_its_next_scan() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.scan_unknown(None, STRANGE).await?;
    counter.product("NEW", STRANGE, 700).await?;
    let Scanned::Added { cart, .. } = counter.scan(Some(cart.order), STRANGE).await? else { anyhow::bail!("unknown") };
    assert_eq!((cart.unknown.len(), cart.total), (0, eur(700)));
    Ok(())
}

#[tokio::test]
async fn an_order_with_nothing_left_is_given_up() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.scan_unknown(None, STRANGE).await?;
    let request = ask::IgnoreUnknown { command: command(), order: cart.order, unknown: 1 };
    assert_eq!(counter.pos.ignore_unknown(&counter.cashier, request.clone()).await?, None);
    assert_eq!(counter.pos.ignore_unknown(&counter.cashier, request).await?, None, "a repeat answers as before");
    assert_eq!(code(counter.scan(Some(cart.order), CASE).await), "ORD-004");
    assert_ne!(counter.cart(&[CASE]).await?.order, cart.order, "the next scan begins another");

    let cart = counter.scan_unknown(None, STRANGE).await?;
    let left = counter.void_line(&cart, 1).await?.context("the code still waits")?;
    assert_eq!(waiting(&left), [(1, STRANGE, 1)]);
    assert_eq!(counter.ignore(&left, 1).await?, None);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn codes_that_were_left_when_money_was_taken_are_remembered() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let cart = counter.scan_unknown(Some(cart.order), STRANGE).await?;
    paid(counter.pay_cash(&cart, None).await?)?;
    let left = facts::<UnknownLeft>(&counter.pos).await?;
    let codes = [orders::UnknownCode { unknown: 1, code: STRANGE.to_owned(), after: LineNumber(2) }];
    assert_eq!(left.iter().map(|fact| fact.codes.as_slice()).collect::<Vec<_>>(), [codes]);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn they_come_back_with_a_parked_order_and_a_placed_one_shows_none() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CHARGER]).await?;
    let cart = counter.scan_unknown(Some(cart.order), STRANGE).await?;
    counter.park(cart.order, None).await?;
    let back = counter.resume(cart.order).await?;
    let expected = UnknownCode { after: LineNumber(1), unknown: 1, code: STRANGE.to_owned() };
    assert_eq!(back.unknown, [expected]);
    let rest = tests::gestures::part(counter.pay_part_in_cash(&back, eur(100)).await?)?;
    assert_eq!(rest.unknown, [], "whoever took money has answered for them");
    Ok(())
}

#[tokio::test]
async fn a_box_of_strange_goods_is_stopped() -> Result<()> {
    let counter = shop().await?;
    let mut order = None;
    for n in 0..orders::limits::MAX_UNKNOWN {
        order = Some(counter.scan_unknown(order, &format!("{n:08}")).await?.order);
    }
    assert_eq!(code(counter.scan(order, "99999999").await), "ORD-022");
    assert!(counter.scan(order, CASE).await.is_ok(), "what is known still sells");
    Ok(())
}

//! A discount within the limit, or one that was approved, does not grow with the cart: pieces that are added, lines that
//! are left, another product in the place of the first.

use crate::{CASE, GLASS, PHONE, shop};
use anyhow::Result;
use contracts::Discount;
use kernel::{Currency, UnitPrice};
use pos::api::requests as ask;
use pos::api::words::CartView;
use tests::counter::{Counter, command, eur};
use tests::gestures::{code, line_discount, order_discount, other_price, other_total, percent};

/// Ten cases, 129.00.
async fn ten_cases(counter: &Counter) -> Result<CartView> {
    let cart = counter.cart(&[CASE]).await?;
    Ok(counter.quantity(&cart, 1, 10_000).await?)
}

#[expect(clippy::unnecessary_wraps, reason = "requests hold a discount or none")]
const fn off(minor: i64) -> Option<Discount> {
    Some(Discount::Amount { amount: kernel::Money { minor, currency: Currency::EUR } })
}

#[tokio::test]
async fn an_amount_off_many_pieces_does_not_become_the_price_of_one() -> Result<()> {
    let counter = shop().await?;
    let cart = ten_cases(&counter).await?;
    let cart = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, off(1_290))).await?;
    assert_eq!(code(counter.quantity(&cart, 1, 1_000).await), "STF-018");
    let more = counter.quantity(&cart, 1, 20_000).await?;
    assert_eq!(more.discount, eur(1_290), "more pieces make it a smaller share");
    Ok(())
}

#[tokio::test]
async fn an_amount_off_the_order_does_not_fall_on_the_one_line_that_is_left() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[PHONE, CASE]).await?;
    let cart = counter.pos.discount_order(&counter.cashier, order_discount(&cart, off(1_290))).await?;
    assert_eq!(code(counter.void_line(&cart, 1).await), "STF-018");
    let none = ask::DiscountOrder { reason: String::new(), ..order_discount(&cart, None) };
    let cart = counter.pos.discount_order(&counter.cashier, none).await?;
    counter.void_line(&cart, 1).await?;
    Ok(())
}

#[tokio::test]
async fn a_share_off_the_order_does_not_fall_on_what_is_added_later() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[GLASS]).await?;
    let cart = counter.pos.discount_order(&counter.manager, order_discount(&cart, percent(90))).await?;
    assert_eq!(code(counter.scan(Some(cart.order), PHONE).await), "STF-018");
    let add = ask::AddProduct {
        command: command(),
        order: Some(cart.order),
        product: catalog::product_id_for_sku("PHONE"),
        quantity_milli: None,
        instead_of: None,
    };
    assert_eq!(code(counter.pos.add_product(&counter.cashier, add.clone()).await), "STF-018");
    counter.pos.add_product(&counter.manager, ask::AddProduct { command: command(), ..add }).await?;
    Ok(())
}

#[tokio::test]
async fn an_approved_discount_or_price_is_for_the_pieces_that_were_there() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[PHONE]).await?;
    let cart = counter.pos.discount_line(&counter.manager, line_discount(&cart, 1, percent(50))).await?;
    assert_eq!(code(counter.quantity(&cart, 1, 2_000).await), "STF-018");
    let (counter, cheap) = (shop().await?, Some(UnitPrice::from_minor(1, Currency::EUR)));
    let cart = counter.cart(&[CASE]).await?;
    let cart = counter.pos.override_price(&counter.manager, other_price(&cart, 1, cheap)).await?;
    assert_eq!(code(counter.quantity(&cart, 1, 2_000).await), "STF-018");
    let counter = shop().await?;
    let cart = counter.cart(&[GLASS]).await?;
    let cart = counter.pos.override_line_total(&counter.manager, other_total(&cart, 1, eur(900))).await?;
    assert_eq!(code(counter.quantity(&cart, 1, 100_000).await), "STF-018");
    Ok(())
}

#[tokio::test]
async fn what_stays_within_the_limit_grows_with_the_cart() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[PHONE]).await?;
    let cart = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(5))).await?;
    let cart = counter.quantity(&cart, 1, 3_000).await?;
    let cart = counter.pos.discount_order(&counter.cashier, order_discount(&cart, percent(5))).await?;
    counter.scan(Some(cart.order), PHONE).await?;
    Ok(())
}

#[tokio::test]
async fn a_line_at_its_price_comes_and_goes_beside_an_approved_discount() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let cart = counter.pos.discount_line(&counter.manager, line_discount(&cart, 1, percent(80))).await?;
    counter.scan(Some(cart.order), PHONE).await?;
    counter.void_line(&cart, 3).await?;
    counter.void_line(&cart, 2).await?;
    Ok(())
}

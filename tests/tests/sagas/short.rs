//! One of three lines is short: nothing is held, the cart is back with that line marked.

use crate::{BATTERY, CABLE, CHARGER, Shop};
use anyhow::Result;
use contracts::ShortLine;
use inventory::StockPolicy;
use kernel::{LineNumber, Quantity};
use pos::api::requests as ask;
use tests::counter::{command, eur, pay_cash};
use tests::gestures::{code, line_discount, paid, part, percent, short, slip};
use tests::ledger::{assert_clean, happened_after};

#[tokio::test]
async fn nothing_is_held_or_taken_and_the_line_says_what_is_left() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 1), (CABLE, 3), (BATTERY, 1)]).await?;
    let before = counter.pos.store().head().await.position;
    let (back, _) = short(counter.pay_cash(&cart, None).await?)?;
    let marks: Vec<Option<ShortLine>> = back.lines.iter().map(|line| line.short.clone()).collect();
    let cable =
        ShortLine { line: LineNumber(2), product: shop.cable, wanted: Quantity::each(3), available: Quantity::each(2) };
    assert_eq!(marks, [None, Some(cable), None]);
    assert_eq!((back.total, back.paid, back.due), (cart.total, eur(0), cart.total));
    assert_eq!(
        happened_after(&counter.pos, before).await?,
        ["orders.order.placed", "inventory.reservation.failed", "orders.order.reopened"]
    );
    assert_eq!(shop.shelf().await?, [(10, 0), (2, 0), (10, 0)]);
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn with_another_quantity_it_sells() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 1), (CABLE, 3), (BATTERY, 1)]).await?;
    let (back, _) = short(counter.pay_card(&cart, None).await?)?;
    let less = counter.quantity(&back, 2, 2_000).await?;
    assert!(less.lines.iter().all(|line| line.short.is_none()), "who changes the line has dealt with it");
    let sale = paid(counter.pay_card(&less, None).await?)?;
    assert_eq!((sale.number.as_str(), sale.total), ("A-1", eur(1_590 + 2 * 899 + 349)));
    assert_eq!(shop.shelf().await?, [(9, 0), (0, 0), (9, 0)]);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn without_the_short_line_it_sells() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 1), (CABLE, 3)]).await?;
    let (back, _) = short(counter.place(&cart).await?)?;
    let less = counter.void_line(&back, 2).await?.expect("the charger is left");
    paid(counter.pay_cash(&less, None).await?)?;
    assert_eq!(shop.shelf().await?, [(9, 0), (2, 0), (10, 0)]);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn lines_of_one_product_compete_for_the_same_stock() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CABLE, 2)]).await?;
    let cart = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(5))).await?;
    counter.scan(Some(cart.order), CABLE).await?;
    let cart = counter.pos.cart(cart.order).await?;
    assert_eq!(cart.lines.len(), 2, "a discounted line takes no more pieces");
    let (back, _) = short(counter.pay_cash(&cart, None).await?)?;
    let wanted: Vec<_> = back.lines.iter().map(|line| line.short.as_ref().map(|short| short.wanted)).collect();
    assert_eq!(wanted, [Some(Quantity::each(3)), Some(Quantity::each(3))]);
    Ok(())
}

#[tokio::test]
async fn what_another_order_holds_is_not_there() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let first = counter.cart_of(&[(CABLE, 2)]).await?;
    let first = part(counter.place(&first).await?)?;
    let second = counter.cart_of(&[(CABLE, 1)]).await?;
    let (back, _) = short(counter.pay_cash(&second, None).await?)?;
    assert_eq!(back.lines[0].short.as_ref().map(|short| short.available), Some(Quantity::each(0)));

    counter.cancel(&counter.manager, first.order).await?;
    paid(counter.pay_cash(&back, None).await?)?;
    assert_eq!(shop.shelf().await?[1], (1, 0));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_manager_lets_this_order_go_below_zero_once() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CABLE, 3)]).await?;
    let request = pay_cash(&cart, None);
    let (_, print) = short(counter.pos.pay_cash(&counter.cashier, request.clone()).await?)?;
    let approval = Some(counter.approve(&print).await?);
    let by_card = ask::PayCard {
        command: command(),
        approval,
        order: cart.order,
        expected_total: cart.total,
        expected_due: Some(cart.due),
        amount: None,
        slip: slip(),
    };
    assert_eq!(code(counter.pos.pay_card(&counter.cashier, by_card).await), "STF-014", "it was for the cash key");
    let approved = ask::PayCash { command: command(), approval, ..request };
    paid(counter.pos.pay_cash(&counter.cashier, approved).await?)?;
    assert_eq!(shop.shelf().await?[1], (-1, 0), "below zero is a fact for review");

    let next = counter.cart_of(&[(CABLE, 1)]).await?;
    short(counter.pay_cash(&next, None).await?)?;
    let again = ask::PayCash { approval, ..pay_cash(&next, None) };
    assert_eq!(code(counter.pos.pay_cash(&counter.cashier, again).await), "STF-014");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_approval_below_stock_ends_when_the_cart_changes() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CABLE, 3), (CHARGER, 1)]).await?;
    let request = pay_cash(&cart, None);
    let (_, print) = short(counter.pos.pay_cash(&counter.cashier, request.clone()).await?)?;
    let approval = Some(counter.approve(&print).await?);
    let more = counter.quantity(&cart, 2, 2_000).await?;
    let late = ask::PayCash { approval, ..pay_cash(&more, None) };
    assert_eq!(code(counter.pos.pay_cash(&counter.cashier, late).await), "STF-014");
    assert_eq!(shop.shelf().await?, [(10, 0), (2, 0), (10, 0)]);
    Ok(())
}

#[tokio::test]
async fn a_product_that_may_go_below_zero_argues_with_nobody() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let allow = ask::SetStockPolicy { command: command(), product: shop.cable, policy: StockPolicy::Allow };
    counter.pos.set_stock_policy(&counter.manager, allow).await?;
    let cart = counter.cart_of(&[(CABLE, 5)]).await?;
    paid(counter.pay_cash(&cart, None).await?)?;
    assert_eq!(shop.shelf().await?[1], (-3, 0));
    assert_clean(&counter.pos).await
}

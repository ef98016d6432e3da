//! The straight way: placed, reserved, paid, confirmed, issued, numbered; and its mirror.

use crate::{CABLE, CHARGER, Shop};
use anyhow::Result;
use tests::counter::eur;
use tests::gestures::{paid, part};
use tests::ledger::{assert_clean, happened_after, number};

#[tokio::test]
async fn a_cash_sale_is_one_commit_of_seven_facts_in_the_order_of_the_saga() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 3), (CABLE, 2)]).await?;
    let before = counter.pos.store().head().await;
    paid(counter.pay_cash(&cart, None).await?)?;
    assert_eq!(
        happened_after(&counter.pos, before.position).await?,
        [
            "orders.order.placed",
            "inventory.reservation.reserved",
            "orders.order.stock_secured",
            "payments.payment.tender_taken",
            "orders.order.confirmed",
            "inventory.reservation.issued",
            "fiscal.series.receipt_numbered",
        ]
    );
    assert_eq!(counter.pos.store().head().await.commit_no, before.commit_no + 1);
    assert_eq!(shop.shelf().await?, [(7, 0), (0, 0), (10, 0)]);
    Ok(())
}

#[tokio::test]
async fn a_placed_order_holds_its_goods_until_the_last_tender_issues_them_once() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 2), (CABLE, 1)]).await?;
    let placed = part(counter.place(&cart).await?)?;
    assert_eq!(shop.shelf().await?, [(10, 2), (2, 1), (10, 0)]);
    let rest = part(counter.pay_part_in_cash(&placed, eur(1_000)).await?)?;
    assert_eq!(shop.shelf().await?, [(10, 2), (2, 1), (10, 0)], "a part payment moves no goods");
    let rest = part(counter.pay_coupon(&rest, eur(500)).await?)?;
    paid(counter.pay_card(&rest, None).await?)?;
    assert_eq!(shop.shelf().await?, [(8, 0), (1, 0), (10, 0)]);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_reversal_is_one_commit_that_brings_goods_and_money_back() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let sale = counter.sell(&[CHARGER, CABLE, CHARGER]).await?;
    assert_eq!(shop.shelf().await?, [(8, 0), (1, 0), (10, 0)]);
    let before = counter.pos.store().head().await;
    counter.reverse(&sale).await?;
    assert_eq!(
        happened_after(&counter.pos, before.position).await?,
        [
            "payments.payment.tender_given_back",
            "orders.order.reversed",
            "inventory.reservation.returned",
            "fiscal.series.receipt_numbered",
        ]
    );
    assert_eq!(counter.pos.store().head().await.commit_no, before.commit_no + 1);
    assert_eq!(shop.shelf().await?, [(10, 0), (2, 0), (10, 0)]);
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn stock_moves_by_exactly_what_was_sold() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    for _ in 0..2 {
        counter.sell(&[CHARGER, CABLE]).await?;
    }
    counter.reverse(&counter.sell(&[CHARGER]).await?).await?;
    let cart = counter.cart_of(&[(CHARGER, 4)]).await?;
    let placed = part(counter.place(&cart).await?)?;
    counter.cancel(&counter.manager, placed.order).await?;
    assert_eq!(shop.shelf().await?, [(8, 0), (0, 0), (10, 0)]);
    let sold = "SELECT sum(l.quantity_milli) / 1000 FROM orders_line l JOIN orders_order o USING (order_id) \
                WHERE o.state = 'confirmed'";
    assert_eq!(number(&counter.pos, sold).await?, 4, "two chargers and two cables");
    assert_clean(&counter.pos).await
}

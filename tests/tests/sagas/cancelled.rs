//! An order that is given up after it was placed: goods are free again, money goes back by an operator's act.

use crate::{CABLE, CHARGER, Shop};
use anyhow::Result;
use contracts::{OrderCancelled, TenderGivenBack, TenderKind};
use pos::api::requests as ask;
use tests::counter::{command, eur, pay_cash};
use tests::gestures::{card, code, fingerprint, part, tender_of};
use tests::ledger::{assert_clean, facts, happened_after};

#[tokio::test]
async fn without_money_its_goods_are_released_in_the_same_commit() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 2), (CABLE, 1)]).await?;
    let placed = part(counter.place(&cart).await?)?;
    let before = counter.pos.store().head().await;
    counter.cancel(&counter.manager, placed.order).await?;
    let released = ["orders.order.cancelled", "inventory.reservation.released"];
    assert_eq!(happened_after(&counter.pos, before.position).await?, released);
    assert_eq!(shop.shelf().await?, [(10, 0), (2, 0), (10, 0)]);
    assert!(facts::<OrderCancelled>(&counter.pos).await?[0].placed);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_open_cart_holds_nothing_to_release() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 2)]).await?;
    let before = counter.pos.store().head().await.position;
    counter.cancel(&counter.manager, cart.order).await?;
    assert_eq!(happened_after(&counter.pos, before).await?, ["orders.order.cancelled"]);
    Ok(())
}

#[tokio::test]
async fn with_money_every_tender_goes_back_first() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 2)]).await?;
    let cash = ask::PayCash { partial: true, ..pay_cash(&cart, Some(eur(1_000))) };
    let cash_tender = tender_of(cash.command);
    let rest = part(counter.pos.pay_cash(&counter.cashier, cash).await?)?;
    let by_card = card(&rest, Some(eur(500)));
    let card_tender = tender_of(by_card.command);
    part(counter.pos.pay_card(&counter.cashier, by_card).await?)?;
    assert_eq!(code(counter.cancel(&counter.manager, cart.order).await), "ORD-017");

    counter.give_back(cart.order, cash_tender).await?;
    assert_eq!(code(counter.cancel(&counter.manager, cart.order).await), "ORD-017", "the card is still held");
    assert_eq!(shop.shelf().await?[0], (10, 2), "the order stays placed");
    let back = counter.give_back(cart.order, card_tender).await?;
    assert_eq!((back.paid, back.due), (eur(0), eur(3_180)));
    counter.cancel(&counter.manager, cart.order).await?;

    let kinds: Vec<_> = facts::<TenderGivenBack>(&counter.pos).await?.iter().map(|fact| fact.kind).collect();
    assert_eq!(kinds, [TenderKind::Cash, TenderKind::Card]);
    assert_eq!(shop.shelf().await?[0], (10, 0));
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_cashier_gives_money_back_with_approval() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 1)]).await?;
    let cash = ask::PayCash { partial: true, ..pay_cash(&cart, Some(eur(1_000))) };
    let tender = tender_of(cash.command);
    part(counter.pos.pay_cash(&counter.cashier, cash).await?)?;
    let (order, reason) = (cart.order, "changed my mind".to_owned());
    let request = ask::GiveBackTender { command: command(), approval: None, order, tender, reason };
    let print = fingerprint(counter.pos.give_back_tender(&counter.cashier, request.clone()).await);
    let approval = Some(counter.approve(&print).await?);
    let request = ask::GiveBackTender { command: command(), approval, ..request };
    assert_eq!(counter.pos.give_back_tender(&counter.cashier, request).await?.paid, eur(0));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_confirmed_order_is_reversed_and_not_cancelled() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let sale = counter.sell(&[CHARGER]).await?;
    assert_eq!(code(counter.cancel(&counter.manager, sale.order).await), "ORD-003");
    let tenders = facts::<contracts::TenderTaken>(&counter.pos).await?;
    assert_eq!(code(counter.give_back(sale.order, tenders[0].tender).await), "POS-008", "only with the whole sale");
    counter.reverse(&sale).await?;
    assert_eq!(code(counter.cancel(&counter.manager, sale.order).await), "ORD-004");
    Ok(())
}

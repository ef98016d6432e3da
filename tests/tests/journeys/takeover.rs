//! Another operator goes on with a cart.

use crate::{CASE, GLASS, shop};
use anyhow::Result;
use orders::order::events::OrderTakenOver;
use pos::api::requests as ask;
use tests::counter::{MANAGER_PIN, command};
use tests::gestures::{paid, part};
use tests::ledger::{assert_clean, facts};

#[tokio::test]
async fn whoever_signs_on_next_goes_on_with_the_cart_and_the_journal_says_so_once() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    counter.pos.sign_off().await?;
    let eleni = counter.sign_on(&counter.manager, MANAGER_PIN).await?;
    assert_eq!(facts::<OrderTakenOver>(&counter.pos).await?, [], "looking is not taking");

    let scan = |code: &str| ask::Scan { command: command(), order: None, code: code.to_owned(), quantity_milli: None };
    counter.pos.scan(&eleni, scan(GLASS)).await?;
    counter.pos.scan(&eleni, scan(GLASS)).await?;
    let taken = OrderTakenOver { order: cart.order, from: counter.cashier.operator, by: eleni.operator };
    assert_eq!(facts::<OrderTakenOver>(&counter.pos).await?, std::slice::from_ref(&taken));

    counter.scan(None, CASE).await?;
    let back = OrderTakenOver { order: cart.order, from: eleni.operator, by: counter.cashier.operator };
    assert_eq!(facts::<OrderTakenOver>(&counter.pos).await?, [taken, back]);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn placing_somebody_elses_cart_takes_it_over() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let place = ask::PlaceOrder { command: command(), approval: None, order: cart.order, expected_total: cart.total };
    let placed = part(counter.pos.place_order(&counter.manager, place).await?)?;
    paid(counter.pay_cash(&placed, None).await?)?;
    assert_eq!(facts::<OrderTakenOver>(&counter.pos).await?.len(), 1);
    assert_clean(&counter.pos).await
}

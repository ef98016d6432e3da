//! The program stops in the middle of something.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::{Context, Result};
use pos::api::words::Scanned;
use tests::counter::eur;
use tests::gestures::{paid, part};
use tests::ledger::assert_clean;

#[tokio::test]
async fn a_cart_and_its_shift_are_there_after_a_restart() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let counter = counter.restart().await?;
    let start = counter.pos.start().await?;
    assert!(!start.stopped_cleanly, "nobody closed it");
    let session = start.session.context("the cashier signed on")?;
    assert_eq!(session.cart.as_ref(), Some(&cart));
    assert_eq!(session.shift.map(|shift| (shift.number, shift.float)), Some((1, eur(10_000))));

    let Scanned::Added { cart, .. } = counter.scan(Some(cart.order), CHARGER).await? else {
        anyhow::bail!("the charger is unknown")
    };
    let sale = paid(counter.pay_cash(&cart, None).await?)?;
    assert_eq!((sale.number.as_str(), sale.total), ("A-1", eur(3_870)));

    let counter = counter.restart().await?;
    let session = counter.pos.start().await?.session.context("the cashier signed on")?;
    assert_eq!((session.cart, session.last_sale), (None, Some(sale)));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_part_paid_order_knows_what_is_due_after_a_restart() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let rest = part(counter.pay_part_in_cash(&cart, eur(1_000)).await?)?;
    let counter = counter.restart().await?;
    assert_eq!(counter.pos.cart(cart.order).await?, rest);
    assert_eq!(paid(counter.pay_cash(&rest, Some(eur(2_000))).await?)?.change, eur(720));
    assert_eq!(counter.sell(&[CASE]).await?.number, "A-2");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_clean_stop_is_remembered() -> Result<()> {
    let counter = shop().await?;
    counter.sell(&[CASE]).await?;
    let (folder, clock) = (tempfile::tempdir()?, counter.clock.clone());
    let to = folder.path().join("minas.db");
    counter.pos.backup(&to).await?;
    let pos = tests::counter::open(folder.path(), &clock).await?;
    pos.close().await?;
    let pos = tests::counter::open(folder.path(), &clock).await?;
    assert!(pos.start().await?.stopped_cleanly);
    assert_clean(&pos).await
}

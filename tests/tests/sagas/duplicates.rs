//! Every fact is delivered twice, at every stage of the saga: nothing happens twice.

use crate::{CABLE, CHARGER, Shop};
use anyhow::Result;
use tests::counter::eur;
use tests::gestures::{paid, part, short};
use tests::redelivery::deliver_everything_again;

#[tokio::test]
async fn a_sale_in_parts_and_its_reversal_hear_nothing_twice() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let again = async || deliver_everything_again(&counter.pos).await;
    let cart = counter.cart_of(&[(CHARGER, 2), (CABLE, 1)]).await?;
    assert_eq!(again().await?, [], "an open cart");
    let placed = part(counter.place(&cart).await?)?;
    assert_eq!(again().await?, [], "placed");
    let rest = part(counter.pay_part_in_cash(&placed, eur(1_000)).await?)?;
    assert_eq!(again().await?, [], "part-paid");
    let sale = paid(counter.pay_card(&rest, None).await?)?;
    assert_eq!(again().await?, [], "confirmed");
    counter.reverse(&sale).await?;
    assert_eq!(again().await?, [], "reversed");
    Ok(())
}

#[tokio::test]
async fn an_order_that_was_short_and_sold_after_all_hears_nothing_twice() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 1), (CABLE, 3)]).await?;
    let (back, _) = short(counter.place(&cart).await?)?;
    let less = counter.quantity(&back, 2, 2_000).await?;
    let placed = part(counter.place(&less).await?)?;
    assert_eq!(deliver_everything_again(&counter.pos).await?, [], "placed again");
    paid(counter.pay_cash(&placed, None).await?)?;
    assert_eq!(deliver_everything_again(&counter.pos).await?, [], "confirmed");
    Ok(())
}

#[tokio::test]
async fn an_order_that_is_short_is_told_so_again_at_most() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CABLE, 3)]).await?;
    short(counter.place(&cart).await?)?;
    let followed: Vec<_> = deliver_everything_again(&counter.pos).await?;
    let names: Vec<&str> = followed.iter().map(|(_, wire)| wire.event_type).collect();
    assert_eq!(names, ["inventory.reservation.failed"], "which moves neither stock nor order");
    Ok(())
}

#[tokio::test]
async fn an_order_given_up_hears_nothing_twice() -> Result<()> {
    let shop = Shop::open().await?;
    let counter = &shop.counter;
    let cart = counter.cart_of(&[(CHARGER, 1)]).await?;
    let placed = part(counter.place(&cart).await?)?;
    counter.cancel(&counter.manager, placed.order).await?;
    let open = counter.cart_of(&[(CABLE, 1)]).await?;
    counter.cancel(&counter.manager, open.order).await?;
    assert_eq!(deliver_everything_again(&counter.pos).await?, []);
    Ok(())
}

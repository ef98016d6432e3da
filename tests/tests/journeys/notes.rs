//! Words on a line and on the order.

use crate::{CASE, GLASS, shop};
use anyhow::Result;
use orders::views::{find_order, list_lines};
use tests::counter::eur;
use tests::gestures::{code, line_discount, order_discount, other_total, paid, percent};
use tests::ledger::assert_clean;

#[tokio::test]
async fn notes_stand_on_the_cart_and_on_the_sale() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let cart = counter.note_line(&cart, 1, Some(" for the gift ")).await?;
    let cart = counter.note_order(&cart, Some("παράδοση Παρασκευή")).await?;
    assert_eq!((cart.lines[0].note.as_deref(), cart.lines[1].note.as_deref()), (Some("for the gift"), None));
    assert_eq!(cart.note.as_deref(), Some("παράδοση Παρασκευή"));
    assert_eq!(cart.total, eur(2_280), "words cost nothing");

    let counter = counter.restart().await?;
    assert_eq!(counter.pos.cart(cart.order).await?, cart);
    let sale = paid(counter.pay_cash(&cart, None).await?)?;
    let mut reader = counter.pos.store().reader().await?;
    let lines = list_lines(&mut reader, sale.order).await?;
    let notes: Vec<_> = lines.iter().map(|line| line.note.as_deref()).collect();
    assert_eq!(notes, [Some("for the gift"), None]);
    let order = find_order(&mut reader, sale.order).await?;
    assert_eq!(order.and_then(|row| row.note).as_deref(), Some("παράδοση Παρασκευή"));
    drop(reader);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_note_is_wiped_and_is_one_line() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    counter.note_line(&cart, 1, Some("blue")).await?;
    counter.note_order(&cart, Some("Friday")).await?;
    counter.note_line(&cart, 1, None).await?;
    assert_eq!(counter.note_order(&cart, Some("  ")).await?, cart);
    for bad in ["one\ntwo", "\u{1b}@", &"x".repeat(201)] {
        assert_eq!(code(counter.note_line(&cart, 1, Some(bad)).await), "ORD-021", "{bad:?}");
        assert_eq!(code(counter.note_order(&cart, Some(bad)).await), "ORD-021", "{bad:?}");
    }
    assert_eq!(counter.pos.cart(cart.order).await?, cart);
    Ok(())
}

#[tokio::test]
async fn the_cart_says_what_was_given_and_why() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let cart = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(5))).await?;
    let cart = counter.pos.override_line_total(&counter.manager, other_total(&cart, 2, eur(900))).await?;
    assert_eq!((cart.lines[0].given, cart.lines[0].reason.as_deref()), (percent(5), Some("scratched")));
    assert_eq!((cart.lines[1].given, cart.lines[1].reason.as_deref()), (None, Some("2 for 5")));
    let cart = counter.pos.discount_order(&counter.manager, order_discount(&cart, percent(5))).await?;
    assert_eq!(cart.order_discount, percent(5));
    let cart = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, None)).await?;
    assert_eq!(cart.lines[0].given, None);
    Ok(())
}

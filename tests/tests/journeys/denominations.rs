//! Counting a drawer: piece by piece, blind, and what sold decides what stands first.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::{Context, Result};
use contracts::{Pieces, ShiftClosed};
use kernel::{Currency, Money};
use pos::api::requests as ask;
use tests::counter::{Counter, command, eur};
use tests::gestures::code;
use tests::ledger::{assert_clean, assert_rebuild_is_equal, facts};

fn close(counted: i64, pieces: &[(i64, u32)]) -> ask::CloseShift {
    let pieces = pieces.iter().map(|(minor, pieces)| Pieces { value: eur(*minor), pieces: *pieces }).collect();
    ask::CloseShift { command: command(), counted: eur(counted), pieces }
}

#[tokio::test]
async fn a_shift_says_which_coins_and_notes_to_count() -> Result<()> {
    let counter = Counter::new().await?;
    let shift = counter.open_shift(10_000).await?;
    let euro: Vec<i64> = shift.denominations.iter().map(|value| value.minor).collect();
    assert_eq!(euro, [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]);
    let known = counter.pos.session_view(&counter.cashier).await?.shift.context("it is open")?;
    assert_eq!(known, shift);

    let canada = Counter::in_country("ca-on").await?;
    let dollars = canada.open_shift(10_000).await?.denominations;
    assert_eq!(dollars.last(), Some(&Money::new(5, Currency::CAD)), "there are no cents any more");
    Ok(())
}

#[tokio::test]
async fn pieces_are_kept_and_their_sum_is_what_was_counted() -> Result<()> {
    let counter = shop().await?;
    counter.sell(&[CASE]).await?;
    let wrong = counter.pos.close_shift(&counter.cashier, close(11_290, &[(5_000, 2)])).await;
    assert_eq!(code(wrong), "TIL-008");
    let right = close(11_290, &[(20, 4), (5_000, 2), (1_000, 1), (10, 1), (200, 1)]);
    let closed = counter.pos.close_shift(&counter.cashier, right.clone()).await?;
    assert_eq!((closed.counted, closed.over_short), (eur(11_290), eur(0)));
    assert_eq!(counter.pos.close_shift(&counter.cashier, right).await?, closed, "a double tap closes once");
    let kept = facts::<ShiftClosed>(&counter.pos).await?.pop().context("it is closed")?.pieces;
    let values: Vec<(i64, u32)> = kept.iter().map(|kept| (kept.value.minor, kept.pieces)).collect();
    assert_eq!(values, [(5_000, 2), (1_000, 1), (200, 1), (20, 4), (10, 1)]);
    let mut reader = counter.pos.store().reader().await?;
    let row = till::find_shift(&mut reader, closed.shift).await?.context("the shift has a row")?;
    drop(reader);
    assert_eq!(row.pieces, kept);
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn nothing_says_what_is_expected_before_the_count() -> Result<()> {
    let counter = shop().await?;
    counter.sell(&[CASE]).await?;
    counter.sell(&[GLASS]).await?;
    let expected = counter.expected_cash().await?.minor;
    assert_eq!(expected, 12_280);
    let wrong = counter.pos.close_shift(&counter.cashier, close(1, &[(5, 1)])).await.expect_err("5 is not 1").refusal();
    let answers = [
        serde_json::to_string(&counter.pos.start().await?)?,
        serde_json::to_string(&counter.pos.session_view(&counter.cashier).await?)?,
        serde_json::to_string(&counter.pos.settings(&counter.cashier).await?)?,
        serde_json::to_string(&wrong)?,
    ];
    for answer in answers {
        assert!(!answer.contains(&expected.to_string()) && !answer.contains("expected\":"), "{answer}");
    }
    Ok(())
}

#[tokio::test]
async fn what_sold_stands_first_from_the_next_shift_on() -> Result<()> {
    let counter = shop().await?;
    let tiles = async |counter: &Counter| -> Result<Vec<String>> {
        let page = counter.pos.list_products(ask::ListProducts { category: None, offset: 0 }).await?;
        Ok(page.products.into_iter().map(|view| view.name.trim_start_matches("Product ").to_owned()).collect())
    };
    assert_eq!(tiles(&counter).await?, ["CASE", "GLASS", "CHARGER", "PHONE"], "as they came");
    let cheese = counter.weighed("FETA", "2900000020054", 1_000).await?;
    let cart = counter.cart_of(&[(GLASS, 2), (CHARGER, 3), ("2900000020054", 4)]).await?;
    counter.pay_cash(&cart, None).await?;
    let undone = counter.cart_of(&[(CASE, 9)]).await?;
    let undone = tests::gestures::paid(counter.pay_cash(&undone, None).await?)?;
    counter.reverse(&undone).await?;
    counter.close_shift(eur(10_000)).await?;
    let expected = ["CHARGER", "GLASS", "FETA", "CASE", "PHONE"];
    assert_eq!(tiles(&counter).await?, expected, "what was taken back did not sell, and 4 kg are one sale");

    counter.open_shift(10_000).await?;
    counter.close_shift(eur(10_000)).await?;
    let ranked = facts::<catalog::popularity::ProductsRanked>(&counter.pos).await?;
    assert_eq!(ranked[0].top.last(), Some(&(cheese, 1)));
    assert_eq!(ranked.len(), 1, "the same ranking is not recorded twice");
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn after_an_unclean_stop_the_last_saved_sale_is_said_whatever_its_shift() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    counter.close_shift(eur(11_290)).await?;
    assert_eq!(counter.pos.start().await?.last_saved, None, "nothing stopped yet");
    let counter = counter.reopen().await?;
    let start = counter.pos.start().await?;
    assert!(!start.stopped_cleanly);
    assert_eq!(start.last_saved.map(|saved| (saved.order, saved.number)), Some((sale.order, sale.number)));
    let counter = counter.with_closed(async |_| Ok(())).await?;
    assert_eq!(counter.pos.start().await?.last_saved, None, "a clean stop needs no card");
    Ok(())
}

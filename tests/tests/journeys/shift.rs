//! The till's accountability: a float, a blind count, and one signed difference.

use crate::{CASE, GLASS, shop};
use anyhow::Result;
use contracts::{ShiftClosed, ShiftOpened};
use kernel::{Currency, Money};
use pos::api::requests as ask;
use tests::counter::{command, eur, pay_cash};
use tests::gestures::{code, paid, part, tender_of};
use tests::ledger::{assert_clean, facts};

#[tokio::test]
async fn over_and_short_are_exact_with_change_card_and_reversal() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    counter.pay_cash(&cart, Some(eur(5_000))).await?;
    let cart = counter.cart(&[GLASS]).await?;
    counter.pay_card(&cart, None).await?;
    let undone = counter.sell(&[CASE]).await?;
    counter.reverse(&undone).await?;
    counter.sell(&[GLASS]).await?;

    let closed = counter.close_shift(eur(13_300)).await?;
    assert_eq!((closed.number, closed.expected), (1, eur(10_000 + 2_280 + 990)), "the last sale counts too");
    assert_eq!(closed.over_short, eur(30));

    let opened = counter.open_shift(13_200).await?;
    assert_eq!(opened.number, 2);
    counter.sell(&[CASE]).await?;
    let closed = counter.close_shift(eur(14_485)).await?;
    assert_eq!((closed.expected, closed.over_short), (eur(14_490), eur(-5)));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_shift_always_closes_and_the_money_of_a_part_paid_order_stays_where_it_was_taken() -> Result<()> {
    let counter = shop().await?;
    let split = counter.cart(&[CASE, GLASS]).await?;
    let rest = part(counter.pay_part_in_cash(&split, eur(1_000)).await?)?;
    let open = counter.cart(&[CASE]).await?;
    let closed = counter.close_shift(eur(11_000)).await?;
    assert_eq!((closed.expected, closed.over_short), (eur(11_000), eur(0)));

    assert_eq!(code(counter.pay_cash(&rest, None).await), "POS-002");
    assert_eq!(code(counter.scan(Some(open.order), GLASS).await), "POS-002");
    counter.open_shift(11_000).await?;
    assert_eq!(paid(counter.pay_cash(&rest, None).await?)?.number, "A-1");
    assert_eq!(paid(counter.pay_cash(&open, None).await?)?.number, "A-2");
    assert_eq!(counter.expected_cash().await?, eur(11_000 + 1_280 + 1_290));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn one_shift_is_open_at_a_time_and_a_double_tap_opens_one() -> Result<()> {
    let counter = shop().await?;
    let float = ask::OpenShift { command: command(), float: eur(5_000) };
    assert_eq!(code(counter.pos.open_shift(&counter.cashier, float.clone()).await), "TIL-001");
    let close = ask::CloseShift { command: command(), counted: eur(10_000), pieces: Vec::new() };
    let first = counter.pos.close_shift(&counter.cashier, close.clone()).await?;
    assert_eq!(counter.pos.close_shift(&counter.cashier, close).await?, first);
    assert_eq!(code(counter.close_shift(eur(10_000)).await), "POS-002");
    let opened = counter.pos.open_shift(&counter.cashier, float.clone()).await?;
    assert_eq!(counter.pos.open_shift(&counter.cashier, float).await?, opened);
    assert_eq!(facts::<ShiftOpened>(&counter.pos).await?.len(), 2);
    assert_eq!(facts::<ShiftClosed>(&counter.pos).await?.len(), 1);
    counter.sell(&[CASE]).await?;
    Ok(())
}

#[tokio::test]
async fn a_drawer_holds_neither_less_than_nothing_nor_a_barcode() -> Result<()> {
    let counter = shop().await?;
    assert_eq!(code(counter.close_shift(eur(-1)).await), "TIL-005");
    assert_eq!(code(counter.close_shift(eur(2_900_000_020_016)).await), "TIL-006");
    assert_eq!(code(counter.close_shift(Money::new(10_000, Currency::CAD)).await), "TIL-007");
    counter.close_shift(eur(0)).await?;
    let open = async |float| {
        code(counter.pos.open_shift(&counter.cashier, ask::OpenShift { command: command(), float }).await)
    };
    assert_eq!(open(eur(-1)).await, "TIL-004");
    assert_eq!(open(eur(2_900_000_020_016)).await, "TIL-006");
    Ok(())
}

#[tokio::test]
async fn a_sale_after_midnight_belongs_to_the_shift_that_runs() -> Result<()> {
    let counter = shop().await?;
    counter.sell(&[CASE]).await?;
    counter.clock.pass_ms(16 * 3_600_000);
    let late = counter.sell(&[GLASS]).await?;
    counter.reverse(&late).await?;
    counter.sell(&[GLASS]).await?;
    let closed = counter.close_shift(eur(12_280)).await?;
    assert_eq!((closed.expected, closed.over_short), (eur(12_280), eur(0)), "no clock closes a day");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn money_never_moves_without_a_shift() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let request = ask::PayCash { partial: true, ..pay_cash(&cart, Some(eur(1_000))) };
    let tender = tender_of(request.command);
    part(counter.pos.pay_cash(&counter.cashier, request).await?)?;
    counter.close_shift(eur(11_000)).await?;
    assert_eq!(code(counter.give_back(cart.order, tender).await), "POS-002");
    counter.open_shift(11_000).await?;
    counter.give_back(cart.order, tender).await?;
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_payment_that_waits_while_the_shift_closes_finds_no_shift() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let close = ask::CloseShift { command: command(), counted: eur(10_000), pieces: Vec::new() };
    let (closed, late) = tokio::join!(
        counter.pos.close_shift(&counter.cashier, close),
        counter.pos.pay_cash(&counter.cashier, pay_cash(&cart, None)),
    );
    assert_eq!(closed?.over_short, eur(0));
    assert_eq!(code(late), "POS-002");
    let float = ask::OpenShift { command: command(), float: eur(10_000) };
    let (opened, early) = tokio::join!(
        counter.pos.open_shift(&counter.cashier, float),
        counter.pos.pay_cash(&counter.cashier, pay_cash(&cart, None)),
    );
    assert_eq!(opened?.number, 2);
    assert_eq!(paid(early?)?.number, "A-1", "a shift that opened while the payment waited counts");
    assert_eq!(counter.expected_cash().await?, eur(11_290));
    assert_clean(&counter.pos).await
}

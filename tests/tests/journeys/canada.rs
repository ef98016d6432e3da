//! A shop whose prices exclude tax and whose cash has no cents.

use anyhow::Result;
use contracts::{TenderKind, TenderTaken};
use kernel::{Currency, Money};
use tests::counter::Counter;
use tests::gestures::paid;
use tests::ledger::{assert_clean, facts};

const MUG: &str = "2900000050013";
const TEA: &str = "2900000050020";

fn cad(minor: i64) -> Money {
    Money::new(minor, Currency::CAD)
}

/// 9.99 + 4.49 = 14.48, and 13 % HST on the document: 1.88. Together 16.36.
async fn shop() -> Result<Counter> {
    let counter = Counter::in_country("ca-on").await?;
    counter.open_shift(20_000).await?;
    counter.product("MUG", MUG, 999).await?;
    counter.product("TEA", TEA, 449).await?;
    Ok(counter)
}

#[tokio::test]
async fn tax_comes_on_top_and_is_rounded_on_the_document() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[MUG, TEA]).await?;
    assert_eq!((cart.subtotal, cart.tax, cart.total), (cad(1_448), cad(188), cad(1_636)));
    assert_eq!(cart.lines.iter().map(|line| line.line_total.minor).sum::<i64>() + cart.tax.minor, cart.total.minor);
    assert_eq!((cart.cash.due, cart.cash.allowed), (cad(1_635), true));
    Ok(())
}

#[tokio::test]
async fn cash_is_rounded_to_five_cents_and_goes_back_as_it_was_kept() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[MUG, TEA]).await?;
    let exact = paid(counter.pay_cash(&cart, None).await?)?;
    assert_eq!((exact.total, exact.tendered, exact.change), (cad(1_636), cad(1_635), cad(0)));
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?[0].cash_rounding, cad(-1));
    assert_eq!(counter.expected_cash().await?, cad(21_635));

    let undone = counter.reverse(&exact).await?;
    assert_eq!((undone.total, undone.cash_back), (cad(1_636), cad(1_635)));
    assert_eq!(counter.expected_cash().await?, cad(20_000));

    let cart = counter.cart(&[MUG, TEA]).await?;
    assert_eq!(paid(counter.pay_cash(&cart, Some(cad(2_000))).await?)?.change, cad(365));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_card_pays_to_the_cent() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[MUG, TEA]).await?;
    let sale = paid(counter.pay_card(&cart, None).await?)?;
    assert_eq!((sale.tenders[0].kind, sale.tenders[0].amount), (TenderKind::Card, cad(1_636)));
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?[0].cash_rounding, cad(0));
    assert_clean(&counter.pos).await
}

//! Undoing the last sale of the running shift.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::Result;
use contracts::{DocumentType, ReceiptNumbered};
use pos::api::requests as ask;
use tests::counter::{command, eur};
use tests::gestures::{code, fingerprint, order_discount, paid, part, percent, reversal};
use tests::ledger::{assert_clean, facts};

#[tokio::test]
async fn goods_and_money_come_back_under_a_number_of_its_own() -> Result<()> {
    let counter = shop().await?;
    let cable = counter.product("CABLE", "2900000020061", 899).await?;
    counter.receive(cable, 5).await?;
    let sale = counter.sell(&["2900000020061", "2900000020061", CASE]).await?;
    assert_eq!(counter.pieces(cable).await?, (3, 0));

    let undone = counter.reverse(&sale).await?;
    assert_eq!((undone.number.as_str(), undone.total, undone.cash_back), ("R-1", sale.total, sale.total));
    assert_eq!(counter.pieces(cable).await?, (5, 0));
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    assert_eq!(counter.sell(&[CASE]).await?.number, "A-2", "the mirror takes no number of the sales");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_sale_is_undone_once_and_only_the_last_one() -> Result<()> {
    let counter = shop().await?;
    let first = counter.sell(&[CASE]).await?;
    let last = counter.sell(&[GLASS]).await?;
    assert_eq!(code(counter.reverse(&first).await), "POS-009");
    counter.reverse(&last).await?;
    assert_eq!(code(counter.reverse(&last).await), "POS-009", "not twice");
    assert_eq!(code(counter.reverse(&first).await), "POS-009", "and not sale by sale back through the shift");
    let mirrors = facts::<ReceiptNumbered>(&counter.pos).await?;
    assert_eq!(mirrors.iter().filter(|fact| fact.document_type == DocumentType::Reversal).count(), 1);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_closed_shift_keeps_its_sales() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    counter.close_shift(eur(11_290)).await?;
    assert_eq!(code(counter.reverse(&sale).await), "POS-002");
    counter.open_shift(11_290).await?;
    assert_eq!(code(counter.reverse(&sale).await), "POS-009");
    Ok(())
}

#[tokio::test]
async fn a_cashier_undoes_a_sale_with_approval_and_a_double_tap_undoes_it_once() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    let request = reversal(sale.order);
    let print = fingerprint(counter.pos.reverse_last(&counter.cashier, request.clone()).await);
    let approval = Some(counter.approve(&print).await?);
    let request = ask::ReverseLast { command: command(), approval, ..request };
    let first = counter.pos.reverse_last(&counter.cashier, request.clone()).await?;
    let again = counter.pos.reverse_last(&counter.cashier, request).await?;
    assert_eq!((first.number.as_str(), &again), ("R-1", &first));
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    Ok(())
}

#[tokio::test]
async fn each_tender_goes_back_the_way_it_came() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let rest = part(counter.pay_part_in_cash(&cart, eur(500)).await?)?;
    let sale = paid(counter.pay_card(&rest, None).await?)?;
    let undone = counter.reverse(&sale).await?;
    assert_eq!((undone.total, undone.cash_back), (eur(2_280), eur(500)));
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn what_goes_back_is_what_was_paid_after_every_discount() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS, CHARGER]).await?;
    let cheaper = counter.pos.discount_order(&counter.manager, order_discount(&cart, percent(33))).await?;
    let sale = paid(counter.pay_cash(&cheaper, None).await?)?;
    assert_eq!(counter.reverse(&sale).await?.cash_back, cheaper.total);
    assert_clean(&counter.pos).await
}

//! The same command twice: a double tap, a window that asks again after a crash.

use crate::{CASE, GLASS, shop};
use anyhow::Result;
use contracts::{ReceiptNumbered, TenderTaken};
use kernel::OrderId;
use pos::api::requests as ask;
use pos::api::words::{Payment, Scanned};
use tests::counter::{Counter, command, eur, pay_cash};
use tests::gestures::{card, code, coupon, line_discount, paid, part, percent};
use tests::ledger::{assert_clean, facts};

#[tokio::test]
async fn a_double_tap_pays_once_and_both_taps_get_the_same_sale() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let request = pay_cash(&cart, Some(eur(2_000)));
    let (first, second) = tokio::join!(
        counter.pos.pay_cash(&counter.cashier, request.clone()),
        counter.pos.pay_cash(&counter.cashier, request.clone()),
    );
    let (first, second) = (paid(first?)?, paid(second?)?);
    assert_eq!(first, second);
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?.len(), 1);

    let counter = counter.restart().await?;
    let third = paid(counter.pos.pay_cash(&counter.cashier, request).await?)?;
    assert_eq!((third.change, &third), (eur(710), &first));
    assert_eq!(facts::<ReceiptNumbered>(&counter.pos).await?.len(), 1);
    Ok(())
}

/// Two fingers, two commands, at once: one of them is refused with this code, and one tender is taken.
async fn one_of_two<R>(counter: &Counter, tap: impl Fn() -> R, refused: &str) -> Result<()>
where
    R: Future<Output = pos::Result<Payment>>,
{
    let before = facts::<TenderTaken>(&counter.pos).await?.len();
    let (first, second) = tokio::join!(Box::pin(tap()), Box::pin(tap()));
    let (done, other) = if first.is_ok() { (first, second) } else { (second, first) };
    done?;
    assert_eq!(code(other), refused);
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?.len(), before + 1, "one tender is taken");
    Ok(())
}

#[tokio::test]
async fn two_identical_payments_at_once_pay_once() -> Result<()> {
    let counter = shop().await?;
    let (pos, who) = (&counter.pos, &counter.cashier);
    let cart = counter.cart(&[CASE]).await?;
    let tap = || pos.pay_cash(who, pay_cash(&cart, None));
    one_of_two(&counter, tap, "ORD-003").await?;
    let cart = counter.cart(&[CASE]).await?;
    let tap = || pos.pay_card(who, card(&cart, None));
    one_of_two(&counter, tap, "ORD-003").await?;
    let cart = counter.cart(&[CASE]).await?;
    let tap = || pos.pay_coupon(who, coupon(&cart, eur(1_290)));
    one_of_two(&counter, tap, "ORD-003").await?;
    assert_eq!(facts::<ReceiptNumbered>(pos).await?.len(), 3);
    assert_clean(pos).await
}

#[tokio::test]
async fn two_identical_parts_at_once_take_one_part() -> Result<()> {
    let counter = shop().await?;
    let (pos, who) = (&counter.pos, &counter.cashier);
    let cart = counter.cart(&[CASE]).await?;
    let tap = || pos.pay_coupon(who, coupon(&cart, eur(300)));
    one_of_two(&counter, tap, "PAY-016").await?;
    let cart = pos.cart(cart.order).await?;
    let tap = || pos.pay_cash(who, ask::PayCash { partial: true, ..pay_cash(&cart, Some(eur(300))) });
    one_of_two(&counter, tap, "PAY-016").await?;
    let cart = pos.cart(cart.order).await?;
    let tap = || pos.pay_card(who, card(&cart, Some(eur(300))));
    one_of_two(&counter, tap, "PAY-016").await?;
    assert_eq!(pos.cart(cart.order).await?.due, eur(390));
    assert_clean(pos).await
}

#[tokio::test]
async fn two_first_scans_at_once_begin_one_order() -> Result<()> {
    let counter = shop().await?;
    let (first, second) = tokio::join!(counter.scan(None, CASE), counter.scan(None, GLASS));
    let orders: Vec<_> = [first?, second?]
        .into_iter()
        .filter_map(|scanned| match scanned {
            Scanned::Added { cart, .. } | Scanned::Unknown { cart, .. } => Some(cart.order),
            Scanned::Receipt { .. } => None,
        })
        .collect();
    assert_eq!(orders[0], orders[1]);
    assert_eq!(counter.pos.cart(orders[0]).await?.lines.len(), 2);
    Ok(())
}

#[tokio::test]
async fn of_two_tenders_at_once_each_hears_what_came_of_it() -> Result<()> {
    let counter = shop().await?;
    for _ in 0..5 {
        let cart = counter.cart(&[CASE, GLASS]).await?;
        counter.place(&cart).await?;
        let half = Some(eur(1_140));
        let loose = |card: ask::PayCard| ask::PayCard { expected_due: None, ..card };
        let [one, other] = [loose(card(&cart, half)), loose(card(&cart, half))];
        let pay = |request| counter.pos.pay_card(&counter.cashier, request);
        let (one, other) = tokio::join!(pay(one), pay(other));
        let (left, sale) = match (one?, other?) {
            (Payment::Part { cart }, Payment::Paid { sale }) | (Payment::Paid { sale }, Payment::Part { cart }) => {
                (cart, sale)
            }
            both => anyhow::bail!("{both:?}"),
        };
        assert_eq!((left.due, left.tenders.len(), sale.tenders.len()), (eur(1_140), 1, 2));
    }
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_part_that_comes_again_after_the_sale_answers_with_the_sale() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let request = ask::PayCash { partial: true, ..pay_cash(&cart, Some(eur(1_000))) };
    let rest = part(counter.pos.pay_cash(&counter.cashier, request.clone()).await?)?;
    assert_eq!(part(counter.pos.pay_cash(&counter.cashier, request.clone()).await?)?, rest);
    let sale = paid(counter.pay_card(&rest, None).await?)?;
    assert_eq!(paid(counter.pos.pay_cash(&counter.cashier, request).await?)?, sale);
    Ok(())
}

#[tokio::test]
async fn a_scan_that_comes_twice_adds_one_piece() -> Result<()> {
    let counter = shop().await?;
    let scan = ask::Scan { command: command(), order: None, code: CASE.to_owned(), quantity_milli: None };
    let first = counter.pos.scan(&counter.cashier, scan.clone()).await?;
    let again = counter.pos.scan(&counter.cashier, scan).await?;
    assert_eq!(again, first);

    let unknown = ask::Scan { command: command(), order: None, code: "unknown".to_owned(), quantity_milli: None };
    let first = counter.pos.scan(&counter.cashier, unknown.clone()).await?;
    assert_eq!(counter.pos.scan(&counter.cashier, unknown).await?, first);
    Ok(())
}

#[tokio::test]
async fn an_edit_that_comes_twice_after_the_sale_still_has_an_answer_or_a_code() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let request = line_discount(&cart, 1, percent(5));
    let cheaper = counter.pos.discount_line(&counter.cashier, request.clone()).await?;
    assert_eq!(counter.pos.discount_line(&counter.cashier, request.clone()).await?, cheaper);
    paid(counter.pay_cash(&cheaper, None).await?)?;
    assert_eq!(code(counter.pos.discount_line(&counter.cashier, request).await), "POS-008");
    Ok(())
}

#[tokio::test]
async fn one_command_id_with_another_content_is_an_error() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let request = pay_cash(&cart, None);
    let more = ask::PayCash { tendered: Some(eur(5_000)), ..request.clone() };
    let other = ask::CancelOrder {
        command: request.command,
        approval: None,
        order: cart.order,
        reason: "changed my mind".to_owned(),
    };
    let scan = ask::Scan { command: request.command, order: None, code: GLASS.to_owned(), quantity_milli: None };
    paid(counter.pos.pay_cash(&counter.cashier, request).await?)?;
    assert_eq!(code(counter.pos.pay_cash(&counter.cashier, more).await), "SYS-005");
    assert_eq!(code(counter.pos.cancel_order(&counter.manager, other).await), "SYS-005");
    assert_eq!(code(counter.pos.scan(&counter.cashier, scan).await), "SYS-005");
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_refused_command_may_be_tried_again_under_its_id() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let below = pay_cash(&cart, Some(eur(1)));
    let enough = ask::PayCash { tendered: Some(eur(1_290)), ..below.clone() };
    assert_eq!(code(counter.pos.pay_cash(&counter.cashier, below).await), "PAY-002");
    assert_eq!(paid(counter.pos.pay_cash(&counter.cashier, enough).await?)?.number, "A-1");
    let nowhere = ask::PayCash { order: OrderId(kernel::Uuid::now_v7()), ..pay_cash(&cart, None) };
    assert_eq!(code(counter.pos.pay_cash(&counter.cashier, nowhere).await), "POS-008");
    Ok(())
}

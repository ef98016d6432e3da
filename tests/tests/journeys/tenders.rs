//! Means of payment beside exact cash, and what none of them may do.

use crate::{CASE, CHARGER, GLASS, PHONE, shop};
use anyhow::Result;
use contracts::{CardSlip, TenderKind, TenderTaken};
use kernel::{Currency, Money, Uuid};
use pos::api::requests as ask;
use tests::counter::{command, eur, pay_cash};
use tests::gestures::{card, code, fingerprint, order_discount, paid, part, percent, slip};
use tests::ledger::{assert_clean, facts};

#[tokio::test]
async fn a_card_pays_by_a_stand_alone_terminal_and_leaves_the_drawer_alone() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let sale = paid(counter.pay_card(&cart, None).await?)?;
    assert_eq!((sale.number.as_str(), sale.change), ("A-1", eur(0)));
    assert_eq!(sale.tenders[0].kind, TenderKind::Card);
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?[0].card, Some(slip()));
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    Ok(())
}

#[tokio::test]
async fn a_card_neither_overpays_nor_leaves_its_number() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let before = counter.seq().await;
    assert_eq!(code(counter.pay_card(&cart, Some(eur(1_291))).await), "PAY-006");
    assert_eq!(code(counter.pay_card(&cart, Some(eur(0))).await), "PAY-004");
    let with = |slip: CardSlip| counter.pos.pay_card(&counter.cashier, ask::PayCard { slip, ..card(&cart, None) });
    assert_eq!(code(with(CardSlip { reference: "7".repeat(41), ..slip() }).await), "PAY-007");
    assert_eq!(code(with(CardSlip { last_four: "42".to_owned(), ..slip() }).await), "PAY-007");
    assert_eq!(code(with(CardSlip { reference: "4242424242424242".to_owned(), ..slip() }).await), "PAY-008");
    assert_eq!(counter.seq().await, before);
    Ok(())
}

#[tokio::test]
async fn a_card_is_paid_with_one_tap_and_a_coupon_by_its_value() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let rest = part(counter.pay_coupon(&cart, eur(200)).await?)?;
    let nothing = CardSlip { reference: String::new(), brand: String::new(), last_four: String::new() };
    let tap = ask::PayCard { slip: nothing, ..card(&rest, None) };
    let sale = paid(counter.pos.pay_card(&counter.cashier, tap).await?)?;
    let tenders: Vec<_> = sale.tenders.iter().map(|tender| (tender.kind, tender.amount)).collect();
    assert_eq!(tenders, [(TenderKind::Coupon, eur(200)), (TenderKind::Card, eur(1_090))]);
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?[1].card, None, "nobody typed a slip");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_part_paid_order_shows_its_tenders_and_takes_no_line() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    assert!(!cart.placed && cart.tenders.is_empty());
    let rest = part(counter.pay_part_in_cash(&cart, eur(1_000)).await?)?;
    let rest = part(counter.pay_coupon(&rest, eur(100)).await?)?;
    let held: Vec<_> = rest.tenders.iter().map(|held| (held.kind, held.amount)).collect();
    assert_eq!((rest.placed, held), (true, vec![(TenderKind::Cash, eur(1_000)), (TenderKind::Coupon, eur(100))]));
    let back = counter.give_back(cart.order, rest.tenders[0].tender).await?;
    assert_eq!((back.placed, back.tenders.len(), back.due), (true, 1, eur(2_180)));

    let counter = counter.restart().await?;
    let session = counter.pos.start().await?.session.expect("the cashier signed on");
    assert_eq!(session.cart, Some(back), "it holds money, so it is what the window shows");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn cash_and_card_share_one_sale() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let rest = part(counter.pay_part_in_cash(&cart, eur(1_000)).await?)?;
    assert_eq!((rest.paid, rest.due), (eur(1_000), eur(1_280)));
    let sale = paid(counter.pay_card(&rest, None).await?)?;
    let tenders: Vec<_> = sale.tenders.iter().map(|tender| (tender.kind, tender.amount)).collect();
    assert_eq!(tenders, [(TenderKind::Cash, eur(1_000)), (TenderKind::Card, eur(1_280))]);
    assert_eq!((sale.number.as_str(), sale.tendered), ("A-1", eur(2_280)));
    assert_eq!(counter.expected_cash().await?, eur(11_000));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_order_that_holds_money_takes_no_edits_and_is_not_given_up() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let request = ask::PayCash { partial: true, ..pay_cash(&cart, Some(eur(1_000))) };
    let tender = tests::gestures::tender_of(request.command);
    let rest = part(counter.pos.pay_cash(&counter.cashier, request).await?)?;
    assert_eq!(code(counter.scan(Some(cart.order), CHARGER).await), "ORD-002");
    assert_eq!(code(counter.quantity(&rest, 1, 2_000).await), "ORD-002");
    assert_eq!(code(counter.cancel(&counter.manager, cart.order).await), "ORD-017");

    let back = counter.give_back(cart.order, tender).await?;
    assert_eq!((back.paid, back.due), (eur(0), eur(2_280)));
    assert_eq!(code(counter.give_back(cart.order, tender).await), "PAY-012");
    assert_eq!(counter.expected_cash().await?, eur(10_000));
    counter.cancel(&counter.manager, cart.order).await?;
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_coupon_pays_a_part_and_forfeits_what_it_is_worth_beyond_the_total() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let rest = part(counter.pay_coupon(&cart, eur(300)).await?)?;
    let sale = paid(counter.pay_cash(&rest, Some(eur(1_000))).await?)?;
    assert_eq!((sale.total, sale.change), (eur(1_290), eur(10)));

    let cart = counter.cart(&[GLASS]).await?;
    let sale = paid(counter.pay_coupon(&cart, eur(2_000)).await?)?;
    assert_eq!((sale.total, sale.change), (eur(990), eur(0)), "nobody gives change on a coupon");
    let forfeited = facts::<TenderTaken>(&counter.pos).await?.last().map(|tender| tender.forfeited);
    assert_eq!(forfeited, Some(eur(1_010)));
    assert_eq!(counter.expected_cash().await?, eur(10_990));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_total_of_zero_is_sold_without_a_tender() -> Result<()> {
    let counter = shop().await?;
    for pays in ["place", "cash", "card", "coupon"] {
        let cart = counter.cart(&[CASE, GLASS]).await?;
        let free = counter.pos.discount_order(&counter.manager, order_discount(&cart, percent(100))).await?;
        assert_eq!((free.total, free.tax), (eur(0), eur(0)));
        let sale = paid(match pays {
            "place" => counter.place(&free).await?,
            "cash" => counter.pay_cash(&free, None).await?,
            "card" => counter.pay_card(&free, None).await?,
            _ => counter.pay_coupon(&free, eur(100)).await?,
        })?;
        assert_eq!((sale.total, sale.tenders.len()), (eur(0), 0), "{pays}");
    }
    assert_eq!(facts::<TenderTaken>(&counter.pos).await?, []);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn cash_below_what_is_due_and_a_barcode_in_the_amount_field_take_nothing() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let before = counter.seq().await;
    for (tendered, refused) in [
        (eur(1_289), "PAY-002"),
        (eur(0), "PAY-004"),
        (eur(-1_290), "PAY-004"),
        (eur(2_900_000_020_016), "PAY-003"),
        (eur(51_291), "PAY-003"),
        (Money::new(2_000, Currency::CAD), "PAY-015"),
    ] {
        assert_eq!(code(counter.pay_cash(&cart, Some(tendered)).await), refused, "{tendered}");
    }
    assert_eq!(counter.seq().await, before);
    assert_eq!(counter.pos.cart(cart.order).await?, cart, "the cart is still open");
    assert_eq!(paid(counter.pay_cash(&cart, Some(eur(50_000))).await?)?.change, eur(48_710));
    Ok(())
}

#[tokio::test]
async fn five_hundred_euros_are_not_paid_in_cash_whoever_approves() -> Result<()> {
    let counter = shop().await?;
    counter.product("SCREEN", "2900000010024", 200).await?;
    let cart = counter.cart(&[PHONE, PHONE, "2900000010024"]).await?;
    assert_eq!((cart.total, cart.cash.allowed, cart.cash.limit), (eur(50_000), false, Some(eur(50_000))));
    for who in [&counter.cashier, &counter.manager] {
        let refused = counter.pos.pay_cash(who, pay_cash(&cart, None)).await;
        let refusal = refused.err().map(|error| error.refusal()).expect("it is refused");
        assert_eq!((refusal.code.as_str(), refusal.params.get("fingerprint")), ("PAY-005", None));
    }
    let approval = {
        let far = order_discount(&cart, percent(50));
        let print = fingerprint(counter.pos.discount_order(&counter.cashier, far).await);
        counter.approve(&print).await?
    };
    let approved = ask::PayCash { approval: Some(approval), ..pay_cash(&cart, None) };
    assert_eq!(code(counter.pos.pay_cash(&counter.cashier, approved).await), "PAY-005");
    let made_up = ask::PayCash { command: command(), approval: Some(Uuid::now_v7()), ..pay_cash(&cart, None) };
    assert_eq!(code(counter.pos.pay_cash(&counter.cashier, made_up).await), "PAY-005");
    assert_eq!(code(counter.pay_part_in_cash(&cart, eur(100)).await), "PAY-005", "the document counts");

    let cart = counter.pos.cart(cart.order).await?;
    assert_eq!(paid(counter.pay_card(&cart, None).await?)?.total, eur(50_000));
    Ok(())
}

#[tokio::test]
async fn a_cent_below_the_limit_is_paid_in_cash() -> Result<()> {
    let counter = shop().await?;
    counter.product("SCREEN", "2900000010024", 199).await?;
    let cart = counter.cart(&[PHONE, PHONE, "2900000010024"]).await?;
    assert!(cart.cash.allowed);
    assert_eq!(paid(counter.pay_cash(&cart, None).await?)?.total, eur(49_999));
    Ok(())
}

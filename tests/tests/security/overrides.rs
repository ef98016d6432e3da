//! Approvals: replayed, kept, bent, and used by or for somebody else.

use crate::{CASE, GLASS, PHONE, cashiers_may, shop};
use anyhow::{Context, Result};
use kernel::Uuid;
use pos::Session;
use pos::api::requests as ask;
use staff::{DeactivateOperator, Grant, Operator, OperatorCommand, OverrideGranted, OverrideUsed, Permission};
use std::fmt::Debug;
use tests::counter::{CASHIER_PIN, Counter, MANAGER_PIN, command, eur};
use tests::day::decide;
use tests::gestures::{code, fingerprint, line_discount, order_discount, percent, reversal, slip};
use tests::ledger::facts;

/// Why an approval does not hold.
#[track_caller]
fn why<T: Debug>(result: pos::Result<T>) -> String {
    let refusal = match result {
        Ok(answer) => panic!("not refused, but: {answer:?}"),
        Err(error) => error.refusal(),
    };
    assert_eq!(refusal.code, "STF-014", "{}", refusal.text);
    refusal.params["why"].as_str().unwrap_or_default().to_owned()
}

/// 30 % off, which the cashier was refused, and what names it.
async fn refused(counter: &Counter) -> Result<(ask::DiscountLine, String)> {
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let request = line_discount(&cart, 1, percent(30));
    let print = fingerprint(counter.pos.discount_line(&counter.cashier, request.clone()).await);
    Ok((request, print))
}

fn under(request: &ask::DiscountLine, approval: Uuid) -> ask::DiscountLine {
    ask::DiscountLine { command: command(), approval: Some(approval), ..request.clone() }
}

/// A colleague of the cashier's, signed on.
async fn colleague(counter: &Counter) -> Result<Session> {
    let (name, role, pin) = ("Nikos B.".to_owned(), "cashier".to_owned(), "5678".to_owned());
    counter.pos.add_staff(&counter.manager, ask::AddStaff { command: command(), name, role, pin: pin.clone() }).await?;
    let found = counter.pos.operators().await?.into_iter().find(|view| view.name == "Nikos B.");
    let operator = found.context("they were added")?.operator;
    Ok(counter.pos.sign_on(ask::SignOn { operator, pin }).await?)
}

#[tokio::test]
async fn a_managers_approval_ends_when_the_manager_may_no_longer() -> Result<()> {
    let counter = shop().await?;
    let (request, print) = refused(&counter).await?;
    let approval = counter.approve(&print).await?;
    let leave = OperatorCommand::Deactivate(DeactivateOperator { others_who_edit_staff: 1 });
    decide::<Operator>(&counter.pos, counter.manager.operator.0, leave).await?;
    assert_eq!(why(counter.pos.discount_line(&counter.cashier, under(&request, approval)).await), "expired");
    assert_eq!(facts::<OverrideUsed>(&counter.pos).await?, []);
    Ok(())
}

#[tokio::test]
async fn an_approval_ends_with_the_session_and_with_the_program() -> Result<()> {
    let counter = shop().await?;
    let (request, print) = refused(&counter).await?;
    let approval = counter.approve(&print).await?;
    counter.pos.sign_off().await?;
    assert_eq!(why(counter.pos.discount_line(&counter.cashier, under(&request, approval)).await), "expired");
    counter.sign_on(&counter.cashier, CASHIER_PIN).await?;
    assert_eq!(why(counter.pos.discount_line(&counter.cashier, under(&request, approval)).await), "expired");

    let approval = counter.approve(&print).await?;
    let counter = counter.reopen().await?;
    assert_eq!(why(counter.pos.discount_line(&counter.cashier, under(&request, approval)).await), "expired");
    assert_eq!(why(counter.approve(&print).await), "for_another_act", "the question is forgotten too");
    Ok(())
}

#[tokio::test]
async fn an_approval_is_of_no_use_to_a_colleague() -> Result<()> {
    let counter = shop().await?;
    let other = colleague(&counter).await?;
    let (request, print) = refused(&counter).await?;
    let approval = counter.approve(&print).await?;
    assert_eq!(why(counter.pos.discount_line(&other, under(&request, approval)).await), "for_another_act");
    let own = ask::Approve {
        command: command(),
        approver: other.operator,
        pin: "5678".to_owned(),
        fingerprint: print,
        act: "30 % off".to_owned(),
    };
    assert_eq!(code(counter.pos.approve(&counter.cashier, own).await), "STF-001", "who may not do it, may not lend it");
    Ok(())
}

#[tokio::test]
async fn a_command_that_is_sent_again_under_its_approval_does_nothing_more() -> Result<()> {
    let counter = shop().await?;
    let (request, print) = refused(&counter).await?;
    let again = under(&request, counter.approve(&print).await?);
    let first = counter.pos.discount_line(&counter.cashier, again.clone()).await?;
    let seq = counter.seq().await;
    assert_eq!(counter.pos.discount_line(&counter.cashier, again.clone()).await?, first);
    assert_eq!(counter.seq().await, seq);
    let raised = ask::DiscountLine { discount: percent(90), ..again };
    assert_eq!(code(counter.pos.discount_line(&counter.cashier, raised).await), "SYS-005", "the command was another");
    Ok(())
}

#[tokio::test]
async fn an_approval_of_one_act_covers_no_other() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    let print = fingerprint(counter.pos.reverse_last(&counter.cashier, reversal(sale.order)).await);
    let approval = Some(counter.approve(&print).await?);
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let line = ask::DiscountLine { approval, ..line_discount(&cart, 1, percent(30)) };
    assert_eq!(why(counter.pos.discount_line(&counter.cashier, line).await), "for_another_act");
    let order = ask::DiscountOrder { approval, ..order_discount(&cart, percent(30)) };
    assert_eq!(why(counter.pos.discount_order(&counter.cashier, order).await), "for_another_act");
    let other = counter.sell(&[PHONE]).await?;
    let bigger = ask::ReverseLast { approval, ..reversal(other.order) };
    assert_eq!(why(counter.pos.reverse_last(&counter.cashier, bigger).await), "for_another_act");
    Ok(())
}

#[tokio::test]
async fn an_amount_that_is_raised_after_the_approval_is_another_act() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[PHONE]).await?;
    let off = |minor| Some(contracts::Discount::Amount { amount: eur(minor) });
    let request = line_discount(&cart, 1, off(5_000));
    let print = fingerprint(counter.pos.discount_line(&counter.cashier, request.clone()).await);
    let approval = counter.approve(&print).await?;
    let raised = ask::DiscountLine { discount: off(5_001), ..under(&request, approval) };
    assert_eq!(why(counter.pos.discount_line(&counter.cashier, raised).await), "for_another_act");
    let reworded = ask::DiscountLine { reason: "for a friend".to_owned(), ..under(&request, approval) };
    assert_eq!(why(counter.pos.discount_line(&counter.cashier, reworded).await), "for_another_act");
    counter.pos.discount_line(&counter.cashier, under(&request, approval)).await?;
    Ok(())
}

#[tokio::test]
async fn what_opens_the_back_office_cannot_be_approved_in_place() -> Result<()> {
    let counter = shop().await?;
    let refusal = counter
        .pos
        .print_test(&counter.cashier, ask::PrintTest { command: command() })
        .await
        .expect_err("a cashier sets nothing up")
        .refusal();
    assert_eq!((refusal.code.as_str(), refusal.params.get("fingerprint")), ("STF-001", None));
    Ok(())
}

#[tokio::test]
async fn a_name_without_a_pin_approves_nothing() -> Result<()> {
    let counter = shop().await?;
    let (_, print) = refused(&counter).await?;
    assert_eq!(code(counter.approve_with(&print, "").await), "STF-004");
    for operator in [staff::SYSTEM, staff::REPLAY] {
        let request = ask::Approve {
            command: command(),
            approver: operator,
            pin: String::new(),
            fingerprint: print.clone(),
            act: String::new(),
        };
        assert_eq!(code(counter.pos.approve(&counter.cashier, request).await), "STF-009");
    }
    assert_eq!(facts::<OverrideGranted>(&counter.pos).await?, []);
    Ok(())
}

#[tokio::test]
async fn an_approval_once_given_is_not_given_again_for_another_pin_or_person() -> Result<()> {
    let counter = shop().await?;
    let (_, print) = refused(&counter).await?;
    let request = ask::Approve {
        command: command(),
        approver: counter.manager.operator,
        pin: MANAGER_PIN.to_owned(),
        fingerprint: print,
        act: "30 % off".to_owned(),
    };
    counter.pos.approve(&counter.cashier, request.clone()).await?;
    let by_another =
        ask::Approve { approver: counter.cashier.operator, pin: CASHIER_PIN.to_owned(), ..request.clone() };
    assert_eq!(code(counter.pos.approve(&counter.cashier, by_another).await), "SYS-005");
    let wrong = ask::Approve { pin: "000000".to_owned(), ..request };
    let _ = counter.pos.approve(&counter.cashier, wrong).await;
    assert_eq!(facts::<OverrideGranted>(&counter.pos).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn the_record_of_an_approval_is_one_plain_line() -> Result<()> {
    let counter = shop().await?;
    let (_, print) = refused(&counter).await?;
    let request = ask::Approve {
        command: command(),
        approver: counter.manager.operator,
        pin: MANAGER_PIN.to_owned(),
        fingerprint: print,
        act: format!("30 % off\n\u{202E}ffo % 03\u{0}{}", "x".repeat(1 << 20)),
    };
    counter.pos.approve(&counter.cashier, request).await?;
    let [granted] = &facts::<OverrideGranted>(&counter.pos).await?[..] else { anyhow::bail!("it is given once") };
    assert_eq!(granted.text.chars().count(), 300);
    assert!(granted.text.starts_with("30 % offffo % 03xxx"), "{}", granted.text);
    Ok(())
}

#[tokio::test]
async fn a_tender_that_grew_needs_another_approval() -> Result<()> {
    let counter = shop().await?;
    cashiers_may(&counter, vec![Grant::of(Permission::Sell)]).await?;
    let cart = counter.cart(&[PHONE]).await?;
    let part = |minor| ask::PayCard {
        command: command(),
        approval: None,
        order: cart.order,
        expected_total: cart.total,
        expected_due: None,
        amount: Some(eur(minor)),
        slip: slip(),
    };
    let (small, large) = (part(100), part(20_000));
    counter.pos.pay_card(&counter.cashier, small.clone()).await?;
    counter.pos.pay_card(&counter.cashier, large.clone()).await?;
    let give = |tender| ask::GiveBackTender {
        command: command(),
        approval: None,
        order: cart.order,
        tender,
        reason: "wrong".to_owned(),
    };
    let (small, large) = (tests::gestures::tender_of(small.command), tests::gestures::tender_of(large.command));
    let print = fingerprint(counter.pos.give_back_tender(&counter.cashier, give(small)).await);
    let approval = Some(counter.approve(&print).await?);
    let other = ask::GiveBackTender { approval, ..give(large) };
    assert_eq!(why(counter.pos.give_back_tender(&counter.cashier, other).await), "for_another_act");
    counter.pos.give_back_tender(&counter.cashier, ask::GiveBackTender { approval, ..give(small) }).await?;
    Ok(())
}

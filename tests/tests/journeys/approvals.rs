//! A second operator approves what was refused: in place, once, for exactly this act on exactly this cart.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::Result;
use kernel::{Currency, LineNumber, UnitPrice, Uuid};
use pos::api::requests as ask;
use pos::api::words::CartView;
use serde_json::{Value, json};
use staff::{
    CASHIER, DefineRole, Grant, OverrideGranted, OverrideRefused, OverrideUsed, Permission, RefusedBecause, Role,
    RoleCommand,
};
use std::fmt::Debug;
use tests::counter::{CASHIER_PIN, Counter, command, eur};
use tests::day::decide;
use tests::gestures::{code, fingerprint, line_discount, order_discount, other_price, other_total, percent};
use tests::ledger::{assert_clean, facts, number};

/// Why an approval does not hold.
#[track_caller]
fn fault<T: Debug>(result: pos::Result<T>) -> String {
    let refusal = match result {
        Ok(answer) => panic!("not refused, but: {answer:?}"),
        Err(error) => error.refusal(),
    };
    assert_eq!(refusal.code, "STF-014", "{}", refusal.text);
    refusal.params["why"].as_str().unwrap_or_default().to_owned()
}

/// The amount before a refused act, and after it.
#[track_caller]
fn amounts<T: Debug>(result: pos::Result<T>) -> (Value, Value) {
    let params = match result {
        Ok(answer) => panic!("not refused, but: {answer:?}"),
        Err(error) => error.refusal().params,
    };
    (params["from"].clone(), params["to"].clone())
}

/// The same request with an approval, as the screen sends it again.
fn approved(request: &ask::DiscountLine, approval: Uuid) -> ask::DiscountLine {
    ask::DiscountLine { command: command(), approval: Some(approval), ..request.clone() }
}

/// A cart, and 30 % off its first line, which the cashier may not give.
async fn refused(counter: &Counter) -> Result<(CartView, ask::DiscountLine, String)> {
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let request = line_discount(&cart, 1, percent(30));
    let print = fingerprint(counter.pos.discount_line(&counter.cashier, request.clone()).await);
    Ok((cart, request, print))
}

#[tokio::test]
async fn a_discount_above_the_limit_is_approved_in_place_and_both_names_are_recorded() -> Result<()> {
    let counter = shop().await?;
    let (cart, request, print) = refused(&counter).await?;
    assert_eq!(code(counter.pos.discount_line(&counter.cashier, request.clone()).await), "STF-002");
    let approval = counter.approve(&print).await?;
    let cheaper = counter.pos.discount_line(&counter.cashier, approved(&request, approval)).await?;
    assert_eq!(cheaper.total.minor, cart.total.minor - 387);

    let [used] = &facts::<OverrideUsed>(&counter.pos).await?[..] else { anyhow::bail!("it is used once") };
    assert_eq!((used.approver, used.asked_by), (counter.manager.operator, counter.cashier.operator));
    assert_eq!(used.text, "what the manager read");
    let named = format!(
        "SELECT count(*) FROM commit_record WHERE gesture = 'cart.discount_line' \
         AND lower(hex(approver)) = '{}' AND lower(hex(actor)) = '{}'",
        counter.manager.operator.0.simple(),
        counter.cashier.operator.0.simple(),
    );
    assert_eq!(number(&counter.pos, &named).await?, 1, "the commit names both");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_refused_discount_or_price_says_what_the_amount_was_and_would_be() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let (pos, who) = (&counter.pos, &counter.cashier);
    let line = pos.discount_line(who, line_discount(&cart, 1, percent(30))).await;
    assert_eq!(amounts(line), (json!(eur(1_290)), json!(eur(903))));
    let order = pos.discount_order(who, order_discount(&cart, percent(50))).await;
    assert_eq!(amounts(order), (json!(eur(2_280)), json!(eur(1_140))));
    let price = pos.override_price(who, other_price(&cart, 2, Some(UnitPrice::from_minor(500, Currency::EUR)))).await;
    assert_eq!(amounts(price), (json!(eur(990)), json!(eur(500))));
    let total = pos.override_line_total(who, other_total(&cart, 1, eur(1_000))).await;
    assert_eq!(amounts(total), (json!(eur(1_290)), json!(eur(1_000))));

    let less = pos.discount_line(who, line_discount(&cart, 1, percent(5))).await?;
    let more = pos.discount_line(who, line_discount(&less, 1, percent(20))).await;
    assert_eq!(amounts(more), (json!(eur(1_225)), json!(eur(1_032))), "from what the cart said");
    Ok(())
}

#[tokio::test]
async fn a_line_goes_by_approval_where_the_role_may_not_remove_it() -> Result<()> {
    let counter = shop().await?;
    let weaker = DefineRole { role: CASHIER, name: "cashier".to_owned(), grants: vec![Grant::of(Permission::Sell)] };
    decide::<Role>(&counter.pos, CASHIER.0, RoleCommand::Define(weaker)).await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let request = ask::VoidLine { command: command(), approval: None, order: cart.order, line: LineNumber(1) };
    let print = fingerprint(counter.pos.void_line(&counter.cashier, request.clone()).await);
    let approval = Some(counter.approve(&print).await?);
    let again = ask::VoidLine { command: command(), approval, ..request };
    let left = counter.pos.void_line(&counter.cashier, again).await?;
    assert_eq!(left.map(|cart| cart.lines.len()), Some(1));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_approval_holds_once() -> Result<()> {
    let counter = shop().await?;
    let (_, request, print) = refused(&counter).await?;
    let approval = counter.approve(&print).await?;
    counter.pos.discount_line(&counter.cashier, approved(&request, approval)).await?;
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, approved(&request, approval)).await), "used");
    Ok(())
}

#[tokio::test]
async fn an_approval_is_bound_to_the_request() -> Result<()> {
    let counter = shop().await?;
    let (cart, request, print) = refused(&counter).await?;
    let approval = counter.approve(&print).await?;
    let more = ask::DiscountLine { discount: percent(31), ..approved(&request, approval) };
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, more).await), "for_another_act");
    let other_line = ask::DiscountLine { line: kernel::LineNumber(2), ..approved(&request, approval) };
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, other_line).await), "for_another_act");
    let whole = ask::DiscountOrder { approval: Some(approval), ..order_discount(&cart, percent(30)) };
    assert_eq!(fault(counter.pos.discount_order(&counter.cashier, whole).await), "for_another_act");
    let price = Some(kernel::UnitPrice::from_minor(1, Currency::EUR));
    let price = ask::OverridePrice { approval: Some(approval), ..other_price(&cart, 1, price) };
    assert_eq!(fault(counter.pos.override_price(&counter.cashier, price).await), "for_another_act");

    counter.pos.discount_line(&counter.cashier, approved(&request, approval)).await?;
    Ok(())
}

#[tokio::test]
async fn an_approval_is_bound_to_the_cart_as_it_was() -> Result<()> {
    let counter = shop().await?;
    let (cart, request, print) = refused(&counter).await?;
    let approval = counter.approve(&print).await?;
    let other = counter.cart(&[CASE, GLASS]).await?;
    let on_other = ask::DiscountLine { order: other.order, ..approved(&request, approval) };
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, on_other).await), "for_another_act");

    counter.scan(Some(cart.order), CHARGER).await?;
    let on_changed = approved(&request, approval);
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, on_changed).await), "for_another_act");
    Ok(())
}

#[tokio::test]
async fn an_approval_ends_after_a_minute_and_when_the_clock_goes_back() -> Result<()> {
    let counter = shop().await?;
    let (_, request, print) = refused(&counter).await?;
    let late = counter.approve(&print).await?;
    counter.clock.pass_ms(60_001);
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, approved(&request, late)).await), "expired");

    let set_back = counter.approve(&print).await?;
    counter.clock.pass_ms(-1);
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, approved(&request, set_back)).await), "expired");

    counter.clock.pass_ms(1);
    let in_time = counter.approve(&print).await?;
    counter.clock.pass_ms(60_000);
    counter.pos.discount_line(&counter.cashier, approved(&request, in_time)).await?;
    Ok(())
}

#[tokio::test]
async fn a_wrong_pin_approves_nothing_and_is_recorded() -> Result<()> {
    let counter = shop().await?;
    let (_, request, print) = refused(&counter).await?;
    assert_eq!(code(counter.approve_with(&print, "000000").await), "STF-004");
    let [refused] = &facts::<OverrideRefused>(&counter.pos).await?[..] else { anyhow::bail!("it is recorded once") };
    assert_eq!((refused.approver, refused.why), (counter.manager.operator, RefusedBecause::WrongPin));
    assert_eq!(facts::<OverrideGranted>(&counter.pos).await?, []);

    let made_up = approved(&request, Uuid::now_v7());
    assert_eq!(fault(counter.pos.discount_line(&counter.cashier, made_up).await), "not_granted");
    Ok(())
}

#[tokio::test]
async fn nobody_approves_their_own_act() -> Result<()> {
    let counter = shop().await?;
    let (_, _, print) = refused(&counter).await?;
    let own = ask::Approve {
        command: command(),
        approver: counter.cashier.operator,
        pin: CASHIER_PIN.to_owned(),
        fingerprint: print,
        act: "30 % off".to_owned(),
    };
    assert_eq!(code(counter.pos.approve(&counter.cashier, own).await), "STF-001");
    let [refused] = &facts::<OverrideRefused>(&counter.pos).await?[..] else { anyhow::bail!("it is recorded once") };
    assert_eq!(refused.why, RefusedBecause::NotPermitted);
    Ok(())
}

#[tokio::test]
async fn an_act_that_nobody_asked_for_cannot_be_approved() -> Result<()> {
    let counter = shop().await?;
    assert_eq!(code(counter.approve(&"ab".repeat(32)).await), "STF-014");
    assert_eq!(code(counter.approve("no fingerprint").await), "STF-014");
    Ok(())
}

#[tokio::test]
async fn a_cashier_gives_a_placed_order_up_with_approval() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    counter.place(&cart).await?;
    let print = fingerprint(counter.cancel(&counter.cashier, cart.order).await);
    let approval = Some(counter.approve(&print).await?);
    let reason = "changed my mind".to_owned();
    let request = ask::CancelOrder { command: command(), approval, order: cart.order, reason };
    counter.pos.cancel_order(&counter.cashier, request).await?;
    assert_eq!(code(counter.scan(Some(cart.order), CASE).await), "ORD-004");
    Ok(())
}

#[tokio::test]
async fn a_cashier_gives_an_open_cart_up_alone() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    counter.cancel(&counter.cashier, cart.order).await?;
    assert_eq!(code(counter.scan(Some(cart.order), CASE).await), "ORD-004");
    Ok(())
}

#[tokio::test]
async fn only_those_who_may_are_asked_to_approve() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let print = fingerprint(counter.pos.discount_order(&counter.cashier, order_discount(&cart, percent(50))).await);
    let ask = |fingerprint: &str| ask::ListApprovers { fingerprint: fingerprint.to_owned() };
    let approvers = counter.pos.list_approvers(&counter.cashier, ask(&print)).await?;
    assert_eq!(approvers.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["Eleni D."]);
    assert!(
        counter.pos.list_approvers(&counter.manager, ask(&print)).await?.is_empty(),
        "nobody approves their own act"
    );
    assert_eq!(code(counter.pos.list_approvers(&counter.cashier, ask(&"0".repeat(64))).await), "STF-014");
    assert_eq!(code(counter.pos.list_approvers(&counter.cashier, ask("made up")).await), "STF-014");
    Ok(())
}

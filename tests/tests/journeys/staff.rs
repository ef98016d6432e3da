//! Signing on, being locked out, and taking over from somebody else.

use crate::{CASE, GLASS, shop};
use anyhow::{Context, Result};
use pos::api::requests as ask;
use pos::api::words::Scanned;
use std::sync::Arc;
use telemetry::Redacted;
use tests::counter::{CASHIER_PIN, Counter, MANAGER_PIN, MONDAY_MS, command, open, pay_cash, set_up};
use tests::gestures::{code, fingerprint, line_discount, paid, percent};
use tests::ledger::number;

const MINUTE_MS: i64 = 60_000;

#[tokio::test]
async fn six_wrong_pins_lock_one_operator_through_a_restart_and_a_clock_set_back() -> Result<()> {
    let counter = Counter::new().await?;
    for _ in 1..=4 {
        assert_eq!(code(counter.sign_on(&counter.cashier, "9999").await), "STF-004");
    }
    assert_eq!(code(counter.sign_on(&counter.cashier, "9999").await), "STF-003", "the fifth locks");
    assert_eq!(code(counter.sign_on(&counter.cashier, "9999").await), "STF-003");
    assert_eq!(code(counter.sign_on(&counter.cashier, CASHIER_PIN).await), "STF-003", "even with the right PIN");
    counter.sign_on(&counter.manager, MANAGER_PIN).await.context("nobody locks out a colleague")?;

    let counter = counter.reopen().await?;
    let clock = &counter.clock;
    let try_pin = async |pin: &str| counter.sign_on(&counter.cashier, pin).await;
    assert_eq!(code(try_pin(CASHIER_PIN).await), "STF-003", "a restart forgets nothing");
    clock.pass_ms(-24 * 60 * MINUTE_MS);
    assert_eq!(code(try_pin(CASHIER_PIN).await), "STF-003", "a clock set back opens nothing");
    clock.pass_ms(24 * 60 * MINUTE_MS + MINUTE_MS - 1);
    assert_eq!(code(try_pin(CASHIER_PIN).await), "STF-003");
    clock.pass_ms(1);
    assert_eq!(code(try_pin("9999").await), "STF-003", "the next wrong one locks at once");
    clock.pass_ms(2 * MINUTE_MS);
    try_pin(CASHIER_PIN).await?;
    assert_eq!(code(try_pin("9999").await), "STF-004", "a right PIN forgives");
    Ok(())
}

#[tokio::test]
async fn wrong_pins_at_an_approval_lock_the_approver_too() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let refused = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(50))).await;
    let print = fingerprint(refused);
    for _ in 1..=4 {
        assert_eq!(code(counter.approve_with(&print, "000000").await), "STF-004");
    }
    assert_eq!(code(counter.approve_with(&print, "000000").await), "STF-003");
    assert_eq!(code(counter.approve(&print).await), "STF-003");
    assert_eq!(code(counter.sign_on(&counter.manager, MANAGER_PIN).await), "STF-003");
    Ok(())
}

#[tokio::test]
async fn another_operator_takes_the_cart_over_and_the_journal_says_who_did_what() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    counter.pos.sign_off().await?;
    assert_eq!(code(counter.pos.session()), "POS-001");
    let manager = counter.sign_on(&counter.manager, MANAGER_PIN).await?;
    let request =
        ask::Scan { command: command(), order: Some(cart.order), code: GLASS.to_owned(), quantity_milli: None };
    let Scanned::Added { cart, .. } = counter.pos.scan(&manager, request).await? else {
        anyhow::bail!("the glass is unknown")
    };
    paid(counter.pos.pay_cash(&manager, pay_cash(&cart, None)).await?)?;
    let acts = |who: &pos::Session| {
        let actor = who.operator.0.simple().to_string();
        format!(
            "SELECT count(DISTINCT gesture) FROM commit_record WHERE lower(hex(actor)) = '{actor}' AND gesture \
                 IN ('cart.scan', 'checkout.pay_cash')"
        )
    };
    assert_eq!(number(&counter.pos, &acts(&counter.cashier)).await?, 1);
    assert_eq!(number(&counter.pos, &acts(&manager)).await?, 2);
    Ok(())
}

#[tokio::test]
async fn the_programs_own_operators_cannot_sign_on() -> Result<()> {
    let counter = Counter::new().await?;
    for operator in [staff::SYSTEM, staff::REPLAY] {
        let request = ask::SignOn { operator, pin: String::new() };
        assert_eq!(code(counter.pos.sign_on(request).await), "STF-009");
    }
    assert_eq!(code(counter.pos.built_in_session(counter.cashier.operator).await), "STF-006");
    Ok(())
}

#[tokio::test]
async fn a_pin_is_never_written_anywhere() -> Result<()> {
    const SECRETS: [&str; 3] = ["907153628410", "846190357261", "335577991122"];
    let folder = tempfile::tempdir()?;
    let clock = Arc::new(pos::SetClock::at(MONDAY_MS));
    let pos = open(folder.path(), &clock).await?;
    let mut shop = set_up("gr");
    for (operator, pin) in shop.operators.iter_mut().zip(SECRETS) {
        operator.pin = Redacted::new(pin.to_owned());
    }
    pos.set_up(shop).await?;
    let operators = pos.operators().await?;
    for (view, pin) in operators.iter().zip([SECRETS[2]; 2]) {
        assert_eq!(code(pos.sign_on(ask::SignOn { operator: view.operator, pin: pin.to_owned() }).await), "STF-004");
    }
    for view in &operators {
        let pin = SECRETS[usize::from(view.name != "Maria K.")];
        let session = pos.sign_on(ask::SignOn { operator: view.operator, pin: pin.to_owned() }).await?;
        assert!(!format!("{session:?}").contains(pin));
    }
    pos.close().await?;
    let mut files = 0;
    for entry in std::fs::read_dir(folder.path())? {
        let bytes = std::fs::read(entry?.path())?;
        files += 1;
        for secret in SECRETS {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret} was written");
        }
    }
    assert!(files >= 3, "journal, lock and pepper were read");
    Ok(())
}

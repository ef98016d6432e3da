//! Every command has a permission, and the register keeps to it.

use crate::{CASE, GLASS, cashiers_may, closed_shop};
use anyhow::{Context, Result};
use pos::api::requests as ask;
use serde_json::Value;
use staff::{Grant, Permission};
use store::settings::Look;
use tests::commands::{COMMANDS, Known, Who, gaps, give};
use tests::counter::{Counter, command, eur};
use tests::gestures::code;
use tests::ledger::number;

fn source(path: &str) -> Result<String> {
    std::fs::read_to_string(tests::project().join(path)).with_context(|| path.to_owned())
}

#[test]
fn every_command_that_is_registered_or_asked_has_a_row() -> Result<()> {
    let (handler, page) = (source("src-tauri/src/ipc/mod.rs")?, source("ui/src/lib/api.ts")?);
    assert_eq!(gaps(COMMANDS, &handler, &page), Vec::<String>::new());
    Ok(())
}

#[test]
fn a_command_without_a_row_and_a_row_without_a_command_are_found() -> Result<()> {
    let (handler, page) = (source("src-tauri/src/ipc/mod.rs")?, source("ui/src/lib/api.ts")?);
    let sneaked = handler.replace("counter::start,", "counter::start,\n        counter::give_discount,");
    assert_eq!(gaps(COMMANDS, &sneaked, &page), ["give_discount is registered and has no row"]);
    let asks = page.replace("invoke<Start>('start')", "invoke<Start>('begin')");
    assert_eq!(
        gaps(COMMANDS, &handler, &asks),
        ["begin is asked by the page and has no row", "start has a row and is not asked by the page"]
    );
    assert_eq!(gaps(&COMMANDS[1..], &handler, &page).len(), 2);
    Ok(())
}

async fn head(counter: &Counter) -> Result<Vec<u8>> {
    let head = counter.pos.store().head().await;
    let commits = number(&counter.pos, "SELECT count(*) FROM commit_record").await?;
    Ok(format!("{} {commits}", head.seq).into_bytes())
}

/// What waits for the printer, and what the shop, its people and its look are: all that is no event.
async fn beside_the_journal(counter: &Counter) -> Result<Value> {
    let settings = counter.pos.settings(&counter.manager).await?;
    Ok(serde_json::json!([settings, counter.pos.printing().await?.jobs]))
}

#[tokio::test]
async fn a_cashier_without_the_permission_is_refused_and_nothing_changes() -> Result<()> {
    let base = closed_shop().await?;
    let known = Known::make(&base.pos, &base.cashier, &base.manager, [CASE, GLASS]).await?;
    cashiers_may(&base, Vec::new()).await?;
    let (before, beside) = (head(&base).await?, beside_the_journal(&base).await?);
    for (name, who) in COMMANDS {
        let Who::Holder(permission) = who else { continue };
        let error = match give(&base.pos, &base.cashier, name, known.request(name)).await {
            Ok(answer) => anyhow::bail!("{name} was done: {answer}"),
            Err(error) => error.refusal(),
        };
        assert_eq!(error.code, "STF-001", "{name}: {}", error.text);
        assert_eq!(error.params["permission"], serde_json::json!(permission), "{name}");
        assert_eq!(head(&base).await?, before, "{name} left something in the journal");
    }
    assert_eq!(beside_the_journal(&base).await?, beside);
    Ok(())
}

#[tokio::test]
async fn the_one_permission_is_enough() -> Result<()> {
    let base = closed_shop().await?;
    let known = Known::make(&base.pos, &base.cashier, &base.manager, [CASE, GLASS]).await?;
    for (name, who) in COMMANDS {
        let Who::Holder(permission) = who else { continue };
        let counter = base.twin().await?;
        match *name {
            "open_shift" => {
                counter.close_shift(eur(0)).await?;
            }
            // The order that holds money goes back to the counter otherwise, and lets no other in.
            "resume_order" => {
                counter.pos.park_order(&counter.cashier, park(&known)).await?;
            }
            _ => {}
        }
        let mut grants = vec![Grant::of(*permission)];
        if *name == "print_shift" {
            grants.push(Grant::of(Permission::Sell));
        }
        cashiers_may(&counter, grants).await?;
        match give(&counter.pos, &counter.cashier, name, known.request(name)).await.map_err(|error| error.refusal()) {
            Ok(_) => {}
            // A placed order stays on the counter; that is a rule of orders, behind the permission.
            Err(refusal) if *name == "resume_order" && refusal.code == "ORD-002" => {}
            Err(refusal) => anyhow::bail!("{name}: {}: {}", refusal.code, refusal.text),
        }
    }
    Ok(())
}

fn park(known: &Known) -> ask::ParkOrder {
    serde_json::from_value(known.request("park_order")).expect("it is one")
}

#[tokio::test]
async fn whoever_is_signed_on_may_look_and_no_more_is_needed() -> Result<()> {
    let counter = closed_shop().await?;
    let known = Known::make(&counter.pos, &counter.cashier, &counter.manager, [CASE, GLASS]).await?;
    cashiers_may(&counter, Vec::new()).await?;
    for (name, who) in COMMANDS {
        if *who != Who::SignedOn {
            continue;
        }
        match give(&counter.pos, &counter.cashier, name, known.request(name)).await.map_err(|error| error.refusal()) {
            Ok(_) => {}
            Err(refusal) => assert_eq!(
                (*name == "approve" || *name == "list_approvers", refusal.code.as_str()),
                (true, "STF-014"),
                "{name}"
            ),
        }
    }
    assert_eq!(code(counter.pos.session()), "POS-001", "signing off was among them");
    Ok(())
}

#[tokio::test]
async fn a_register_without_anybody_says_so() -> Result<()> {
    let counter = closed_shop().await?;
    counter.pos.sign_off().await?;
    assert_eq!(code(counter.pos.session()), "POS-001");
    assert_eq!(code(counter.pos.sign_off().await), "POS-001");
    Ok(())
}

#[tokio::test]
async fn somebody_who_left_may_nothing_whatever_session_is_open() -> Result<()> {
    let counter = closed_shop().await?;
    let known = Known::make(&counter.pos, &counter.cashier, &counter.manager, [CASE, GLASS]).await?;
    let gone = ask::RemoveStaff { command: command(), operator: counter.cashier.operator };
    counter.pos.remove_staff(&counter.manager, gone).await?;
    let before = head(&counter).await?;
    for (name, who) in COMMANDS {
        if matches!(who, Who::Holder(_)) || *name == "change_look" {
            let refused = give(&counter.pos, &counter.cashier, name, known.request(name)).await;
            assert_eq!(code(refused), "STF-006", "{name}");
        }
    }
    assert_eq!(head(&counter).await?, before);
    Ok(())
}

#[tokio::test]
async fn a_cashier_sees_their_own_shift_and_no_other() -> Result<()> {
    let counter = closed_shop().await?;
    let shift = counter.open_shift(10_000).await?.shift;
    counter.close_shift(eur(10_000)).await?;
    assert_eq!(counter.pos.find_shift(&counter.cashier, ask::FindShift { shift }).await?.shift, shift);
    let float = eur(0);
    let others = counter.pos.open_shift(&counter.manager, ask::OpenShift { command: command(), float }).await?.shift;
    let count = ask::CloseShift { command: command(), counted: float, pieces: Vec::new() };
    counter.pos.close_shift(&counter.manager, count).await?;
    assert_eq!(code(counter.pos.find_shift(&counter.cashier, ask::FindShift { shift: others }).await), "STF-001");
    let print = ask::PrintShift { command: command(), shift: others };
    assert_eq!(code(counter.pos.print_shift(&counter.cashier, print).await), "STF-001");
    assert_eq!(counter.pos.find_shift(&counter.manager, ask::FindShift { shift }).await?.shift, shift);
    Ok(())
}

#[tokio::test]
async fn a_cashier_cannot_stop_the_register_from_locking_itself() -> Result<()> {
    let counter = closed_shop().await?;
    let change = |look: Look| ask::ChangeLook { command: command(), look };
    let locks = Look { lock_after_minutes: Some(1), ..Look::default() };
    counter.pos.change_look(&counter.manager, change(locks.clone())).await?;
    let never = change(Look { lock_after_minutes: None, ..locks.clone() });
    assert_eq!(code(counter.pos.change_look(&counter.cashier, never).await), "STF-001");
    counter.pos.change_look(&counter.cashier, change(Look { sounds: false, ..locks })).await?;
    Ok(())
}

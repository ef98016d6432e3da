//! People come, forget their PIN, and go.

use crate::{CASE, shop};
use anyhow::{Context, Result};
use pos::api::requests as ask;
use tests::counter::{CASHIER_PIN, Counter, command};
use tests::gestures::code;
use tests::ledger::{assert_clean, number};

fn add(name: &str, role: &str, pin: &str) -> ask::AddStaff {
    ask::AddStaff { command: command(), name: name.to_owned(), role: role.to_owned(), pin: pin.to_owned() }
}

fn remove(
    counter: &Counter,
    who: kernel::OperatorId,
) -> impl Future<Output = pos::Result<pos::api::words::SettingsView>> {
    let request = ask::RemoveStaff { command: command(), operator: who };
    let (pos, manager) = (counter.pos.clone(), counter.manager.clone());
    async move { pos.remove_staff(&manager, request).await }
}

#[tokio::test]
async fn somebody_new_signs_on_and_sells() -> Result<()> {
    let counter = shop().await?;
    let request = add(" Νίκος Α. ", "cashier", "4455");
    let view = counter.pos.add_staff(&counter.manager, request.clone()).await?;
    assert_eq!(counter.pos.add_staff(&counter.manager, request).await?, view, "a double tap adds one");
    let nikos = view.staff.iter().find(|person| person.name == "Νίκος Α.").context("he is listed")?;
    assert_eq!((nikos.role.as_str(), nikos.active, view.staff.len()), ("cashier", true, 3));
    let session = counter.pos.sign_on(ask::SignOn { operator: nikos.operator, pin: "4455".to_owned() }).await?;
    assert_eq!(session.role.name, "cashier");
    counter.sell(&[CASE]).await?;
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_leaves_nothing() -> Result<()> {
    let counter = shop().await?;
    let secrets = number(&counter.pos, "SELECT count(*) FROM secret").await?;
    let refused = async |request| code(counter.pos.add_staff(&counter.manager, request).await);
    assert_eq!(refused(add(" ", "cashier", "4455")).await, "STF-005");
    assert_eq!(refused(add("Nikos", "cashier", "445")).await, "STF-008");
    assert_eq!(refused(add("Nikos", "cashier", "44a5")).await, "STF-008");
    assert_eq!(refused(add("Nikos", "manager", "4455")).await, "STF-008");
    for role in ["owner", "system", "replay"] {
        assert_eq!(refused(add("Nikos", role, "445566")).await, "STF-011", "{role}");
    }
    let asked = counter.pos.add_staff(&counter.cashier, add("Nikos", "manager", "445566")).await;
    assert_eq!(code(asked), "STF-001");
    assert_eq!(number(&counter.pos, "SELECT count(*) FROM secret").await?, secrets);
    assert_eq!(counter.pos.settings(&counter.manager).await?.staff.len(), 2);
    Ok(())
}

#[tokio::test]
async fn a_new_pin_ends_the_old_one_and_a_lock() -> Result<()> {
    let counter = shop().await?;
    for _ in 0..5 {
        assert!(counter.sign_on(&counter.cashier, "9999").await.is_err());
    }
    let operator = counter.cashier.operator;
    let change = |pin: &str| ask::ChangeStaffPin { command: command(), operator, pin: pin.to_owned() };
    assert_eq!(code(counter.pos.change_staff_pin(&counter.cashier, change("8642")).await), "STF-001");
    assert_eq!(code(counter.pos.change_staff_pin(&counter.manager, change("86")).await), "STF-008");
    counter.pos.change_staff_pin(&counter.manager, change("8642")).await?;
    assert_eq!(code(counter.sign_on(&counter.cashier, CASHIER_PIN).await), "STF-004");
    counter.sign_on(&counter.cashier, "8642").await?;
    let system = ask::ChangeStaffPin { operator: staff::SYSTEM, ..change("864200") };
    assert_eq!(code(counter.pos.change_staff_pin(&counter.manager, system).await), "STF-009");
    Ok(())
}

#[tokio::test]
async fn who_leaves_signs_on_no_more_and_somebody_stays_who_may_edit_staff() -> Result<()> {
    let counter = shop().await?;
    counter.sell(&[CASE]).await?;
    let cashier = counter.cashier.operator;
    let view = remove(&counter, cashier).await?;
    assert!(view.staff.iter().any(|person| person.operator == cashier && !person.active), "past acts keep their name");
    assert_eq!(code(counter.sign_on(&counter.cashier, CASHIER_PIN).await), "STF-006");
    assert_eq!(code(counter.scan(None, CASE).await), "STF-006", "an open session ends at once");
    assert_eq!(counter.pos.operators().await?.len(), 1);

    assert_eq!(code(remove(&counter, counter.manager.operator).await), "STF-013");
    assert_eq!(code(remove(&counter, staff::SYSTEM).await), "STF-009");
    counter.pos.add_staff(&counter.manager, add("Nikos", "manager", "445566")).await?;
    counter.sign_on(&counter.manager, tests::counter::MANAGER_PIN).await?;
    remove(&counter, counter.manager.operator).await?;
    assert_eq!(code(counter.pos.session()), "POS-001", "who removes themselves is signed off");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn no_pin_is_written_or_hashed_in_clear() -> Result<()> {
    let counter = shop().await?;
    let pins = ["907153628411", "846190357262"];
    let view = counter.pos.add_staff(&counter.manager, add("Nikos", "manager", pins[0])).await?;
    let nikos = view.staff.iter().find(|person| person.name == "Nikos").context("he is listed")?.operator;
    let change = ask::ChangeStaffPin { command: command(), operator: nikos, pin: pins[1].to_owned() };
    counter.pos.change_staff_pin(&counter.manager, change).await?;
    counter
        .with_closed(async |folder| {
            for entry in std::fs::read_dir(folder)? {
                let bytes = std::fs::read(entry?.path())?;
                for pin in pins {
                    assert!(!bytes.windows(pin.len()).any(|window| window == pin.as_bytes()), "{pin} was written");
                }
            }
            Ok(())
        })
        .await?;
    Ok(())
}

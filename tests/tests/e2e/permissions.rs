//! Every command through the window's own door: before anybody has signed on, and as a cashier.

use crate::support::{CASHIER, Demo, MANAGER};
use anyhow::{Context, Result};
use pos::api::requests as ask;
use pos::{Pos, Session};
use serde_json::{Value, json};
use staff::Permission;
use tests::commands::{COMMANDS, Known, Who};
use tests::ledger::{happened_after, number};
use tests::window::Window;

/// Gives commands one after the other, as a script in the page can, and says what came of each.
const GIVE: &str = "\
const [asks, done] = arguments;
const { invoke } = window.__TAURI_INTERNALS__;
(async () => {
  const answers = [];
  for (const [name, request] of asks) {
    try {
      await invoke(name, request === null ? {} : { request });
      answers.push('done');
    } catch (error) {
      answers.push(error?.code ?? String(error));
    }
  }
  done(answers);
})();";

async fn give(window: &Window, asks: Vec<(&str, Value)>) -> Result<Vec<(String, String)>> {
    let names: Vec<String> = asks.iter().map(|(name, _)| (*name).to_owned()).collect();
    let answers: Vec<String> = serde_json::from_value(window.run(GIVE, &[json!(asks)]).await?)?;
    Ok(names.into_iter().zip(answers).collect())
}

async fn sign_on(pos: &Pos, (name, pin): (&str, &str)) -> Result<Session> {
    let operators = pos.operators().await?;
    let found = operators.iter().find(|view| view.name == name).context("the demo has them")?;
    Ok(pos.sign_on(ask::SignOn { operator: found.operator, pin: pin.to_owned() }).await?)
}

/// A demo shop in which every command has something to do, and where its journal ended.
async fn prepared() -> Result<(Demo, Known, Session, i64)> {
    let mut prepared = None;
    let demo = Demo::with(async |pos, _| {
        let (manager, cashier) = (sign_on(pos, MANAGER).await?, sign_on(pos, CASHIER).await?);
        let page = pos.search(ask::Search { text: String::new(), offset: 0 }).await?;
        let cheap = page.products.iter().filter(|product| product.price.is_some_and(|price| price.minor < 10_000));
        let codes: Vec<String> = cheap.filter_map(|product| product.barcode.clone()).take(2).collect();
        let [first, second] = &codes[..] else { anyhow::bail!("the demo sells little") };
        let known = Known::make(pos, &cashier, &manager, [first, second]).await?;
        let end = number(pos, "SELECT max(position) FROM event").await?;
        prepared = Some((known, cashier, end));
        Ok(())
    })
    .await?;
    let (known, cashier, end) = prepared.context("it was prepared")?;
    Ok((demo, known, cashier, end))
}

fn held_by_cashiers(permission: Permission) -> bool {
    let roles = staff::built_in_roles();
    let cashier = roles.iter().find(|role| role.role == staff::CASHIER).expect("it is built in");
    cashier.grants.iter().any(|grant| grant.permission == permission)
}

/// After nothing but refusals the journal tells of PINs and of nothing else.
async fn assert_nothing_happened(demo: &Demo, window: Window, end: i64) -> Result<()> {
    window.close().await?;
    let pos = demo.after_the_window().await?;
    let happened = happened_after(&pos, end).await?;
    assert!(happened.iter().all(|name| name.starts_with("staff.sign_on.")), "{happened:?}");
    Ok(())
}

#[tokio::test]
async fn before_anybody_has_signed_on_the_window_gives_nothing_away() -> Result<()> {
    let (demo, known, _, end) = prepared().await?;
    let window = Window::open(demo.folder()).await?;
    window.text_with("body", CASHIER.0).await?;
    let asks = COMMANDS.iter().map(|(name, _)| (*name, known.request(name))).collect();
    let answers = give(&window, asks).await?;
    for ((name, answer), (_, who)) in answers.iter().zip(COMMANDS) {
        let wanted = match (*who, name.as_str()) {
            (Who::Anybody, "sign_on") => "STF-004",
            (Who::Anybody, "recover") => "STF-015",
            (Who::Anybody, _) => "done",
            (Who::FirstRun, _) => "POS-004",
            (Who::SignedOn | Who::Holder(_), _) => "POS-001",
        };
        assert_eq!(answer, wanted, "{name}");
    }
    assert_nothing_happened(&demo, window, end).await
}

#[tokio::test]
async fn a_cashier_at_the_windows_own_door_is_refused_what_the_role_does_not_hold() -> Result<()> {
    let (demo, known, cashier, end) = prepared().await?;
    let window = Window::open(demo.folder()).await?;
    window.text_with("body", CASHIER.0).await?;
    let pin = json!({ "operator": cashier.operator, "pin": CASHIER.1 });
    assert_eq!(give(&window, vec![("sign_on", pin)]).await?[0].1, "done");

    let limited = [("discount_line", "STF-002"), ("discount_order", "STF-002")];
    let refused = COMMANDS.iter().filter_map(|(name, who)| match who {
        Who::Holder(permission) if !held_by_cashiers(*permission) => Some((*name, "STF-001")),
        Who::FirstRun => Some((*name, "POS-004")),
        Who::Holder(_) | Who::Anybody | Who::SignedOn => None,
    });
    let wanted: Vec<(&str, &str)> = limited.into_iter().chain(refused).collect();
    assert!(wanted.len() > 12, "{wanted:?}");
    let asks = wanted.iter().map(|(name, _)| (*name, known.request(name))).collect();
    for ((name, answer), (_, code)) in give(&window, asks).await?.iter().zip(&wanted) {
        assert_eq!(answer, code, "{name}");
    }
    let unknown =
        give(&window, vec![("give_discount", json!({})), ("verify", json!({})), ("backup", json!({}))]).await?;
    assert!(unknown.iter().all(|(_, answer)| answer.contains("not found")), "{unknown:?}");
    let huge = "1".repeat(4 << 20);
    let rubbish = ["\u{661}\u{662}\u{663}\u{664}", "1234\0", &huge].map(|pin| {
        (
            "approve",
            json!({ "command": uuid::Uuid::now_v7(), "approver": cashier.operator, "pin": pin,
            "fingerprint": "0".repeat(64), "act": "" }),
        )
    });
    let answers = give(&window, rubbish.to_vec()).await?;
    assert!(answers.iter().all(|(_, answer)| answer == "STF-014"), "{answers:?}");
    assert_nothing_happened(&demo, window, end).await
}

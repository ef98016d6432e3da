//! Requests of the window, bent in every way: the answer is an answer or a refusal with a known code.

use crate::ask::COMMANDS;
use crate::asking::{Known, asked, sells_on, shop};
use crate::check;
use crate::hostile::{Harm, harm, hurt};
use anyhow::{Result, ensure};
use proptest::prelude::*;
use serde_json::Value;
use tests::counter::Counter;

/// A wrong PIN costs a tenth of a second: these are asked less often.
const SLOW: &[&str] = &["sign_on", "approve", "recover", "add_staff", "change_staff_pin", "set_up_shop"];

/// One request: which command, and what is done to a good request for it.
#[derive(Debug, Clone)]
struct Bent {
    command: &'static str,
    harms: Vec<(usize, Harm)>,
}

fn bent() -> impl Strategy<Value = Bent> {
    let quick: Vec<&str> = COMMANDS.iter().copied().filter(|name| !SLOW.contains(name)).collect();
    let command = prop_oneof![14 => prop::sample::select(quick), 1 => prop::sample::select(SLOW.to_vec())];
    (command, prop::collection::vec((0_usize..64, harm()), 0..4)).prop_map(|(command, harms)| Bent { command, harms })
}

/// The shop is made once; each sequence has a copy of it.
fn template() -> (tokio::runtime::Runtime, Counter) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let shop = runtime.block_on(shop()).expect("a shop opens");
    (runtime, shop)
}

#[test]
fn no_bent_request_breaks_anything() {
    let (_runtime, template) = template();
    check(60, &prop::collection::vec(bent(), 1..40), async |requests| {
        let counter = template.twin().await?;
        let pin = tests::counter::MANAGER_PIN.to_owned();
        counter.pos.sign_on(pos::api::requests::SignOn { operator: counter.manager.operator, pin }).await?;
        let known = Known::of(&counter).await?;
        for Bent { command, harms } in requests {
            let mut request = known.request(command);
            for (place, harm) in &harms {
                hurt(&mut request, *place, harm, &known.ids);
            }
            asked(&counter, command, request).await.map(drop)?;
        }
        sells_on(&counter).await
    });
}

/// A good request of every command is taken, or refused for the shop's reasons: the table is not itself rubbish.
#[tokio::test]
async fn good_requests_parse() -> Result<()> {
    let counter = shop().await?;
    let known = Known::of(&counter).await?;
    for command in COMMANDS {
        let counter = counter.twin().await?;
        let pin = tests::counter::MANAGER_PIN.to_owned();
        counter.pos.sign_on(pos::api::requests::SignOn { operator: counter.manager.operator, pin }).await?;
        if let Err(refusal) = asked(&counter, command, known.request(command)).await? {
            ensure!(refusal.code != "POS-016", "{command}: {refusal:?}");
        }
    }
    Ok(())
}

/// Texts that are kept because something once stumbled over their like.
#[tokio::test]
async fn kept_rubbish_is_refused_by_every_command() -> Result<()> {
    let counter = shop().await?;
    let pin = tests::counter::MANAGER_PIN.to_owned();
    counter.pos.sign_on(pos::api::requests::SignOn { operator: counter.manager.operator, pin }).await?;
    let folder = tests::project().join("tests/fixtures/fuzz/json");
    let mut files = 0;
    for entry in std::fs::read_dir(&folder)? {
        files += 1;
        // What is no JSON never reaches a command.
        let Ok(request) = serde_json::from_slice::<Value>(&std::fs::read(entry?.path())?) else { continue };
        for command in COMMANDS.iter().filter(|name| !["start", "sign_off", "settings"].contains(name)) {
            let taken = asked(&counter, command, request.clone()).await?.is_ok();
            ensure!(!taken || command.starts_with("list_"), "{command} took {request}");
        }
    }
    ensure!(files >= 10, "the kept rubbish is gone: {files} files");
    sells_on(&counter).await
}

/// Found by trying: a key of 100,000 letters was told again in full.
#[tokio::test]
async fn a_key_that_is_none_is_told_in_short() -> Result<()> {
    let counter = shop().await?;
    let pin = tests::counter::MANAGER_PIN.to_owned();
    counter.pos.sign_on(pos::api::requests::SignOn { operator: counter.manager.operator, pin }).await?;
    let mut request = Known::of(&counter).await?.request("change_look");
    request["look"]["keys"] = serde_json::json!({ "pay_card": "x".repeat(100_000) });
    let refused = asked(&counter, "change_look", request).await?;
    let told = refused.err().map(|refusal| (refusal.code, refusal.text.len() < 200));
    ensure!(told == Some(("SHO-014".to_owned(), true)), "{told:?}");
    Ok(())
}

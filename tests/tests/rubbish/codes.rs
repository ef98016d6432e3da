//! Whatever a scanner sends: a line, a code that waits for somebody, a receipt, or a refusal.

use crate::asking::{CASE, PHONE, sells_on, shop};
use crate::check;
use anyhow::{Result, ensure};
use pos::api::words::Scanned;
use proptest::prelude::*;
use tests::counter::Counter;

fn code() -> impl Strategy<Value = String> {
    let known = vec![
        CASE.to_owned(),
        PHONE.to_owned(),
        format!(" {CASE}\r\n"),
        format!("0{CASE}"),
        CASE.chars().rev().collect(),
        "]C10109501101020917310300019517251231".to_owned(),
        "0109501101020917\u{1d}10ABC\u{1d}21XYZ".to_owned(),
        "https://id.gs1.org/01/09521234543213/10/ABC123?15=260101".to_owned(),
        "\0".to_owned(),
        "\u{202e}7100200000092".to_owned(),
        "٢٩٠٠٠٠٠٠٢٠٠١٦".to_owned(),
        "２９００００００２００１６".to_owned(),
        "👩‍👩‍👧".to_owned(),
        "A-1".to_owned(),
        "a-1".to_owned(),
        "%".to_owned(),
        "_____________".to_owned(),
        "' OR 1=1 --".to_owned(),
        "9".repeat(10_000),
        "\u{301}".repeat(500),
    ];
    prop_oneof![
        3 => prop::sample::select(known),
        2 => any::<String>(),
        2 => "[0-9]{1,20}",
        1 => "[ -~]{1,140}",
        1 => (0_usize..10_000).prop_map(|length| "7".repeat(length)),
    ]
}

#[test]
fn any_code_is_a_line_a_question_or_a_refusal() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let template = runtime.block_on(shop()).expect("a shop opens");
    check(30, &prop::collection::vec(code(), 1..40), async |codes| {
        let counter = template.twin().await?;
        for code in codes {
            scanned(&counter, &code).await?;
        }
        sells_on(&counter).await
    });
}

async fn scanned(counter: &Counter, code: &str) -> Result<()> {
    let before = counter.pos.store().head().await;
    match counter.scan(None, code).await {
        Ok(Scanned::Added { cart, line }) => {
            let added = cart.lines.iter().find(|added| added.line == line);
            let ours = added.is_some_and(|added| ["CASE", "PHONE"].contains(&added.sku.as_str()));
            ensure!(ours && code.chars().count() < 30, "{code:?} became {added:?}");
        }
        Ok(Scanned::Unknown { cart, code: told }) => {
            ensure!(told == code.trim() && cart.unknown.iter().any(|known| known.code == told), "{code:?}: {cart:?}");
        }
        Ok(Scanned::Receipt { .. }) => ensure!(code.eq_ignore_ascii_case("A-1"), "{code:?} is a receipt"),
        Err(error) => {
            let told = error.refusal();
            ensure!(["POS-010", "ORD-012", "ORD-022"].contains(&told.code.as_str()), "{code:?}: {told:?}");
            ensure!(counter.pos.store().head().await == before, "{code:?} was refused, and recorded");
        }
    }
    Ok(())
}

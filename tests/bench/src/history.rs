//! A sale in a journal with a long history, in turns with one in an empty journal.

use crate::measure::{Times, ms, ratio};
use crate::report::{Report, hundredths};
use crate::sale::cart;
use crate::shop::{Shop, with_products};
use anyhow::Result;
use eventing::{Begun, Durability, Gesture, Need};
use inventory::stock::Command;
use inventory::{ReceiveStock, Stock};
use kernel::{ProductId, Quantity, Uuid};
use std::time::Instant;

const RATIO_BUDGET: u64 = 140;

/// Products of both shops.
const PRODUCTS: u32 = 2_000;

/// Events of one commit while the history is made.
const EVENTS_A_COMMIT: u32 = 4_000;

/// Streams that the history is spread over.
const STREAMS: u32 = 100_000;

/// Puts the row of the long history into the report.
pub async fn measure(report: &mut Report, events: u32, rounds: u32) -> Result<()> {
    let (empty, full) = (with_products(PRODUCTS).await?, with_products(PRODUCTS).await?);
    fill(&full, events).await?;
    let (mut in_empty, mut in_full) = (Times::default(), Times::default());
    for round in 0..rounds {
        let (a, b) = (cart(&empty, round).await?, cart(&full, round).await?);
        in_empty.time(empty.counter.pay_cash(&a, None)).await?;
        in_full.time(full.counter.pay_cash(&b, None)).await?;
        if round % 100 == 99 {
            empty.counter.pos.store().checkpoint().await?;
            full.counter.pos.store().checkpoint().await?;
        }
    }
    let found = ratio(in_full.p50(), in_empty.p50());
    report.ratio(
        "the same sale after a long history ÷ in an empty journal, p50",
        format!("{} ({} µs ÷ {} µs, {events} events)", hundredths(found), in_full.p50(), in_empty.p50()),
        format!("≤ {}", hundredths(RATIO_BUDGET)),
        found <= RATIO_BUDGET,
    );
    after_a_power_cut(report, full).await
}

/// What a start checks when the last stop was not clean, and what a start after a clean stop takes.
async fn after_a_power_cut(report: &mut Report, shop: Shop) -> Result<()> {
    let begin = Instant::now();
    let counter = shop.counter.reopen().await?;
    let unclean = ms(begin);
    let begin = Instant::now();
    let mut reader = counter.pos.store().reader().await?;
    sqlx::query("PRAGMA quick_check(5)").fetch_all(&mut *reader).await?;
    let pages = ms(begin);
    drop(reader);
    let begin = Instant::now();
    let verified = counter.pos.store().verify().await?;
    let chain = ms(begin);
    report.absolute(
        "start after a power cut, with every check",
        format!("{unclean} ms (pages {pages} ms, chain {chain} ms, {} events)", verified.events),
        "told while it goes on".to_owned(),
    );
    Ok(())
}

/// Receives stock of products that nobody sells, so that only the journal and its indexes grow.
async fn fill(shop: &Shop, events: u32) -> Result<()> {
    let mut written = 0;
    while written < events {
        let count = EVENTS_A_COMMIT.min(events - written);
        let at = eventing::testing::moment();
        let command = kernel::CommandId(Uuid::now_v7());
        let gesture = Gesture {
            name: "bench.fill",
            at: kernel::Moment { command, actor: staff::SYSTEM, ..at },
            durability: Durability::Normal,
            fingerprint: [0; 32],
        };
        let Begun::Fresh(mut txn) = shop.counter.pos.store().begin(gesture).await? else { continue };
        let products: Vec<ProductId> =
            (written..written + count).map(|n| ProductId(Uuid::from_u128(u128::from(n % STREAMS) + 1))).collect();
        txn.prefetch(products.iter().map(|product| Need::stream::<Stock>(product.0)).collect()).await?;
        for product in products {
            let receive = ReceiveStock { product, quantity: Quantity::each(1), note: "history".to_owned() };
            let done = txn.run::<Stock>(product.0, Command::ReceiveStock(receive)).await?;
            done.map_err(|refused| anyhow::anyhow!("{refused}"))?;
        }
        txn.commit(&()).await?;
        written += count;
        shop.counter.pos.store().checkpoint().await?;
    }
    Ok(())
}

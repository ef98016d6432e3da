//! Selling never waits for the authority, and the authority never gets a document twice.

use crate::{CASE, GLASS, shop};
use ::fiscal::scripted::{ScriptedAdapter, Step};
use ::fiscal::series::Command;
use ::fiscal::{ChooseAdapter, DocumentState, FiscalAdapter, ReceiptSeries};
use anyhow::{Context, Result};
use pos::Pos;
use pos::effects::FiscalWorker;
use std::sync::Arc;
use tests::counter::Counter;
use tests::day::decide;
use tests::ledger::assert_clean;

/// Longer than the longest wait between two tries.
const LATER_MS: i64 = 600_000;

/// A shop whose documents go to an authority that follows a script.
async fn submitting(script: &[Step]) -> Result<(Counter, Arc<ScriptedAdapter>)> {
    let counter = shop().await?;
    let adapter = Arc::new(ScriptedAdapter::new(script.iter().cloned()));
    let choose = ChooseAdapter { adapter: adapter.name().to_owned(), submits: adapter.submits() };
    decide::<ReceiptSeries>(&counter.pos, ReceiptSeries::STREAM, Command::ChooseAdapter(choose)).await?;
    Ok((counter, adapter))
}

/// Where the documents stand, oldest first.
async fn states(pos: &Pos) -> Result<Vec<(String, DocumentState)>> {
    let mut reader = pos.store().reader().await?;
    let mut rows = ::fiscal::list_recent(&mut reader, 100).await?;
    rows.reverse();
    Ok(rows.into_iter().map(|row| (row.document_number, row.state)).collect())
}

/// The worker tries until nothing is due, the clock going on between the tries.
async fn drain(counter: &Counter, adapter: &Arc<ScriptedAdapter>) -> Result<()> {
    let worker = FiscalWorker::new(counter.pos.clone(), Arc::clone(adapter) as Arc<dyn FiscalAdapter>);
    for _ in 0..10 {
        worker.drain().await?;
        counter.clock.pass_ms(LATER_MS);
    }
    Ok(())
}

#[tokio::test]
async fn a_sale_is_done_before_the_authority_has_seen_it() -> Result<()> {
    let (counter, adapter) = submitting(&[]).await?;
    let sale = counter.sell(&[CASE]).await?;
    assert_eq!((sale.number.as_str(), adapter.arrived().len()), ("A-1", 0));
    assert_eq!(states(&counter.pos).await?, [("A-1".to_owned(), DocumentState::Issued)]);
    counter.reverse(&sale).await?;
    drain(&counter, &adapter).await?;
    assert_eq!(
        states(&counter.pos).await?,
        [("A-1".to_owned(), DocumentState::Accepted), ("R-1".to_owned(), DocumentState::Accepted)]
    );
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_answer_that_got_lost_is_asked_for_and_the_document_is_not_sent_again() -> Result<()> {
    let (counter, adapter) = submitting(&[Step::Unreachable, Step::Forget, Step::Lose]).await?;
    counter.sell(&[CASE]).await?;
    counter.sell(&[GLASS]).await?;
    let counter = counter.reopen().await?;
    drain(&counter, &adapter).await?;
    let arrived = adapter.arrived();
    assert_eq!(arrived.len(), 2, "each document arrived once: {arrived:?}");
    assert_ne!(arrived[0], arrived[1]);
    assert!(states(&counter.pos).await?.iter().all(|(_, state)| *state == DocumentState::Accepted));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_refused_document_waits_for_a_person_and_holds_up_nobody() -> Result<()> {
    let (counter, adapter) = submitting(&[Step::Refuse("bad tax id")]).await?;
    let refused = counter.sell(&[CASE]).await?;
    counter.sell(&[GLASS]).await?;
    drain(&counter, &adapter).await?;
    let states = states(&counter.pos).await?;
    assert_eq!(
        states.iter().map(|(_, state)| *state).collect::<Vec<_>>(),
        [DocumentState::Rejected, DocumentState::Accepted]
    );
    let mut reader = counter.pos.store().reader().await?;
    let document = ::fiscal::find_by_order(&mut reader, refused.order, contracts::DocumentType::Sale).await?;
    assert_eq!(document.context("it has a row")?.why.as_deref(), Some("bad tax id"));
    Ok(())
}

//! Paper never keeps a customer waiting: a job is queued with the sale, and whatever the printer does is said.

use crate::{CASE, GLASS, shop};
use anyhow::{Result, ensure};
use devices::fakes::Manner;
use pos::api::requests as ask;
use pos::api::words::PrintState::{Printed, Printing, Unknown, Waiting};
use pos::api::words::PrinterTrouble::{BrokeOff, CoverOpen, Hangs, NoPaper, NotThere};
use pos::effects::Rest;
use store::settings::{PrinterConnection, PrinterSettings};
use tests::counter::{Counter, command};
use tests::gestures::code;
use tests::ledger::assert_clean;
use tests::paper::{next, on_port};

/// Longer than the longest wait between two tries.
const LATER_MS: i64 = 60_000;

fn copy_of(sale: &pos::api::words::SaleView) -> ask::PrintCopy {
    ask::PrintCopy { command: command(), document: sale.document }
}

async fn again(counter: &Counter, number: &str) -> Result<()> {
    let job = counter.job(number).await?.job;
    Ok(counter.pos.print_again(&counter.cashier, ask::PrintAgain { command: command(), job }).await?)
}

fn state(number: &str, state: pos::api::words::PrintState) -> (String, pos::api::words::PrintState) {
    (number.to_owned(), state)
}

/// What became of every job, oldest first.
async fn states(counter: &Counter) -> Result<Vec<(String, pos::api::words::PrintState)>> {
    Ok(counter.jobs().await?.into_iter().map(|(number, state, _)| (number, state)).collect())
}

#[tokio::test]
async fn every_sale_and_its_mirror_is_printed_once_and_opens_the_drawer_once() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Answers).await?;
    let sale = counter.sell(&[CASE]).await?;
    counter.reverse(&sale).await?;
    assert_eq!(states(&counter).await?, [state("A-1", Waiting), state("R-1", Waiting)]);
    let worker = counter.print_worker();
    assert_eq!(worker.drain().await?, Rest::Idle);
    assert_eq!(worker.drain().await?, Rest::Idle);
    for number in ["A-1", "R-1"] {
        let sheet = next(&mut printer).await?;
        assert!(sheet.says(number), "{:?}", sheet.lines);
        assert_eq!(sheet.kicks, 1, "cash moved");
    }
    assert_eq!(states(&counter).await?, [state("A-1", Printed), state("R-1", Printed)]);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_card_opens_no_drawer_and_cash_opens_it_without_paper_too() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Answers).await?;
    let cart = counter.cart(&[CASE]).await?;
    counter.pay_card(&cart, None).await?;
    counter.print_worker().drain().await?;
    assert_eq!(next(&mut printer).await?.kicks, 0);

    counter.use_printer(PrinterSettings { automatic: false, ..on_port(printer.port()) }).await?;
    let sale = counter.sell(&[GLASS]).await?;
    counter.print_worker().drain().await?;
    assert_eq!(printer.next_job().await, devices::escpos::DRAWER_KICK);
    assert_eq!(states(&counter).await?, [state("A-1", Printed)], "a drawer is no paper");

    // Nothing came out for it yet, so this is the original.
    counter.pos.print_copy(&counter.cashier, copy_of(&sale)).await?;
    counter.print_worker().drain().await?;
    let sheet = next(&mut printer).await?;
    assert!(sheet.says("A-2") && !sheet.says("ΑΝΤΙΓΡΑΦΟ") && sheet.kicks == 0, "{:?}", sheet.lines);
    Ok(())
}

#[tokio::test]
async fn a_drawer_does_not_open_when_nobody_stands_there_any_more() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Answers).await?;
    counter.sell(&[CASE]).await?;
    counter.clock.pass_ms(LATER_MS);
    counter.print_worker().drain().await?;
    let sheet = next(&mut printer).await?;
    assert!(sheet.says("A-1") && sheet.kicks == 0);
    Ok(())
}

#[tokio::test]
async fn what_was_queued_before_a_restart_is_printed_after_it() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Answers).await?;
    counter.sell(&[CASE]).await?;
    let counter = counter.reopen().await?;
    let worker = counter.print_worker();
    worker.begin().await?;
    worker.drain().await?;
    assert!(next(&mut printer).await?.says("A-1"));
    assert_eq!(states(&counter).await?, [state("A-1", Printed)]);
    Ok(())
}

#[tokio::test]
async fn a_stop_while_the_paper_is_on_its_way_leaves_it_unknown_and_prints_it_not_again() -> Result<()> {
    let counter = shop().await?;
    let printer = counter.printer(Manner::Hangs).await?;
    counter.sell(&[CASE]).await?;
    let worker = pos::effects::PrintWorker::new(counter.pos.clone());
    let work = tokio::spawn(async move { worker.drain().await });
    let mut seen = 0;
    while states(&counter).await? != [state("A-1", Printing)] {
        seen = counter.pos.watch_printing(ask::WatchPrinting { seen }).await?.version;
    }
    work.abort();
    ensure!(work.await.is_err(), "the worker was stopped");

    let counter = counter.reopen().await?;
    let worker = counter.print_worker();
    worker.begin().await?;
    printer.change(Manner::Answers);
    assert_eq!(worker.drain().await?, Rest::Idle);
    assert_eq!(counter.jobs().await?, [("A-1".to_owned(), Unknown, None)]);
    Ok(())
}

#[tokio::test]
async fn a_copy_is_marked_and_counted_for_the_document_and_the_shift() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Answers).await?;
    let sale = counter.sell(&[CASE]).await?;
    let worker = counter.print_worker();
    worker.drain().await?;
    let request = copy_of(&sale);
    for request in [request.clone(), request, copy_of(&sale)] {
        counter.pos.print_copy(&counter.cashier, request).await?;
    }
    worker.drain().await?;
    let original = next(&mut printer).await?;
    assert!(!original.says("ΑΝΤΙΓΡΑΦΟ"));
    for mark in ["ΑΝΤΙΓΡΑΦΟ 1", "ΑΝΤΙΓΡΑΦΟ 2"] {
        let sheet = next(&mut printer).await?;
        assert!(sheet.says(mark) && sheet.says("A-1") && sheet.kicks == 0, "{:?}", sheet.lines);
    }
    let found = counter.pos.find_receipt(ask::FindReceipt { document: sale.document }).await?;
    assert_eq!(found.copies, 2, "the same command twice is one copy");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_missing_printer_is_said_and_the_sale_is_done() -> Result<()> {
    let counter = shop().await?;
    let away = counter.printer(Manner::Refuses).await?;
    let sale = counter.sell(&[CASE]).await?;
    assert_eq!(sale.number, "A-1");
    let worker = counter.print_worker();
    for tries in 1..=20_u32 {
        ensure!(matches!(worker.drain().await?, Rest::Until(_)), "it waits for its printer");
        assert_eq!(counter.jobs().await?, [("A-1".to_owned(), Waiting, Some(NotThere))]);
        assert_eq!(counter.job("A-1").await?.attempts, tries, "no number of tries uses it up");
    }
    drop(away);
    let mut printer = counter.printer(Manner::Answers).await?;
    again(&counter, "A-1").await?;
    assert_eq!(worker.drain().await?, Rest::Idle);
    let sheet = next(&mut printer).await?;
    assert!(sheet.says("A-1") && !sheet.says("ΑΝΤΙΓΡΑΦΟ"), "nothing had come out, so it is the original");
    assert_eq!(sheet.kicks, 0, "the drawer opens at the first try alone");
    Ok(())
}

#[tokio::test]
async fn a_printer_without_paper_or_with_an_open_cover_gets_the_same_paper_later() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::NoPaper).await?;
    counter.sell(&[CASE]).await?;
    counter.sell(&[GLASS]).await?;
    let worker = counter.print_worker();
    for (manner, trouble) in [(Manner::NoPaper, NoPaper), (Manner::CoverOpen, CoverOpen)] {
        printer.change(manner);
        worker.drain().await?;
        let jobs = counter.jobs().await?;
        assert_eq!(jobs, [("A-1".to_owned(), Waiting, Some(trouble)), ("A-2".to_owned(), Waiting, None)]);
    }
    printer.change(Manner::Answers);
    worker.drain().await?;
    for number in ["A-1", "A-2"] {
        assert!(next(&mut printer).await?.says(number), "in their order");
    }
    Ok(())
}

#[tokio::test]
async fn a_printer_that_accepts_and_hangs_delays_no_sale() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Hangs).await?;
    counter.sell(&[CASE]).await?;
    let worker = counter.print_worker();
    let (rest, sales) = tokio::join!(worker.drain(), async {
        for _ in 0..10 {
            counter.sell(&[GLASS]).await?;
        }
        anyhow::Ok(())
    });
    sales?;
    ensure!(matches!(rest?, Rest::Stuck(_)), "it hangs");
    let jobs = counter.jobs().await?;
    assert_eq!(jobs[0], ("A-1".to_owned(), Unknown, Some(Hangs)));
    assert!(jobs[1..].iter().all(|(_, state, _)| *state == Waiting), "no other paper is risked: {jobs:?}");

    printer.change(Manner::Answers);
    again(&counter, "A-1").await?;
    assert_eq!(worker.drain().await?, Rest::Idle);
    for number in 2..=11 {
        assert!(next(&mut printer).await?.says(&format!("A-{number}")));
    }
    let copy = next(&mut printer).await?;
    assert!(copy.says("A-1") && copy.says("ΑΝΤΙΓΡΑΦΟ 1"), "it may have come out: {:?}", copy.lines);
    assert!(counter.jobs().await?.iter().all(|(_, state, _)| *state == Printed));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_printer_that_breaks_off_leaves_the_paper_unknown_until_somebody_drops_it() -> Result<()> {
    let counter = shop().await?;
    let printer = counter.printer(Manner::BreaksOffAfter(20)).await?;
    let sale = counter.sell(&[CASE]).await?;
    let worker = counter.print_worker();
    worker.drain().await?;
    assert_eq!(counter.jobs().await?, [("A-1".to_owned(), Unknown, Some(BrokeOff))]);
    let drop_it = ask::DropJob { command: command(), job: counter.job("A-1").await?.job };
    counter.pos.drop_job(&counter.cashier, drop_it.clone()).await?;
    counter.pos.drop_job(&counter.cashier, drop_it).await?;
    assert_eq!(counter.jobs().await?, []);

    printer.change(Manner::Answers);
    counter.pos.print_copy(&counter.cashier, copy_of(&sale)).await?;
    worker.drain().await?;
    let found = counter.pos.find_receipt(ask::FindReceipt { document: sale.document }).await?;
    assert_eq!(found.copies, 1, "half of an original may lie in the bin");
    Ok(())
}

#[tokio::test]
async fn paper_that_nobody_wants_any_more_is_gone() -> Result<()> {
    let counter = shop().await?;
    let _away = counter.printer(Manner::Refuses).await?;
    counter.sell(&[CASE]).await?;
    let job = counter.job("A-1").await?.job;
    counter.pos.drop_job(&counter.cashier, ask::DropJob { command: command(), job }).await?;
    assert_eq!(counter.jobs().await?, []);
    assert_eq!(counter.print_worker().drain().await?, Rest::Idle);
    let gone = ask::PrintAgain { command: command(), job };
    assert_eq!(code(counter.pos.print_again(&counter.cashier, gone).await), "POS-022");
    Ok(())
}

#[tokio::test]
async fn without_a_printer_nothing_is_queued_and_asking_says_so() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    assert_eq!(counter.jobs().await?, []);
    assert!(!counter.pos.printing().await?.printer);
    assert_eq!(code(counter.pos.print_copy(&counter.cashier, copy_of(&sale)).await), "POS-021");
    let nothing = ask::PrintCopy { command: command(), document: kernel::DocumentId(kernel::Uuid::nil()) };
    let _printer = counter.printer(Manner::Answers).await?;
    assert_eq!(code(counter.pos.print_copy(&counter.cashier, nothing).await), "POS-020");
    Ok(())
}

#[tokio::test]
async fn a_test_page_is_for_those_who_set_up_the_shop() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Answers).await?;
    let test = || ask::PrintTest { command: command() };
    assert_eq!(code(counter.pos.print_test(&counter.cashier, test()).await), "STF-001");
    counter.pos.print_test(&counter.manager, test()).await?;
    counter.print_worker().drain().await?;
    let sheet = next(&mut printer).await?;
    assert!(sheet.says("ΑΒΓΔ") && sheet.says("1.234,50 €"), "{:?}", sheet.lines);
    Ok(())
}

#[tokio::test]
async fn the_worker_wakes_for_a_sale_and_ends_with_the_register() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(Manner::Answers).await?;
    let work = tokio::spawn(counter.pos.clone().serve_printer());
    for number in ["A-1", "A-2"] {
        counter.sell(&[CASE]).await?;
        assert!(next(&mut printer).await?.says(number));
    }
    counter.pos.stop_printing().await;
    work.await?;
    counter.sell(&[CASE]).await?;
    assert_eq!(counter.job("A-3").await?.state, Waiting);
    Ok(())
}

#[tokio::test]
async fn paper_can_come_out_as_a_file() -> Result<()> {
    let counter = shop().await?;
    let folder = tempfile::tempdir()?;
    let connection = PrinterConnection::File { path: folder.path().to_string_lossy().into_owned() };
    counter.use_printer(PrinterSettings { connection, ..on_port(0) }).await?;
    counter.sell(&[CASE]).await?;
    counter.print_worker().drain().await?;
    let files: Vec<_> = std::fs::read_dir(folder.path())?.collect::<Result<_, _>>()?;
    assert_eq!(files.len(), 1);
    assert!(tests::paper::Sheet::read(&std::fs::read(files[0].path())?)?.says("A-1"));
    Ok(())
}

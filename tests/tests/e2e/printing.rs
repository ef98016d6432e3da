//! Printers that misbehave: a sale never waits for paper.

use crate::support::{CASHIER, Demo, by, confirmed, look, scan};
use anyhow::Result;
use devices::fakes::{FakePrinter, Manner};
use store::settings::{PrinterConnection, PrinterSettings};

/// A demo whose register prints on this printer by itself.
async fn printing_on(printer: &FakePrinter) -> Result<Demo> {
    let connection = PrinterConnection::Network { host: "127.0.0.1".to_owned(), port: printer.port() };
    let settings = PrinterSettings { connection, automatic: true, ..PrinterSettings::default() };
    Demo::with(async |pos, _| crate::support::change_printer(pos, settings).await).await
}

#[tokio::test]
async fn a_printer_that_hangs_stops_no_sale_and_is_said() -> Result<()> {
    let printer = FakePrinter::start(Manner::Hangs).await;
    let demo = printing_on(&printer).await?;
    let window = demo.selling().await?;
    for receipt in ["A-1", "A-2", "A-3"] {
        scan(&window, &demo, 0).await?;
        window.click(&by("pay-exact")).await?;
        window.text_with(&by("receipt-number"), receipt).await?;
        window.text_with(&by("operator"), CASHIER.0).await?;
    }
    window.see(&by("print-state")).await?;
    look(&window, "printer-hangs").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(3));
    Ok(())
}

#[tokio::test]
async fn a_receipt_comes_out_of_a_printer_that_works() -> Result<()> {
    let mut printer = FakePrinter::start(Manner::Answers).await;
    let demo = printing_on(&printer).await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    let paper = printer.next_job().await;
    assert!(paper.len() > 200, "{} bytes", paper.len());
    look(&window, "printed").await?;
    window.close().await
}

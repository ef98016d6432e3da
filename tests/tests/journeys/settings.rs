//! Settings: changed by those who may, at once, and never half.

use crate::{CASE, shop};
use anyhow::Result;
use kernel::CommandId;
use pos::api::requests as ask;
use store::settings::{Look, PrinterConnection, PrinterSettings, ReceiptSettings, Theme};
use tests::counter::{Counter, command};
use tests::gestures::code;
use tests::ledger::{assert_clean, assert_rebuild_is_equal, happened_after, number};

fn change_shop(command: CommandId) -> ask::ChangeShop {
    ask::ChangeShop {
        command,
        name: "Μηνάς Πατησίων".to_owned(),
        address: vec!["Πατησίων 100".to_owned()],
        tax_id: Some("094259216".to_owned()),
        receipt: ReceiptSettings { footer: vec!["Ευχαριστούμε!".to_owned()], ..ReceiptSettings::default() },
    }
}

fn file_printer(path: &str) -> PrinterSettings {
    let connection = PrinterConnection::File { path: path.to_owned() };
    PrinterSettings { connection, drawer: true, ..PrinterSettings::default() }
}

#[tokio::test]
async fn a_shop_and_its_receipt_change_together_and_hold_at_once_and_after_a_restart() -> Result<()> {
    let counter = shop().await?;
    let view = counter.pos.change_shop(&counter.manager, change_shop(command())).await?;
    assert_eq!(
        (view.name.as_str(), view.receipt.footer.as_slice()),
        ("Μηνάς Πατησίων", &["Ευχαριστούμε!".to_owned()][..])
    );
    assert_eq!(counter.pos.shop()?.receipt, view.receipt);
    let change = ask::ChangePrinter { command: command(), printer: file_printer("/var/spool/receipts") };
    counter.pos.change_printer(&counter.manager, change).await?;
    assert!(counter.pos.shop()?.printer.drawer);
    counter.sell(&[CASE]).await?;

    let counter = counter.restart().await?;
    let shop = counter.pos.shop()?;
    assert_eq!((shop.details.name.as_str(), &shop.receipt), ("Μηνάς Πατησίων", &view.receipt));
    assert_eq!(shop.printer, file_printer("/var/spool/receipts"));
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn a_change_goes_in_whole_or_not_at_all() -> Result<()> {
    let counter = shop().await?;
    let before = counter.pos.store().head().await.position;
    let receipt = ReceiptSettings { footer: vec!["x".repeat(49)], ..ReceiptSettings::default() };
    let half = ask::ChangeShop { receipt, ..change_shop(command()) };
    let error = counter.pos.change_shop(&counter.manager, half).await.expect_err("the footer is too wide").refusal();
    assert_eq!((error.code.as_str(), error.params["field"].as_str()), ("SHO-002", Some("footer")));
    assert!(happened_after(&counter.pos, before).await?.is_empty());
    assert_eq!(counter.pos.shop()?.details.name, "Minas Kypseli");
    Ok(())
}

#[tokio::test]
async fn a_double_tap_changes_once() -> Result<()> {
    let counter = shop().await?;
    let request = change_shop(command());
    let first = counter.pos.change_shop(&counter.manager, request.clone()).await?;
    assert_eq!(counter.pos.change_shop(&counter.manager, request).await?, first);
    assert_eq!(number(&counter.pos, "SELECT count(*) FROM event WHERE type = 'store.shop.receipt_changed'").await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_cashier_changes_the_look_and_nothing_else() -> Result<()> {
    let counter = shop().await?;
    let view = counter.pos.settings(&counter.cashier).await?;
    assert!(view.staff.is_empty(), "who works here is for those who may change it");
    assert_eq!(code(counter.pos.change_shop(&counter.cashier, change_shop(command())).await), "STF-001");
    let change = ask::ChangePrinter { command: command(), printer: file_printer("/var/spool/receipts") };
    assert_eq!(code(counter.pos.change_printer(&counter.cashier, change).await), "STF-001");

    let look = Look { theme: Theme::Dark, text_scale_percent: 150, sounds: false, ..Look::default() };
    let change = ask::ChangeLook { command: command(), look: look.clone() };
    assert_eq!(counter.pos.change_look(&counter.cashier, change).await?.look, look);
    assert_eq!(counter.pos.start().await?.look, look);
    let huge = ask::ChangeLook { command: command(), look: Look { text_scale_percent: 300, ..look.clone() } };
    let refused = counter.pos.change_look(&counter.cashier, huge).await.expect_err("too large").refusal();
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("SHO-013", Some("text_scale_percent")));
    let counter = counter.reopen().await?;
    assert_eq!(counter.pos.start().await?.look, look);
    Ok(())
}

#[tokio::test]
async fn the_window_knows_what_its_operator_may_open() -> Result<()> {
    let counter = shop().await?;
    let may = async |counter: &Counter, who| Ok::<_, pos::Error>(counter.pos.session_view(who).await?.may);
    let cashier = may(&counter, &counter.cashier).await?;
    assert!(!cashier.set_up_shop && !cashier.edit_staff);
    let manager = may(&counter, &counter.manager).await?;
    assert!(manager.set_up_shop && manager.edit_staff);
    Ok(())
}

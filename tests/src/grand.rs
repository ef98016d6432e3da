//! The grand journey: every event that the app knows happens at least once.

use crate::counter::{CASHIER_PIN, Counter, MANAGER_PIN, command, details};
use crate::day::{self, CHARGER, decide};
use crate::gestures::{fingerprint, line_discount, paid, percent};
use crate::project;
use anyhow::{Context, Result, ensure};
use catalog::{Category, CategoryCommand, CategoryDetails, Popularity, Product, ProductCommand};
use fiscal::scripted::{ScriptedAdapter, Step};
use fiscal::{ChooseAdapter, FiscalAdapter, FiscalDocument, ReceiptSeries};
use inventory::Stock;
use kernel::{Quantity, Uuid};
use pos::Pos;
use pos::api::requests as ask;
use pos::effects::FiscalWorker;
use pos::import::{BadRows, Effect, ImportCatalog, Watch};
use staff::{Operator, OperatorCommand, RoleDetails};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use store::settings::{Logo, Look, PrinterConnection, PrinterSettings, ReceiptSettings, Theme};

/// Longer than the longest wait between two tries to submit a document.
const LATER_MS: i64 = 600_000;

/// A shop in which everything has happened.
pub async fn everything() -> Result<Counter> {
    let counter = day::busy().await?;
    a_crowded_counter(&counter).await?;
    an_evening_at_the_door(&counter).await?;
    catalog_changes(&counter).await?;
    stock_is_corrected(&counter).await?;
    documents_are_submitted(&counter).await?;
    settings_change(&counter).await?;
    a_pin_is_forgotten(&counter).await?;
    people_come_and_go(&counter.pos, counter.manager.operator.0).await?;
    Ok(counter)
}

/// Notes, codes that nobody knows, an order that waits, and another operator who goes on with it.
async fn a_crowded_counter(counter: &Counter) -> Result<()> {
    let mut reader = counter.pos.store().reader().await?;
    let placed = orders::views::find_at_hand(&mut reader).await?.context("the day left one")?;
    drop(reader);
    counter.cancel(&counter.manager, placed).await?;
    let cart = counter.cart(&[CHARGER]).await?;
    let cart = counter.note_line(&cart, 1, Some("for the gift")).await?;
    let cart = counter.note_order(&cart, Some("delivery on Friday")).await?;
    for code in ["4006381333931", "4006381333948", "4006381333955"] {
        counter.scan_unknown(Some(cart.order), code).await?;
    }
    counter.ignore(&cart, 1).await?;
    let request = ask::AddProduct {
        command: command(),
        order: Some(cart.order),
        product: catalog::product_id_for_sku("CHARGER"),
        quantity_milli: None,
        instead_of: Some(2),
    };
    counter.pos.add_product(&counter.cashier, request).await?;
    counter.park(cart.order, Some("the lady in red")).await?;
    let request = ask::ResumeOrder { command: command(), order: cart.order };
    let cart = counter.pos.resume_order(&counter.manager, request).await?;
    paid(counter.pay_cash(&cart, None).await?)?;
    Ok(())
}

/// Wrong PINs and right ones, an approval refused and one used.
async fn an_evening_at_the_door(counter: &Counter) -> Result<()> {
    let cart = counter.cart(&[CHARGER]).await?;
    let request = line_discount(&cart, 1, percent(30));
    let print = fingerprint(counter.pos.discount_line(&counter.cashier, request.clone()).await);
    ensure!(counter.approve_with(&print, "000000").await.is_err(), "the PIN is wrong");
    let approval = Some(counter.approve(&print).await?);
    let request = ask::DiscountLine { command: command(), approval, ..request };
    counter.pos.discount_line(&counter.cashier, request).await?;
    let (sale, reason) = (counter.sell(&[CHARGER]).await?, "wrong colour".to_owned());
    let reversal = ask::ReverseLast { command: command(), approval: None, order: sale.order, reason };
    counter.pos.reverse_last(&counter.manager, reversal).await?;
    counter.sign_on(&counter.cashier, CASHIER_PIN).await?;
    counter.pos.sign_off().await?;
    counter.sign_on(&counter.manager, MANAGER_PIN).await?;
    Ok(())
}

async fn catalog_changes(counter: &Counter) -> Result<()> {
    let pos = &counter.pos;
    let shelf = |name: &str| CategoryDetails {
        parent: None,
        name: name.to_owned(),
        sort_order: 1,
        colour: Some("#0f766e".to_owned()),
        icon: Some("cable".to_owned()),
    };
    let request = ask::CreateCategory { command: command(), details: shelf("Cables") };
    let category = pos.create_category(&counter.manager, request).await?;
    let change = catalog::ChangeCategory { category, details: shelf("Cables and chargers"), above: Vec::new() };
    decide::<Category>(pos, category.0, CategoryCommand::Change(change)).await?;

    let product = catalog::product_id_for_sku("CHARGER");
    let changed = catalog::ProductDetails { category: Some(category), ..details("CHARGER", CHARGER) };
    let request = ask::ChangeProduct { command: command(), product, details: changed };
    pos.change_product(&counter.manager, request).await?;
    decide::<Popularity>(pos, catalog::POPULARITY_STREAM, catalog::RankProducts { sold: vec![(product, 42)] }).await?;
    let gone = counter.product("GONE", "2900000090001", 500).await?;
    let deactivate = ProductCommand::Deactivate(catalog::DeactivateProduct { product: gone });
    decide::<Product>(pos, gone.0, deactivate).await?;

    let file = project().join("tests/fixtures/catalog.csv");
    let import = ImportCatalog { file: &file, bad_rows: BadRows::LeaveOut, effect: Effect::Write };
    let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
    pos.import_catalog(import, watch).await?;
    Ok(())
}

async fn stock_is_corrected(counter: &Counter) -> Result<()> {
    use inventory::stock::Command;
    let product = catalog::product_id_for_sku("CHARGER");
    let adjust = inventory::AdjustStock { product, by: Quantity::each(-1), reason: "broken".to_owned() };
    decide::<Stock>(&counter.pos, product.0, Command::AdjustStock(adjust)).await?;
    let expected = Quantity::milli(counter.stock(product).await?.on_hand_milli, kernel::Unit::Each);
    let count = inventory::CountStock { product, counted: Quantity::each(12), expected };
    decide::<Stock>(&counter.pos, product.0, Command::CountStock(count)).await?;
    let product = catalog::product_id_for_sku("FETA");
    let lines = vec![contracts::StockLine { product, quantity: Quantity::milli(12_500, kernel::Unit::Kilogram) }];
    decide::<inventory::Opening>(&counter.pos, inventory::Opening::STREAM, inventory::StateOpening { lines }).await
}

/// One document is accepted, one refused, one becomes unknown.
async fn documents_are_submitted(counter: &Counter) -> Result<()> {
    let adapter = Arc::new(ScriptedAdapter::new([Step::Accept, Step::Refuse("bad tax id"), Step::Lose]));
    let choose = ChooseAdapter { adapter: adapter.name().to_owned(), submits: adapter.submits() };
    let choose = fiscal::series::Command::ChooseAdapter(choose);
    decide::<ReceiptSeries>(&counter.pos, ReceiptSeries::STREAM, choose).await?;
    for _ in 0..3 {
        counter.sell(&[CHARGER]).await?;
    }
    let copied = counter.sell(&[CHARGER]).await?.document;
    let copy = fiscal::document::CopyDocument { document: copied, copies: 0 };
    decide::<FiscalDocument>(&counter.pos, copied.0, fiscal::document::Command::CopyDocument(copy)).await?;
    let worker = FiscalWorker::new(counter.pos.clone(), adapter as Arc<dyn FiscalAdapter>);
    for _ in 0..5 {
        worker.drain().await?;
        counter.clock.pass_ms(LATER_MS);
    }
    Ok(())
}

/// The shop says thank you, prints to a folder, and reads in the dark.
async fn settings_change(counter: &Counter) -> Result<()> {
    let shop = counter.pos.shop()?;
    let logo = Logo { width: 8, height: 2, bits: "gAE=".to_owned() };
    let receipt = ReceiptSettings {
        footer: vec!["Ευχαριστούμε!".to_owned()],
        logo: Some(logo),
        barcode: true,
        link: Some("https://minas.example".to_owned()),
    };
    let store::ShopDetails { name, address, tax_id, .. } = shop.details.clone();
    let change = ask::ChangeShop { command: command(), name, address, tax_id, receipt };
    counter.pos.change_shop(&counter.manager, change).await?;
    let connection = PrinterConnection::File { path: "/dev/usb/lp0".to_owned() };
    let printer = PrinterSettings { connection, drawer: true, ..shop.printer.clone() };
    counter.pos.change_printer(&counter.manager, ask::ChangePrinter { command: command(), printer }).await?;
    let look = Look {
        language: Some(store::Language::El),
        theme: Theme::Dark,
        text_scale_percent: 125,
        sounds: false,
        lock_after_minutes: Some(5),
        keys: [("exact".to_owned(), "F6".to_owned())].into(),
    };
    counter.pos.change_look(&counter.manager, ask::ChangeLook { command: command(), look }).await?;
    Ok(())
}

/// The manager's PIN is forgotten, and the code on paper gives a new one.
async fn a_pin_is_forgotten(counter: &Counter) -> Result<()> {
    let issued =
        counter.pos.issue_recovery_code(&counter.manager, ask::IssueRecoveryCode { command: command() }).await?;
    let (operator, wrong) = (issued.operator, "0000-0000-0000-0000".to_owned());
    let recover = |code| ask::Recover { command: command(), operator, code, pin: MANAGER_PIN.to_owned() };
    ensure!(counter.pos.recover(recover(wrong)).await.is_err(), "the code is wrong");
    counter.pos.recover(recover(issued.code)).await?;
    Ok(())
}

/// What the back office will do one day.
async fn people_come_and_go(pos: &Pos, operator: Uuid) -> Result<()> {
    let cashier =
        staff::built_in_roles().into_iter().find(|role| role.role == staff::CASHIER).context("it is built in")?;
    let role = RoleDetails { role: cashier.role, name: cashier.name, grants: cashier.grants };
    let assign = staff::AssignRole { role, others_who_edit_staff: 1 };
    decide::<Operator>(pos, operator, OperatorCommand::AssignRole(assign)).await?;
    let code = staff::IssueRecoveryCode { verifier_id: Uuid::now_v7() };
    decide::<Operator>(pos, operator, OperatorCommand::IssueRecoveryCode(code)).await?;
    let deactivate = staff::DeactivateOperator { others_who_edit_staff: 1 };
    decide::<Operator>(pos, operator, OperatorCommand::Deactivate(deactivate)).await?;
    let shop = pos.shop()?;
    let details = store::shop::ChangeShopDetails {
        name: "Minas Patision".to_owned(),
        address: vec!["Patision 100".to_owned(), "112 57 Athens".to_owned()],
        tax_id: None,
        language: store::Language::El,
    };
    decide::<store::Shop>(pos, shop.store.0, store::ShopCommand::ChangeDetails(details)).await
}

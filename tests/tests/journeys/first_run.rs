//! The first page: a demo in three languages, or a shop of one's own; all of it, or nothing.

use anyhow::{Context, Result};
use pos::Pos;
use pos::api::requests as ask;
use pos::api::words::Start;
use std::sync::Arc;
use store::Language;
use store::settings::{PrinterConnection, PrinterSettings};
use tempfile::TempDir;
use tests::counter::{MONDAY_MS, command, open};
use tests::gestures::code;
use tests::ledger::{assert_clean, assert_rebuild_is_equal, number};

const PIN: &str = "730915";

async fn empty() -> Result<(TempDir, Pos)> {
    let folder = tempfile::tempdir()?;
    let pos = open(folder.path(), &Arc::new(pos::SetClock::at(MONDAY_MS))).await?;
    Ok((folder, pos))
}

fn own_shop() -> ask::SetUpShop {
    ask::SetUpShop {
        country: "gr".to_owned(),
        language: Language::El,
        name: "Κινητά Μηνάς".to_owned(),
        address: vec!["Φωκίωνος Νέγρη 1".to_owned(), "113 61 Αθήνα".to_owned()],
        tax_id: Some("EL 094259216".to_owned()),
        owner: "Ελένη Δ.".to_owned(),
        pin: PIN.to_owned(),
        printer: PrinterSettings {
            connection: PrinterConnection::Network { host: "192.168.1.50".to_owned(), port: 9100 },
            ..PrinterSettings::default()
        },
    }
}

#[tokio::test]
async fn a_register_without_a_shop_offers_countries() -> Result<()> {
    let (_folder, pos) = empty().await?;
    let Start { shop, countries, operators, last_saved, .. } = pos.start().await?;
    assert!(shop.is_none() && operators.is_empty() && last_saved.is_none());
    let greece = countries.iter().find(|country| country.code == "gr").context("Greece is known")?;
    assert_eq!(greece.tax_rates_ppm, [240_000, 130_000, 60_000, 0]);
    assert_eq!(greece.cash_limit.map(|limit| limit.minor), Some(50_000));
    assert!(greece.checks_tax_id);
    assert!(countries.iter().any(|country| country.code == "ca-on" && country.cash_limit.is_none()));
    Ok(())
}

#[tokio::test]
async fn a_shop_of_ones_own_opens_with_its_owner_their_code_and_the_printer_in_one_commit() -> Result<()> {
    let (_folder, pos) = empty().await?;
    let before = number(&pos, "SELECT count(*) FROM commit_record").await?;
    let code = pos.set_up_shop(own_shop()).await?;
    assert_eq!(number(&pos, "SELECT count(*) FROM commit_record WHERE gesture = 'shop.set_up'").await?, before + 1);
    assert!(code.print_job.is_some(), "there is a printer");

    let start = pos.start().await?;
    let shop = start.shop.context("it stands")?;
    assert_eq!(
        (shop.name.as_str(), shop.register.as_str(), shop.language.as_str()),
        ("Κινητά Μηνάς", "Ταμείο 1", "el")
    );
    assert!(!shop.demo && shop.demo_pins.is_empty() && start.countries.is_empty());
    assert_eq!(start.operators.len(), 1);
    assert_eq!(start.operators[0].operator, code.operator);

    let owner = pos.sign_on(ask::SignOn { operator: code.operator, pin: PIN.to_owned() }).await?;
    let may = pos.session_view(&owner).await?.may;
    assert!(may.set_up_shop && may.edit_staff);
    let settings = pos.settings(&owner).await?;
    assert_eq!(settings.tax_id.as_deref(), Some("094259216"));
    assert_eq!(settings.printer, own_shop().printer);
    assert!(settings.receipt.barcode, "what is taken back is found again");
    let float = kernel::Money::new(10_000, kernel::Currency::EUR);
    pos.open_shift(&owner, ask::OpenShift { command: command(), float }).await?;
    assert_clean(&pos).await?;
    assert_rebuild_is_equal(&pos).await
}

#[tokio::test]
async fn what_cannot_be_is_named_and_nothing_is_written_until_it_can() -> Result<()> {
    let (_folder, pos) = empty().await?;
    let good = own_shop;
    let bad: [(ask::SetUpShop, &str); 9] = [
        (ask::SetUpShop { country: "xx".to_owned(), ..good() }, "SHO-001"),
        (ask::SetUpShop { name: " ".to_owned(), ..good() }, "SHO-002"),
        (ask::SetUpShop { address: vec!["x".repeat(101)], ..good() }, "SHO-002"),
        (ask::SetUpShop { tax_id: Some("094259217".to_owned()), ..good() }, "SHO-003"),
        (ask::SetUpShop { owner: String::new(), ..good() }, "STF-005"),
        (ask::SetUpShop { pin: "1234".to_owned(), ..good() }, "STF-008"),
        (ask::SetUpShop { pin: "12345x".to_owned(), ..good() }, "STF-008"),
        (ask::SetUpShop { pin: "١٢٣٤٥٦".to_owned(), ..good() }, "STF-008"),
        (
            ask::SetUpShop {
                printer: PrinterSettings {
                    connection: PrinterConnection::Network { host: String::new(), port: 9100 },
                    ..PrinterSettings::default()
                },
                ..good()
            },
            "SHO-012",
        ),
    ];
    for (request, expected) in bad {
        assert_eq!(code(pos.set_up_shop(request).await), expected);
        assert_eq!(number(&pos, "SELECT count(*) FROM event").await?, 0, "{expected}");
        assert_eq!(number(&pos, "SELECT count(*) FROM secret").await?, 0, "{expected}");
        assert!(pos.start().await?.shop.is_none());
    }
    pos.set_up_shop(good()).await?;
    assert_eq!(code(pos.set_up_shop(good()).await), "POS-004");
    assert_eq!(code(pos.set_up_demo(Language::El).await), "POS-004");
    Ok(())
}

#[tokio::test]
async fn two_taps_open_one_shop() -> Result<()> {
    let (_folder, pos) = empty().await?;
    let (first, second) = tokio::join!(pos.set_up_shop(own_shop()), pos.set_up_shop(own_shop()));
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    assert_eq!(number(&pos, "SELECT count(*) FROM event WHERE type = 'store.shop.opened'").await?, 1);
    assert_clean(&pos).await
}

#[tokio::test]
async fn the_demo_speaks_the_language_that_was_chosen() -> Result<()> {
    let said = [
        (Language::En, "Minas Kypseli", "Register 1", "Maria K.", "Cases", "Silicone case iPhone 15"),
        (Language::El, "Minas Κυψέλη", "Ταμείο 1", "Μαρία Κ.", "Θήκες", "Θήκη σιλικόνης iPhone 15"),
        (Language::Ar, "ميناس كيبسيلي", "صندوق 1", "مريم خ.", "أغطية", "غطاء سيليكون iPhone 15"),
    ];
    for (language, name, register, cashier, category, product) in said {
        let (_folder, pos) = empty().await?;
        pos.set_up_demo(language).await?;
        let start = pos.start().await?;
        let shop = start.shop.context("it stands")?;
        assert_eq!((shop.name.as_str(), shop.register.as_str(), shop.demo), (name, register, true));
        assert!(shop.name.chars().count() <= 16 && shop.register.chars().count() <= 12, "the header has little room");
        assert_eq!(shop.demo_pins.len(), 3);
        for shown in &shop.demo_pins {
            let view = start.operators.iter().find(|view| view.name == shown.name).context("it is somebody's")?;
            pos.sign_on(ask::SignOn { operator: view.operator, pin: shown.pin.clone() }).await?;
        }
        assert!(start.operators.iter().any(|view| view.name == cashier && view.role == "cashier"));
        let categories = pos.list_categories().await?;
        assert_eq!(categories.len(), 8);
        assert!(categories.iter().any(|view| view.name == category), "{categories:?}");
        let page = pos.search(ask::Search { text: product.to_owned(), offset: 0 }).await?;
        assert!(page.products.iter().any(|view| view.name == product && view.price.is_some()), "{product}");
        assert_clean(&pos).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_demo_shows_no_pin_that_was_changed() -> Result<()> {
    let (_folder, pos) = empty().await?;
    pos.set_up_demo(Language::En).await?;
    let operators = pos.operators().await?;
    let find = |name: &str| operators.iter().find(|view| view.name == name).map(|view| view.operator);
    let (maria, eleni) = (find("Maria K.").context("a cashier")?, find("Eleni D.").context("a manager")?);
    let manager = pos.sign_on(ask::SignOn { operator: eleni, pin: "246810".to_owned() }).await?;
    let change = ask::ChangeStaffPin { command: command(), operator: maria, pin: "8642".to_owned() };
    pos.change_staff_pin(&manager, change).await?;
    let shown = pos.start().await?.shop.context("it stands")?.demo_pins;
    assert_eq!(shown.iter().map(|pin| pin.name.as_str()).collect::<Vec<_>>(), ["George P.", "Eleni D."]);
    Ok(())
}

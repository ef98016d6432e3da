use super::{details, enrolled, register, store};
use crate::device::{ChangeLook, ChangePrinter, Device, DeviceCommand};
use crate::settings::{Look, PrinterConnection, PrinterSettings, ReceiptSettings};
use crate::shop::ChangeReceipt;
use crate::shop::{ChangeShopDetails, EnrolRegister, OpenShop, Shop, ShopCommand};
use crate::{
    INVARIANTS, Language, ShopRow, find_device_settings, find_receipt_settings, find_register, find_shop,
    list_registers,
};
use eventing::testing::moment;
use eventing::{Begun, Durability, Gesture, Options, Store};
use kernel::{CommandId, Moment, Uuid};
use std::sync::Arc;
use tempfile::TempDir;

async fn opened_file() -> (TempDir, Store) {
    let folder = TempDir::new().expect("a folder");
    let app = Arc::new(crate::register(eventing::App::default()));
    let file = Store::open(&folder.path().join("shop.db"), app, Options::default()).await.expect("a new file");
    (folder, file)
}

async fn run(file: &Store, number: u128, commands: Vec<ShopCommand>) {
    let at = Moment { command: CommandId(Uuid::from_u128(1_000 + number)), ..moment() };
    let gesture = Gesture { name: "test", at, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = file.begin(gesture).await.expect("begins") else { panic!("a fresh command") };
    for command in commands {
        txn.run::<Shop>(store().0, command).await.expect("no fault").expect("no rejection");
    }
    txn.commit(&()).await.expect("commits");
}

async fn run_device(file: &Store, number: u128, commands: Vec<DeviceCommand>) {
    let at = Moment { command: CommandId(Uuid::from_u128(5_000 + number)), ..moment() };
    let gesture = Gesture { name: "test", at, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = file.begin(gesture).await.expect("begins") else { panic!("a fresh command") };
    for command in commands {
        txn.run::<Device>(register(1).0, command).await.expect("no fault").expect("no rejection");
    }
    txn.commit(&()).await.expect("commits");
}

fn enrol(number: u32) -> ShopCommand {
    let enrolled = enrolled(number);
    ShopCommand::EnrolRegister(EnrolRegister { register: enrolled.register, number, name: enrolled.name })
}

fn rename(name: &str, tax_id: Option<&str>) -> ShopCommand {
    ShopCommand::ChangeDetails(ChangeShopDetails {
        name: name.into(),
        address: vec!["Σόλωνος 2".into()],
        tax_id: tax_id.map(str::to_owned),
        language: Language::En,
    })
}

async fn offences(file: &Store) -> Vec<String> {
    let mut reader = file.reader().await.expect("a reader");
    let mut found = Vec::new();
    for invariant in INVARIANTS {
        let rows = sqlx::query_scalar::<_, String>(invariant.sql).fetch_all(&mut *reader).await;
        found.extend(rows.expect("the check runs"));
    }
    found
}

#[tokio::test]
async fn a_new_file_has_no_shop() {
    let (_folder, file) = opened_file().await;
    let mut reader = file.reader().await.expect("a reader");
    assert_eq!(find_shop(&mut reader).await.expect("a query"), None);
}

#[tokio::test]
async fn the_shop_is_found_as_it_was_opened() {
    let (_folder, file) = opened_file().await;
    run(&file, 1, vec![ShopCommand::Open(OpenShop { store: store(), details: details() })]).await;
    let mut reader = file.reader().await.expect("a reader");
    let expected = ShopRow { store: store(), details: details() };
    assert_eq!(find_shop(&mut reader).await.expect("a query"), Some(expected));
}

#[tokio::test]
async fn the_last_of_several_changes_wins_live_and_rebuilt() {
    let (_folder, file) = opened_file().await;
    let open = ShopCommand::Open(OpenShop { store: store(), details: details() });
    run(&file, 1, vec![open, rename("Πρώτο", Some("023456780")), rename("Second", None)]).await;
    let mut reader = file.reader().await.expect("a reader");
    let live = find_shop(&mut reader).await.expect("a query").expect("a shop");
    assert_eq!((live.details.name.as_str(), live.details.tax_id.as_deref()), ("Second", None));
    assert_eq!((live.details.address.as_slice(), live.language()), (&["Σόλωνος 2".to_owned()][..], Language::En));
    drop(reader);
    file.rebuild(&Options::default()).await.expect("rebuilds");
    let mut reader = file.reader().await.expect("a reader");
    assert_eq!(find_shop(&mut reader).await.expect("a query"), Some(live));
}

#[tokio::test]
async fn registers_are_listed_by_number() {
    let (_folder, file) = opened_file().await;
    let open = ShopCommand::Open(OpenShop { store: store(), details: details() });
    run(&file, 1, vec![open, enrol(2), enrol(1)]).await;
    let mut reader = file.reader().await.expect("a reader");
    let numbers: Vec<u32> = list_registers(&mut reader).await.expect("a query").iter().map(|r| r.number).collect();
    assert_eq!(numbers, [1, 2]);
    let found = find_register(&mut reader, register(2)).await.expect("a query").expect("it is enrolled");
    assert_eq!(found.name, "Ταμείο 2");
    assert!(offences(&file).await.is_empty());
}

#[tokio::test]
async fn a_bent_register_row_is_named() {
    let (_folder, file) = opened_file().await;
    let open = ShopCommand::Open(OpenShop { store: store(), details: details() });
    run(&file, 1, vec![open, enrol(1), enrol(2)]).await;
    let at = Moment { command: CommandId(Uuid::from_u128(9_000)), ..moment() };
    let gesture = Gesture { name: "test", at, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = file.begin(gesture).await.expect("begins") else { panic!("a fresh command") };
    let connection = txn.connection().await.expect("a connection");
    sqlx::query("UPDATE store_register SET number = 1 WHERE number = 2").execute(connection).await.expect("bends");
    txn.commit(&()).await.expect("commits");
    let named = offences(&file).await;
    assert!(named.contains(&format!("register {}", register(2))), "{named:?}");
    assert!(named.contains(&"register number 1".to_owned()), "{named:?}");
}

#[tokio::test]
async fn settings_are_as_they_come_until_somebody_chooses_and_the_last_choice_wins() {
    let (_folder, file) = opened_file().await;
    let mut reader = file.reader().await.expect("a reader");
    assert_eq!(find_receipt_settings(&mut reader, store()).await.expect("a query"), ReceiptSettings::default());
    let found = find_device_settings(&mut reader, register(1)).await.expect("a query");
    assert_eq!(found, (PrinterSettings::default(), Look::default()));
    drop(reader);

    let say = |text: &str| {
        let receipt = ReceiptSettings { footer: vec![text.to_owned()], ..ReceiptSettings::default() };
        ShopCommand::ChangeReceipt(ChangeReceipt { receipt })
    };
    run(&file, 1, vec![ShopCommand::Open(OpenShop { store: store(), details: details() }), say("α"), say("β")]).await;
    let at = |host: &str| PrinterSettings {
        connection: PrinterConnection::Network { host: host.to_owned(), port: 9100 },
        ..PrinterSettings::default()
    };
    let print_at =
        |host: &str| DeviceCommand::ChangePrinter(ChangePrinter { register: register(1), printer: at(host) });
    let look = Look { sounds: false, ..Look::default() };
    let quiet = DeviceCommand::ChangeLook(ChangeLook { register: register(1), look: look.clone() });
    run_device(&file, 1, vec![print_at("one"), print_at("two"), quiet]).await;

    for _ in 0..2 {
        let mut reader = file.reader().await.expect("a reader");
        let receipt = find_receipt_settings(&mut reader, store()).await.expect("a query");
        assert_eq!(receipt.footer, ["β"]);
        let found = find_device_settings(&mut reader, register(1)).await.expect("a query");
        assert_eq!(found, (at("two"), look.clone()));
        drop(reader);
        assert_eq!(offences(&file).await, Vec::<String>::new());
        file.rebuild(&Options::default()).await.expect("rebuilds");
    }
}

#[tokio::test]
async fn bent_settings_are_named() {
    let (_folder, file) = opened_file().await;
    let look = Look { sounds: false, ..Look::default() };
    run_device(&file, 1, vec![DeviceCommand::ChangeLook(ChangeLook { register: register(1), look })]).await;
    let at = Moment { command: CommandId(Uuid::from_u128(9_000)), ..moment() };
    let gesture = Gesture { name: "test", at, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = file.begin(gesture).await.expect("begins") else { panic!("a fresh command") };
    let connection = txn.connection().await.expect("a connection");
    let bend = sqlx::query("UPDATE store_device_settings SET look = json_set(look, '$.sounds', json('true'))");
    bend.execute(connection).await.expect("bends");
    txn.commit(&()).await.expect("commits");
    assert_eq!(offences(&file).await, [format!("look of {}", register(1))]);
}

use super::{opened, register, store};
use crate::Rejection;
use crate::device::{ChangeLook, ChangePrinter, Device, DeviceCommand, LookChanged, PrinterChanged};
use crate::settings::{Logo, Look, PrinterConnection, PrinterSettings, ReceiptSettings, Theme};
use crate::shop::{ChangeReceipt, ReceiptChanged, Shop, ShopCommand};
use eventing::testing::given;
use kernel::Coded;

fn lines(text: &[&str]) -> Vec<String> {
    text.iter().map(|line| (*line).to_owned()).collect()
}

fn say(footer: &[&str]) -> ReceiptSettings {
    ReceiptSettings { footer: lines(footer), ..ReceiptSettings::default() }
}

fn change_receipt(receipt: ReceiptSettings) -> ShopCommand {
    ShopCommand::ChangeReceipt(ChangeReceipt { receipt })
}

fn network(host: &str, port: u16) -> PrinterSettings {
    PrinterSettings { connection: PrinterConnection::Network { host: host.into(), port }, ..PrinterSettings::default() }
}

fn change_printer(printer: PrinterSettings) -> DeviceCommand {
    DeviceCommand::ChangePrinter(ChangePrinter { register: register(1), printer })
}

fn change_look(look: Look) -> DeviceCommand {
    DeviceCommand::ChangeLook(ChangeLook { register: register(1), look })
}

#[test]
fn a_receipt_says_what_the_shop_wants_to_say() {
    let receipt = say(&["Ευχαριστούμε!", "", "minas.example"]);
    let changed = ReceiptChanged { store: store(), receipt: receipt.clone() };
    let typed = say(&["", " Ευχαριστούμε! ", " ", "minas.example", ""]);
    let state = given::<Shop>([opened()]).when(change_receipt(typed)).then([changed.into()]);
    let Shop::Open { receipt: kept, .. } = state else { panic!("the shop stays open") };
    assert_eq!(kept, receipt);
}

#[test]
fn receipt_settings_that_say_nothing_new_record_nothing() {
    given::<Shop>([opened()]).when(change_receipt(ReceiptSettings::default())).then_nothing();
    given::<Shop>([opened()]).when(change_receipt(say(&["", " "]))).then_nothing();
}

#[test]
fn a_footer_has_six_lines_of_48_letters() {
    let wide = "x".repeat(48);
    let full = say(&[wide.as_str(); 6]);
    let changed = ReceiptChanged { store: store(), receipt: full.clone() };
    given::<Shop>([opened()]).when(change_receipt(full)).then([changed.into()]);
    let refused = Rejection::TooManyLines { field: "footer", most: 6 };
    assert_eq!(refused.code().0, "SHO-009");
    given::<Shop>([opened()]).when(change_receipt(say(&["x"; 7]))).then_refused(refused);
    let refused = Rejection::TextInvalid { field: "footer", most: 48 };
    for line in ["x".repeat(49).as_str(), "a\u{1b}@"] {
        given::<Shop>([opened()]).when(change_receipt(say(&[line]))).then_refused(refused.clone());
    }
}

#[test]
fn a_logo_has_the_bits_that_its_size_says() {
    let receipt = |width, height, bits: &str| ReceiptSettings {
        logo: Some(Logo { width, height, bits: bits.to_owned() }),
        ..ReceiptSettings::default()
    };
    let good = receipt(9, 2, "gACAAA==");
    let changed = ReceiptChanged { store: store(), receipt: good.clone() };
    given::<Shop>([opened()]).when(change_receipt(good)).then([changed.into()]);
    let refused = Rejection::LogoInvalid { most_width: 576, most_height: 400 };
    assert_eq!(refused.code().0, "SHO-010");
    let bad =
        [(9, 2, "gACA"), (9, 2, "gACAAA="), (9, 2, "gACA*A=="), (0, 1, ""), (577, 1, "gACAAA=="), (8, 401, "gACAAA==")];
    for (width, height, bits) in bad {
        given::<Shop>([opened()]).when(change_receipt(receipt(width, height, bits))).then_refused(refused.clone());
    }
}

#[test]
fn a_link_leads_to_a_page() {
    let receipt = |link: &str| ReceiptSettings { link: Some(link.to_owned()), ..ReceiptSettings::default() };
    let changed = ReceiptChanged { store: store(), receipt: receipt("https://minas.example/a?b=γ") };
    given::<Shop>([opened()]).when(change_receipt(receipt(" https://minas.example/a?b=γ "))).then([changed.into()]);
    given::<Shop>([opened()]).when(change_receipt(receipt("  "))).then_nothing();
    let refused = Rejection::LinkInvalid { most: 200 };
    assert_eq!(refused.code().0, "SHO-011");
    let long = format!("https://{}", "x".repeat(200));
    for link in ["minas.example", "javascript:alert(1)", "https://", "https:///a", "https://a b", "http://u@h", &long] {
        given::<Shop>([opened()]).when(change_receipt(receipt(link))).then_refused(refused.clone());
    }
}

#[test]
fn a_shop_that_was_never_opened_has_no_receipt() {
    given::<Shop>([]).when(change_receipt(say(&["x"]))).then_refused(Rejection::NotOpened);
}

#[test]
fn a_printer_is_found_by_its_address() {
    for host in ["192.168.1.50", "printer-1.local", "fe80::1%eth0"] {
        let changed = PrinterChanged { register: register(1), printer: network(host, 9100) };
        given::<Device>([]).when(change_printer(network(&format!(" {host} "), 9100))).then([changed.into()]);
    }
    given::<Device>([]).when(change_printer(PrinterSettings::default())).then_nothing();
}

#[test]
fn what_is_no_address_is_named() {
    let file = |path: &str| PrinterSettings {
        connection: PrinterConnection::File { path: path.to_owned() },
        ..PrinterSettings::default()
    };
    let refused = |field| Rejection::PrinterAddressInvalid { field };
    assert_eq!(refused("host").code().0, "SHO-012");
    for host in ["", " ", "a b", "http://printer", &"x".repeat(254)] {
        given::<Device>([]).when(change_printer(network(host, 9100))).then_refused(refused("host"));
    }
    given::<Device>([]).when(change_printer(network("printer", 0))).then_refused(refused("port"));
    for path in ["", " ", "a\nb", &"x".repeat(1_001)] {
        given::<Device>([]).when(change_printer(file(path))).then_refused(refused("path"));
    }
}

#[test]
fn a_look_changes_alone() {
    let look = Look { theme: Theme::Dark, text_scale_percent: 125, lock_after_minutes: Some(120), ..Look::default() };
    let printer = PrinterChanged { register: register(1), printer: network("printer", 9100) };
    let changed = LookChanged { register: register(1), look: look.clone() };
    let state = given::<Device>([printer.into()]).when(change_look(look.clone())).then([changed.into()]);
    assert_eq!(state, Device { printer: network("printer", 9100), look: look.clone() });
    let changed = LookChanged { register: register(1), look: look.clone() };
    given::<Device>([changed.into()]).when(change_look(look)).then_nothing();
}

#[test]
fn text_grows_from_100_to_200_in_steps() {
    let refused = Rejection::NumberOutOfRange { field: "text_scale_percent", least: 100, most: 200 };
    assert_eq!(refused.code().0, "SHO-013");
    for text_scale_percent in [0, 95, 101, 205] {
        let look = Look { text_scale_percent, ..Look::default() };
        given::<Device>([]).when(change_look(look)).then_refused(refused.clone());
    }
}

#[test]
fn a_register_locks_itself_within_two_hours_or_never() {
    for minutes in [0, 121] {
        let look = Look { lock_after_minutes: Some(minutes), ..Look::default() };
        let refused = Rejection::NumberOutOfRange { field: "lock_after_minutes", least: 1, most: 120 };
        given::<Device>([]).when(change_look(look)).then_refused(refused);
    }
}

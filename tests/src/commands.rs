//! Every command of the window: who may give it, and a request for it that goes through.

use crate::counter::{MANAGER_PIN, command, pay_cash};
use crate::gestures::{card, coupon, line_discount, order_discount, other_price, other_total, percent, reversal};
use anyhow::{Context, Result, bail, ensure};
use kernel::{
    Currency, DocumentId, LineNumber, Money, OperatorId, OrderId, ProductId, ShiftId, TenderId, UnitPrice, Uuid,
};
use pos::api::requests as ask;
use pos::api::words::{CartView, Payment, Scanned};
use pos::{Pos, Session};
use serde::Serialize;
use serde_json::{Value, json};
use staff::Permission;
use store::settings::{Look, PrinterConnection, PrinterSettings, ReceiptSettings};

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever stands at the register; a secret in the request decides, or there is nothing to decide.
    Anybody,
    /// Whoever opens the shop: nobody any more once there is one.
    FirstRun,
    /// Whoever is signed on.
    SignedOn,
    /// Whoever's role holds it.
    Holder(Permission),
}

use Permission as May;
use Who::{Anybody, FirstRun, Holder, SignedOn};

/// Every command, in the order in which they are registered.
pub const COMMANDS: &[(&str, Who)] = &[
    ("start", Anybody),
    ("opening", Anybody),
    ("sign_on", Anybody),
    ("sign_off", SignedOn),
    ("recover", Anybody),
    ("set_up_demo", FirstRun),
    ("set_up_shop", FirstRun),
    ("settings", SignedOn),
    ("change_shop", Holder(May::SetUpShop)),
    ("change_printer", Holder(May::SetUpShop)),
    ("change_look", SignedOn),
    ("add_staff", Holder(May::EditStaff)),
    ("change_staff_pin", Holder(May::EditStaff)),
    ("remove_staff", Holder(May::EditStaff)),
    ("issue_recovery_code", Holder(May::EditStaff)),
    ("open_shift", Holder(May::OpenShift)),
    ("close_shift", Holder(May::CloseShift)),
    ("list_categories", SignedOn),
    ("list_products", SignedOn),
    ("search", SignedOn),
    ("scan", Holder(May::Sell)),
    ("add_product", Holder(May::Sell)),
    ("change_quantity", Holder(May::Sell)),
    ("void_line", Holder(May::VoidLine)),
    ("discount_line", Holder(May::Discount)),
    ("discount_order", Holder(May::Discount)),
    ("override_price", Holder(May::OverridePrice)),
    ("override_line_total", Holder(May::OverridePrice)),
    ("note_line", Holder(May::Sell)),
    ("note_order", Holder(May::Sell)),
    ("ignore_unknown", Holder(May::Sell)),
    ("cancel_order", Holder(May::VoidLine)),
    ("park_order", Holder(May::Sell)),
    ("resume_order", Holder(May::Sell)),
    ("list_parked", SignedOn),
    ("place_order", Holder(May::Sell)),
    ("pay_cash", Holder(May::Sell)),
    ("pay_card", Holder(May::Sell)),
    ("pay_coupon", Holder(May::Sell)),
    ("give_back_tender", Holder(May::GiveBackTender)),
    ("reverse_last", Holder(May::ReverseSale)),
    ("list_approvers", SignedOn),
    ("approve", SignedOn),
    ("list_receipts", SignedOn),
    ("find_receipt", SignedOn),
    ("print_copy", Holder(May::Sell)),
    ("print_again", Holder(May::Sell)),
    ("drop_job", Holder(May::Sell)),
    ("print_test", Holder(May::SetUpShop)),
    ("watch_printing", SignedOn),
    ("find_shift", Holder(May::SeeReports)),
    ("print_shift", Holder(May::SeeReports)),
];

/// What requests name in a shop where something of everything is.
pub struct Known {
    manager: OperatorId,
    cart: CartView,
    product: ProductId,
    code: String,
    parked: OrderId,
    placed: (OrderId, TenderId),
    sold: (OrderId, DocumentId),
    job: Uuid,
    /// A shift that the manager opened and closed alone.
    shift: ShiftId,
}

impl Known {
    /// Brings a shop without a shift to where every command has something to do: a sale, a placed order with a tender,
    /// a parked one, a cart with a code that nobody knows, a closed shift and a running one, and paper that waits.
    pub async fn make(pos: &Pos, cashier: &Session, manager: &Session, codes: [&str; 2]) -> Result<Self> {
        let folder = pos.data_dir().to_string_lossy().into_owned();
        let connection = PrinterConnection::File { path: folder };
        let printer = PrinterSettings { connection, automatic: true, ..pos.shop()?.printer.clone() };
        pos.change_printer(manager, ask::ChangePrinter { command: command(), printer }).await?;
        let float = Money::zero(Currency::EUR);
        let shift = pos.open_shift(manager, ask::OpenShift { command: command(), float }).await?.shift;
        let closing = ask::CloseShift { command: command(), counted: float, pieces: Vec::new() };
        pos.close_shift(manager, closing).await?;
        pos.open_shift(cashier, ask::OpenShift { command: command(), float }).await?;

        let cart = scanned(pos, cashier, None, codes[0]).await?;
        let Payment::Paid { sale } = pos.pay_cash(cashier, pay_cash(&cart, None)).await? else { bail!("not paid") };
        let job = pos.printing().await?.jobs.first().context("the receipt waits for its paper")?.job;
        let cart = scanned(pos, cashier, None, codes[0]).await?;
        let part = ask::PayCash { partial: true, ..pay_cash(&cart, Some(Money::new(1, Currency::EUR))) };
        ensure!(matches!(pos.pay_cash(cashier, part.clone()).await?, Payment::Part { .. }), "a part was paid");
        let placed = (cart.order, crate::gestures::tender_of(part.command));
        let parked = scanned(pos, cashier, None, codes[1]).await?.order;
        pos.park_order(cashier, ask::ParkOrder { command: command(), order: parked, label: None }).await?;
        let cart = scanned(pos, cashier, None, codes[0]).await?;
        let order = Some(cart.order);
        let product = cart.lines[0].product;
        scanned(pos, cashier, order, codes[1]).await?;
        let cart = scanned(pos, cashier, order, "4006381333931").await?;
        let code = codes[0].to_owned();
        let (manager, sold) = (manager.operator, (sale.order, sale.document));
        Ok(Self { manager, cart, product, code, parked, placed, sold, job, shift })
    }

    /// A request that whoever may give the command is not refused for.
    pub fn request(&self, name: &str) -> Value {
        let (order, line, command) = (self.cart.order, LineNumber(1), command());
        let zero = Money::zero(Currency::EUR);
        match name {
            "start" | "opening" | "sign_off" | "settings" | "list_categories" | "list_parked" => Value::Null,
            "sign_on" => json!(ask::SignOn { operator: self.manager, pin: "000000".to_owned() }),
            "recover" => {
                let (operator, code) = (self.manager, "0000-0000-0000-0000".to_owned());
                json!(ask::Recover { command, operator, code, pin: MANAGER_PIN.to_owned() })
            }
            "set_up_demo" => json!({ "language": "en" }),
            "set_up_shop" => first_run(),
            "scan" => json!(ask::Scan { command, order: Some(order), code: self.code.clone(), quantity_milli: None }),
            "add_product" => json!({ "command": command, "order": order, "product": self.product }),
            "change_quantity" => json!(ask::ChangeQuantity { command, order, line, quantity_milli: 3_000 }),
            "void_line" => json!(ask::VoidLine { command, approval: None, order, line }),
            "discount_line" => json!(line_discount(&self.cart, 1, percent(90))),
            "discount_order" => json!(order_discount(&self.cart, percent(90))),
            "override_price" => json!(other_price(&self.cart, 1, Some(UnitPrice::from_minor(1, Currency::EUR)))),
            "override_line_total" => json!(other_total(&self.cart, 1, Money::new(1, Currency::EUR))),
            "note_line" => json!(ask::NoteLine { command, order, line, note: Some("a gift".to_owned()) }),
            "note_order" => json!(ask::NoteOrder { command, order, note: Some("a gift".to_owned()) }),
            "ignore_unknown" => json!(ask::IgnoreUnknown { command, order, unknown: 1 }),
            "cancel_order" => json!({ "command": command, "order": order, "reason": "gone" }),
            "park_order" => json!(ask::ParkOrder { command, order, label: None }),
            "resume_order" => json!(ask::ResumeOrder { command, order: self.parked }),
            "place_order" => {
                json!(ask::PlaceOrder { command, approval: None, order, expected_total: self.cart.total })
            }
            "pay_cash" => json!(pay_cash(&self.cart, None)),
            "pay_card" => json!(card(&self.cart, None)),
            "pay_coupon" => json!(coupon(&self.cart, self.cart.total)),
            "reverse_last" => json!(reversal(self.sold.0)),
            "open_shift" => json!(ask::OpenShift { command, float: zero }),
            "close_shift" => json!(ask::CloseShift { command, counted: zero, pieces: Vec::new() }),
            "list_products" => json!(ask::ListProducts { category: None, offset: 0 }),
            "search" => json!(ask::Search { text: String::new(), offset: 0 }),
            _ => self.back_office_request(name),
        }
    }

    fn back_office_request(&self, name: &str) -> Value {
        let command = command();
        match name {
            "give_back_tender" => {
                let ((order, tender), reason) = (self.placed, "wrong".to_owned());
                json!(ask::GiveBackTender { command, approval: None, order, tender, reason })
            }
            "list_approvers" => json!({ "fingerprint": "0".repeat(64) }),
            "approve" => {
                let (approver, fingerprint) = (self.manager, "0".repeat(64));
                json!(ask::Approve { command, approver, pin: "000000".to_owned(), fingerprint, act: String::new() })
            }
            "list_receipts" => json!(ask::ListReceipts { text: String::new(), offset: 0 }),
            "find_receipt" => json!(ask::FindReceipt { document: self.sold.1 }),
            "print_copy" => json!(ask::PrintCopy { command, document: self.sold.1 }),
            "print_again" => json!(ask::PrintAgain { command, job: self.job }),
            "drop_job" => json!(ask::DropJob { command, job: self.job }),
            "print_test" | "issue_recovery_code" => json!({ "command": command }),
            "watch_printing" => json!(ask::WatchPrinting { seen: 0 }),
            "find_shift" => json!(ask::FindShift { shift: self.shift }),
            "print_shift" => json!(ask::PrintShift { command, shift: self.shift }),
            "change_shop" => {
                let (name, receipt) = ("Mine".to_owned(), ReceiptSettings::default());
                json!(ask::ChangeShop { command, name, address: Vec::new(), tax_id: None, receipt })
            }
            "change_printer" => json!(ask::ChangePrinter { command, printer: PrinterSettings::default() }),
            "change_look" => json!(ask::ChangeLook { command, look: Look { sounds: false, ..Look::default() } }),
            "add_staff" => {
                json!({ "command": command, "name": "Mallory", "role": "manager", "pin": "13371337" })
            }
            "change_staff_pin" => json!({ "command": command, "operator": self.manager, "pin": "13371337" }),
            "remove_staff" => json!({ "command": command, "operator": self.manager }),
            other => panic!("{other} has no request"),
        }
    }
}

fn first_run() -> Value {
    let printer = PrinterSettings::default();
    json!({ "country": "gr", "language": "en", "name": "Mine", "address": [], "tax_id": null, "owner": "Mallory",
        "pin": "13371337", "printer": printer })
}

async fn scanned(pos: &Pos, who: &Session, order: Option<OrderId>, code: &str) -> Result<CartView> {
    let request = ask::Scan { command: command(), order, code: code.to_owned(), quantity_milli: None };
    match pos.scan(who, request).await? {
        Scanned::Added { cart, .. } | Scanned::Unknown { cart, .. } => Ok(cart),
        Scanned::Receipt { document } => bail!("{code} is the receipt {document}"),
    }
}

/// Asks the register as the window does. The window itself answers for what needs nobody signed on.
pub async fn give(pos: &Pos, who: &Session, name: &str, request: Value) -> pos::Result<Value> {
    fn read<R: serde::de::DeserializeOwned>(request: Value) -> R {
        serde_json::from_value(request).expect("the request is one")
    }
    fn say<A: Serialize>(answer: A) -> Value {
        json!(answer)
    }
    macro_rules! gestures {
        ($($name:ident),*; quiet $($quiet:ident),*) => {
            match name {
                $(stringify!($name) => say(pos.$name(who, read(request)).await?),)*
                $(stringify!($quiet) => say(pos.$quiet(read(request)).await?),)*
                "settings" => say(pos.settings(who).await?),
                "list_parked" => say(pos.list_parked().await?),
                "list_categories" => say(pos.list_categories().await?),
                "sign_off" => say(pos.sign_off().await?),
                other => panic!("{other} is not asked of somebody"),
            }
        };
    }
    Ok(gestures!(
        change_shop, change_printer, change_look, add_staff, change_staff_pin, remove_staff, issue_recovery_code,
        open_shift, close_shift, scan, add_product, change_quantity, void_line, discount_line, discount_order,
        override_price, override_line_total, note_line, note_order, ignore_unknown, cancel_order, park_order,
        resume_order, place_order, pay_cash, pay_card, pay_coupon, give_back_tender, reverse_last, list_approvers,
        approve, print_copy, print_again, drop_job, print_test, find_shift, print_shift;
        quiet list_products, search, list_receipts, find_receipt, watch_printing
    ))
}

/// What the table does not say of the commands that a handler registers and a page asks, and the other way round.
pub fn gaps(rows: &[(&str, Who)], handler: &str, page: &str) -> Vec<String> {
    let registered = between(handler, "generate_handler![", "]");
    let registered: Vec<&str> = registered.split(',').filter_map(|path| path.trim().rsplit("::").next()).collect();
    let registered: Vec<&str> = registered.into_iter().filter(|name| !name.is_empty()).collect();
    let asked: Vec<&str> = between(page, "export const api = {", "\n};").split('\'').skip(1).step_by(2).collect();
    let known: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    let mut gaps = Vec::new();
    for (place, names) in [("registered", &registered), ("asked by the page", &asked)] {
        gaps.extend(
            names.iter().filter(|name| !known.contains(name)).map(|name| format!("{name} is {place} and has no row")),
        );
        gaps.extend(
            known
                .iter()
                .filter(|name| !names.contains(name))
                .map(|name| format!("{name} has a row and is not {place}")),
        );
    }
    gaps
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let rest = text.split_once(begin).map_or("", |(_, rest)| rest);
    rest.split_once(end).map_or("", |(found, _)| found)
}

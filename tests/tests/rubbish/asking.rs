//! A register in the middle of a day, and good requests for every command of it.

use crate::ask::{Answer, ask};
use anyhow::{Context, Result, ensure};
use kernel::OrderId;
use pos::api::words::{CartView, Payment};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tests::counter::{CASHIER_PIN, Counter, MANAGER_PIN, command};
use tests::ledger::{assert_clean, happened_after};

/// On sale, at 12.90.
pub const CASE: &str = "2900000020016";
/// On sale, at 249.00, and scarce.
pub const PHONE: &str = "2900000010017";

/// Every code that a person may read.
static CODES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let table = std::fs::read_to_string(tests::project().join("docs/errors.md")).expect("the codes are told");
    table.lines().filter_map(|line| line.strip_prefix("| ")?.get(..7)).map(str::to_owned).collect()
});

/// A wrong PIN is a fact: these refuse and record it.
const RECORD_REFUSALS: &[&str] = &["sign_on", "approve", "recover"];

/// A shop with a sale behind it, an order that waits, one on the counter with a code that nobody knows, and an act
/// that was refused to the cashier.
pub async fn shop() -> Result<Counter> {
    let counter = Counter::open().await?;
    counter.product("CASE", CASE, 1_290).await?;
    let phone = counter.product("PHONE", PHONE, 24_900).await?;
    counter.receive(phone, 3).await?;
    counter.sell(&[CASE, PHONE]).await?;
    let waiting = counter.cart(&[CASE]).await?;
    counter.park(waiting.order, Some("blue jacket")).await?;
    let cart = counter.cart(&[CASE, PHONE]).await?;
    counter.scan(Some(cart.order), "4006381333931").await?;
    Ok(counter)
}

/// What the good requests are made of.
pub struct Known {
    order: String,
    total: Value,
    due: Value,
    /// Every id that the register knows.
    pub ids: Vec<String>,
    fingerprint: String,
}

impl Known {
    /// Looks at the register, and lets the cashier be refused once.
    pub async fn of(counter: &Counter) -> Result<Self> {
        let view = counter.pos.session_view(&counter.manager).await?;
        let cart = view.cart.context("a cart is open")?;
        let discount = json!({ "command": command(), "approval": null, "order": cart.order, "line": 1,
            "discount": { "kind": "rate", "rate": 500_000 }, "reason": "scratched" });
        let refused = counter.pos.discount_line(&counter.cashier, serde_json::from_value(discount)?).await;
        let fingerprint = match refused {
            Err(error) => error.refusal().params["fingerprint"].as_str().context("a fingerprint")?.to_owned(),
            Ok(_) => anyhow::bail!("a cashier may give half off"),
        };
        let sale = view.last_sale.context("a sale was made")?;
        let ids = [
            cart.order.to_string(),
            view.parked.first().context("an order waits")?.order.to_string(),
            sale.order.to_string(),
            sale.document.to_string(),
            cart.lines[0].product.to_string(),
            cart.lines[1].product.to_string(),
            counter.manager.operator.to_string(),
            counter.cashier.operator.to_string(),
            counter.pos.shift().context("a shift is open")?.shift.to_string(),
            command().to_string(),
        ];
        let (order, total, due) = (cart.order.to_string(), json!(cart.total), json!(cart.due));
        Ok(Self { order, total, due, ids: ids.to_vec(), fingerprint })
    }

    /// A request that the command would take, or refuse for a reason of the shop's.
    #[expect(clippy::too_many_lines, reason = "a table with one row a command")]
    pub fn request(&self, name: &str) -> Value {
        let id = command().to_string();
        let Self { order, total, due, ids, fingerprint } = self;
        let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
        let [parked, sold, document, case, manager, cashier, shift] = [1, 2, 3, 4, 6, 7, 8].map(|at| &ids[at]);
        let printer = json!({ "connection": { "kind": "none" }, "paper": "mm80", "code_page": "wpc1253",
            "drawer": false, "automatic": false });
        let look = json!({ "language": null, "theme": "dark", "text_scale_percent": 100, "sounds": true,
            "lock_after_minutes": 5, "keys": { "pay_card": "F3" } });
        let receipt = json!({ "footer": ["Thank you"], "logo": { "width": 8, "height": 1, "bits": "gA==" },
            "barcode": true, "link": "https://example.test/r" });
        let paying = json!({ "command": id, "approval": null, "order": order, "expected_total": total,
            "expected_due": due });
        let with = |more: Value| {
            let mut all = paying.clone();
            if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
                all.extend(more);
            }
            all
        };
        match name {
            "sign_on" => json!({ "operator": cashier, "pin": CASHIER_PIN }),
            "recover" => json!({ "command": id, "operator": manager, "code": "AAAA-BBBB", "pin": MANAGER_PIN }),
            "set_up_demo" => json!({ "language": "el" }),
            "set_up_shop" => json!({ "country": "gr", "language": "el", "name": "Shop", "address": ["Street 1"],
                "tax_id": "094259216", "owner": "Eleni", "pin": MANAGER_PIN, "printer": printer }),
            "change_shop" => json!({ "command": id, "name": "Shop", "address": ["Street 1"], "tax_id": "094259216",
                "receipt": receipt }),
            "change_printer" => json!({ "command": id, "printer": printer }),
            "change_look" => json!({ "command": id, "look": look }),
            "add_staff" => json!({ "command": id, "name": "Nikos", "role": "cashier", "pin": "987654" }),
            "change_staff_pin" => json!({ "command": id, "operator": cashier, "pin": "987654" }),
            "remove_staff" => json!({ "command": id, "operator": cashier }),
            "open_shift" => json!({ "command": id, "float": eur(10_000) }),
            "close_shift" => json!({ "command": id, "counted": eur(20_000),
                "pieces": [{ "value": eur(5_000), "pieces": 4 }] }),
            "list_products" => json!({ "category": null, "offset": 0 }),
            "search" => json!({ "text": "case", "offset": 0 }),
            "scan" => json!({ "command": id, "order": order, "code": CASE, "quantity_milli": 1_000 }),
            "add_product" => json!({ "command": id, "order": order, "product": case, "quantity_milli": 1_000,
                "instead_of": 1 }),
            "change_quantity" => json!({ "command": id, "order": order, "line": 1, "quantity_milli": 2_000 }),
            "void_line" => json!({ "command": id, "approval": null, "order": order, "line": 1 }),
            "discount_line" => json!({ "command": id, "approval": null, "order": order, "line": 1,
                "discount": { "kind": "rate", "rate": 100_000 }, "reason": "scratched" }),
            "discount_order" => json!({ "command": id, "approval": null, "order": order,
                "discount": { "kind": "amount", "amount": eur(100) }, "reason": "a regular" }),
            "override_price" => json!({ "command": id, "approval": null, "order": order, "line": 1,
                "price": { "milli_minor": 990_000, "currency": "EUR" }, "reason": "as advertised" }),
            "override_line_total" => json!({ "command": id, "approval": null, "order": order, "line": 1,
                "total": eur(500), "reason": "2 for 5" }),
            "note_line" => json!({ "command": id, "order": order, "line": 1, "note": "gift" }),
            "note_order" => json!({ "command": id, "order": order, "note": "fragile" }),
            "ignore_unknown" => json!({ "command": id, "order": order, "unknown": 1 }),
            "cancel_order" => json!({ "command": id, "approval": null, "order": order, "reason": "changed my mind" }),
            "park_order" => json!({ "command": id, "order": order, "label": "red hat" }),
            "resume_order" => json!({ "command": id, "order": parked }),
            "place_order" => json!({ "command": id, "approval": null, "order": order, "expected_total": total }),
            "pay_cash" => with(json!({ "tendered": eur(50_000), "partial": false })),
            "pay_card" => with(json!({ "amount": eur(1_000),
                "slip": { "reference": "T1", "brand": "Visa", "last_four": "4242" } })),
            "pay_coupon" => with(json!({ "value": eur(500) })),
            "give_back_tender" => json!({ "command": id, "approval": null, "order": order, "tender": command(),
                "reason": "changed my mind" }),
            "reverse_last" => json!({ "command": id, "approval": null, "order": sold, "reason": "wrong colour" }),
            "list_approvers" => json!({ "fingerprint": fingerprint }),
            "approve" => json!({ "command": id, "approver": manager, "pin": MANAGER_PIN, "fingerprint": fingerprint,
                "act": "half off" }),
            "list_receipts" => json!({ "text": "A-1", "offset": 0 }),
            "find_receipt" => json!({ "document": document }),
            "print_copy" => json!({ "command": id, "document": document }),
            "print_again" | "drop_job" => json!({ "command": id, "job": command() }),
            "watch_printing" => json!({ "seen": 0 }),
            "find_shift" => json!({ "shift": shift }),
            "print_shift" => json!({ "command": id, "shift": shift }),
            "print_test" | "issue_recovery_code" => json!({ "command": id }),
            _ => Value::Null,
        }
    }
}

/// Asks, and sees that a refusal has a known code and leaves no trace.
pub async fn asked(counter: &Counter, name: &str, request: Value) -> Result<Answer> {
    let before = counter.pos.store().head().await;
    let answer = ask(&counter.pos, name, request).await;
    let Err(refusal) = &answer else { return Ok(answer) };
    ensure!(CODES.contains(&refusal.code), "{name} was refused with an unknown code: {refusal:?}");
    ensure!(!refusal.code.starts_with("SYS") || refusal.code == "SYS-005", "{name} broke: {refusal:?}");
    ensure!(refusal.text.len() < 2_000, "{name} tells everything again: {} bytes", refusal.text.len());
    let after = counter.pos.store().head().await;
    if after != before {
        let happened = happened_after(&counter.pos, before.position).await?;
        ensure!(RECORD_REFUSALS.contains(&name), "{name} refused with {refusal:?}, and recorded {happened:?}");
    }
    Ok(answer)
}

/// Whatever happened before, somebody signs on and sells, and the file holds.
pub async fn sells_on(counter: &Counter) -> Result<()> {
    let (pos, who) = (&counter.pos, &counter.manager);
    if pos.shift().is_none() {
        let float = json!({ "command": command(), "float": { "minor": 10_000, "currency": "EUR" } });
        pos.open_shift(who, serde_json::from_value(float)?).await?;
    }
    if let Some(cart) = pos.session_view(who).await?.cart {
        clear(counter, cart).await?;
    }
    let scan = json!({ "command": command(), "order": null, "code": CASE, "quantity_milli": null });
    let Ok(pos::api::words::Scanned::Added { cart, .. }) = pos.scan(who, serde_json::from_value(scan)?).await else {
        anyhow::bail!("nothing can be sold any more");
    };
    let paid = pos.pay_cash(who, tests::counter::pay_cash(&cart, None)).await?;
    ensure!(matches!(paid, Payment::Paid { .. }), "{paid:?}");
    assert_clean(pos).await
}

/// Gives back what was paid, and gives the order up.
async fn clear(counter: &Counter, cart: CartView) -> Result<()> {
    for held in &cart.tenders {
        counter.give_back(cart.order, held.tender).await?;
    }
    let order: OrderId = cart.order;
    Ok(counter.cancel(&counter.manager, order).await?)
}

//! A small shop as an earlier version left it at the end of a day, and what it then said of itself.

use crate::counter::{CASHIER_PIN, Counter, MANAGER_PIN, command};
use crate::day::{self, CHARGER, FETA};
use crate::gestures::paid;
use crate::ledger::facts;
use anyhow::{Context, Result, bail, ensure};
use contracts::ShiftClosed;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use pos::api::requests as ask;
use pos::api::words::{CartView, Scanned};
use pos::folder::JOURNAL_FILE;
use pos::{Pos, Session};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use store::settings::PrinterConnection;

/// What a register is kept in.
const FILES: [&str; 2] = [JOURNAL_FILE, "pepper"];

/// What the version that made them answered.
const SAID: &str = "said.json";

/// A folder that no machine has, so that paper which waits goes on waiting.
const NO_PRINTER: &str = "/nowhere/minas-pos/paper";

/// The name that the parked order waits under.
pub const PARKED: &str = "blue jacket";

/// The versions that left something, oldest first.
pub fn versions() -> Result<Vec<String>> {
    let entries = fs::read_dir(shelf())?.collect::<Result<Vec<_>, _>>()?;
    let folders = entries.into_iter().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_by_key(|name| name.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u32>>());
    Ok(names)
}

/// Lays out in `folder` what a version left, and gives back what it said.
pub fn lay_out(version: &str, folder: &Path) -> Result<Value> {
    let from = shelf().join(version);
    fs::create_dir_all(folder)?;
    for name in FILES {
        let packed = File::open(from.join(format!("{name}.gz"))).with_context(|| format!("{name} of {version}"))?;
        std::io::copy(&mut GzDecoder::new(packed), &mut File::create(folder.join(name))?)?;
    }
    let said = fs::read(from.join(SAID))?;
    Ok(serde_json::from_slice(&said)?)
}

/// Makes such a day with the present version and keeps it under its number.
pub async fn leave() -> Result<()> {
    let to = shelf().join(env!("CARGO_PKG_VERSION"));
    ensure!(!to.exists(), "{} is there; what a version left is never made again", to.display());
    let counter = day::busy().await?;
    // The day leaves a placed order, which somebody pays, and cheese on the scale.
    paid(counter.pay_card(&at_hand(&counter).await?, None).await?)?;
    let cheese = counter.scan_milli(None, FETA, 1_235).await?;
    let Scanned::Added { cart, .. } = cheese else { bail!("the cheese is known: {cheese:?}") };
    counter.park(cart.order, Some(PARKED)).await?;
    let mut printer = counter.pos.settings(&counter.manager).await?.printer;
    printer.connection = PrinterConnection::File { path: NO_PRINTER.to_owned() };
    printer.automatic = true;
    counter.pos.change_printer(&counter.manager, ask::ChangePrinter { command: command(), printer }).await?;
    counter.sell(&[CHARGER]).await?;
    counter.cart(&[CHARGER, FETA]).await?;
    let said = said(&counter.pos, &counter.cashier).await?;
    counter.with_closed(async |folder| keep(folder, &to, &said)).await.map(drop)
}

async fn at_hand(counter: &Counter) -> Result<CartView> {
    counter.pos.session_view(&counter.cashier).await?.cart.context("the day ends with an open cart")
}

fn keep(folder: &Path, to: &Path, said: &Value) -> Result<()> {
    fs::create_dir_all(to)?;
    for name in FILES {
        let mut packed = GzEncoder::new(File::create(to.join(format!("{name}.gz")))?, Compression::best());
        packed.write_all(&fs::read(folder.join(name))?)?;
        packed.finish()?;
    }
    Ok(fs::write(to.join(SAID), format!("{said:#}\n"))?)
}

/// What a register says of its past: receipts, reports, stock, the cart, what waits.
pub async fn said(pos: &Pos, who: &Session) -> Result<Value> {
    let page = pos.list_receipts(ask::ListReceipts { text: String::new(), offset: 0 }).await?;
    let mut receipts = Vec::new();
    for row in &page.receipts {
        receipts.push(json!(pos.find_receipt(ask::FindReceipt { document: row.document }).await?));
    }
    let mut shifts = Vec::new();
    for closed in facts::<ShiftClosed>(pos).await? {
        shifts.push(json!(pos.find_shift(who, ask::FindShift { shift: closed.shift }).await?));
    }
    let view = pos.session_view(who).await?;
    Ok(json!({
        "list": page.receipts,
        "receipts": receipts,
        "shifts": shifts,
        "products": pos.search(ask::Search { text: String::new(), offset: 0 }).await?.products,
        "orders": pos.stats().await?.orders,
        "shift": view.shift,
        "cart": view.cart,
        "last_sale": view.last_sale,
        "parked": view.parked,
        "paper": view.printing.jobs,
    }))
}

/// Signs the cashier and the manager on with their PINs; the cashier stays.
pub async fn sign_on(pos: &Pos) -> Result<(Session, Session)> {
    let operators = pos.operators().await?;
    let find = |name: &str| operators.iter().find(|view| view.name == name).map(|view| view.operator);
    let (maria, eleni) = (find("Maria K.").context("a cashier")?, find("Eleni D.").context("a manager")?);
    let manager = pos.sign_on(ask::SignOn { operator: eleni, pin: MANAGER_PIN.to_owned() }).await?;
    let cashier = pos.sign_on(ask::SignOn { operator: maria, pin: CASHIER_PIN.to_owned() }).await?;
    Ok((cashier, manager))
}

/// What was said before and is not said any more. Words that an answer gained since are no difference.
pub fn differences(before: &Value, now: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", before, now, &mut found);
    found
}

fn compare(path: &str, before: &Value, now: &Value, found: &mut Vec<String>) {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => {
            for (key, value) in before {
                compare(&format!("{path}/{key}"), value, now.get(key).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(before), Value::Array(now)) if before.len() == now.len() => {
            for (index, (before, now)) in before.iter().zip(now).enumerate() {
                compare(&format!("{path}/{index}"), before, now, found);
            }
        }
        _ if before == now => {}
        _ => found.push(format!("{path}: {before} became {now}")),
    }
}

fn shelf() -> PathBuf {
    crate::project().join("tests/fixtures/upgrade")
}

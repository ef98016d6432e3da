//! A till that sells until somebody kills it. Each sale is told on standard output once the register has answered, so
//! whoever reads a line may believe it.

use anyhow::{Context, Result, bail};
use kernel::Money;
use pos::api::requests as ask;
use pos::api::words::{CartView, SaleView, Scanned};
use pos::{Pos, Session, SetClock};
use std::io::Write;
use std::sync::Arc;
use tests::counter::{MONDAY_MS, command, open, pay_cash};
use tests::gestures::{card, paid, part};

/// What it sells, by turns.
const CODES: [&str; 3] = ["2900000020047", "2900000020061", "2900000020115"];

/// Every so many sales are paid in two parts.
const SPLIT_EVERY: usize = 3;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1).context("name the data folder")?;
    let pos = open(folder.as_ref(), &Arc::new(SetClock::at(MONDAY_MS))).await?;
    let who = pos.built_in_session(staff::REPLAY).await?;
    if pos.shift().is_none() {
        let float = Money::zero(pos.shop()?.currency);
        pos.open_shift(&who, ask::OpenShift { command: command(), float }).await?;
    }
    let mut told = std::io::stdout().lock();
    for turn in 0_usize.. {
        let sale = sell(&pos, &who, turn).await?;
        writeln!(told, "{} {} {}", sale.number, sale.order, sale.total.minor)?;
        told.flush()?;
    }
    Ok(())
}

async fn sell(pos: &Pos, who: &Session, turn: usize) -> Result<SaleView> {
    let mut cart: Option<CartView> = None;
    for item in 0..=turn % 4 {
        let code = CODES[(turn + item) % CODES.len()].to_owned();
        let order = cart.as_ref().map(|cart| cart.order);
        let scan = ask::Scan { command: command(), order, code, quantity_milli: None };
        match pos.scan(who, scan).await? {
            Scanned::Added { cart: scanned, .. } => cart = Some(scanned),
            Scanned::Unknown { code, .. } => bail!("{code} is unknown"),
            Scanned::Receipt { document } => bail!("the receipt {document} is not goods"),
        }
    }
    let cart = cart.context("a cart has at least one line")?;
    if turn.is_multiple_of(SPLIT_EVERY) {
        let half = Money { minor: cart.total.minor / 2, ..cart.total };
        let rest = part(pos.pay_cash(who, ask::PayCash { partial: true, ..pay_cash(&cart, Some(half)) }).await?)?;
        return paid(pos.pay_card(who, card(&rest, None)).await?);
    }
    paid(pos.pay_cash(who, pay_cash(&cart, None)).await?)
}

//! `kill -9` at random moments: what the register acknowledged is there, and nothing is half there.

use anyhow::{Context, Result, ensure};
use kernel::OrderId;
use pos::Pos;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use tests::counter::Counter;
use tests::ledger::{assert_clean, assert_rebuild_is_equal, number};

const ROUNDS: usize = 15;
/// Sales that are read before the till is shot at, at most.
const MOST_SALES: u64 = 12;
/// Turns of an idle loop between the last sale read and the shot, at most: longer than one sale takes.
const MOST_SPINS: u64 = 4_000_000;
const PIECES: i64 = 50_000;

/// What a till said of a sale.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    order: OrderId,
    total_minor: i64,
}

/// A seeded generator (Knuth's MMIX constants), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

#[tokio::test]
async fn no_acknowledged_sale_is_lost_and_none_is_half_there() -> Result<()> {
    let mut counter = Counter::new().await?;
    for (sku, barcode, price) in
        [("CHARGER", "2900000020047", 1_590), ("CABLE", "2900000020061", 899), ("BATTERY", "2900000020115", 349)]
    {
        let product = counter.product(sku, barcode, price).await?;
        counter.receive(product, PIECES).await?;
    }
    let mut dice = Dice(20_260_302);
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    let mut hit_in_the_middle = 0;
    for round in 1..=ROUNDS {
        counter = counter.with_closed(async |folder| shoot(folder, &mut dice, &mut told)).await?;
        let pos = &counter.pos;
        ensure!(!pos.store().was_clean(), "round {round}: it was shot");
        assert_clean(pos).await.with_context(|| format!("round {round}"))?;
        for (number, sale) in &told {
            let found = pos.find_sale(sale.order).await?.with_context(|| format!("round {round}: {number} is lost"))?;
            ensure!((&found.number, found.total.minor) == (number, sale.total_minor), "{number} became {found:?}");
        }
        // Asked after each shot: the next till goes on with a cart that this one left.
        let unfinished = "SELECT count(*) FROM orders_order WHERE state IN ('open', 'placed')";
        hit_in_the_middle += number(pos, unfinished).await?;
        let receipts = usize::try_from(receipts(pos).await?)?;
        // Each shot may have hit one sale between its commit and its line.
        ensure!((told.len()..=told.len() + round).contains(&receipts), "round {round}: {receipts} of {}", told.len());
    }
    ensure!(told.len() >= ROUNDS, "every round sold something");
    ensure!(hit_in_the_middle > 0, "some shots hit the middle of a sale");
    assert_rebuild_is_equal(&counter.pos).await
}

/// Lets a till sell, and kills it.
fn shoot(folder: &Path, dice: &mut Dice, told: &mut BTreeMap<String, Told>) -> Result<()> {
    let mut till = Command::new(env!("CARGO_BIN_EXE_till_under_fire"))
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .context("the till cannot be started")?;
    let mut said = BufReader::new(till.stdout.take().context("the till speaks")?);
    for _ in 0..=dice.below(MOST_SALES) {
        let mut line = String::new();
        ensure!(said.read_line(&mut line)? > 0, "the till stopped by itself: {:?}", till.wait()?);
        hear(&line, told)?;
    }
    for _ in 0..dice.below(MOST_SPINS) {
        std::hint::spin_loop();
    }
    till.kill()?;
    till.wait()?;
    let mut rest = String::new();
    said.read_to_string(&mut rest)?;
    // A line that was cut is not acknowledged.
    rest.split_inclusive('\n').filter(|line| line.ends_with('\n')).try_for_each(|line| hear(line, told))
}

fn hear(line: &str, told: &mut BTreeMap<String, Told>) -> Result<()> {
    let mut words = line.split_whitespace();
    let mut word = || words.next().with_context(|| format!("the till said {line:?}"));
    let (number, order, total) = (word()?.to_owned(), word()?, word()?);
    let sale = Told { order: order.parse()?, total_minor: total.parse()? };
    ensure!(told.insert(number, sale).is_none(), "one number for two sales: {line}");
    Ok(())
}

async fn receipts(pos: &Pos) -> Result<i64> {
    number(pos, "SELECT count(*) FROM fiscal_document").await
}

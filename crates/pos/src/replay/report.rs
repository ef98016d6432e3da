//! What a replay came to, summed from what the journal recorded: the same numbers however often it is asked for.

use crate::Pos;
use crate::error::{Error, Result};
use contracts::{OrderConfirmed, OrderPlaced, TenderKind, TenderTaken};
use eventing::sqlx::{self, Row};
use kernel::{CommandId, Fact, Rate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::time::Duration;

/// Parts per million of a basis point.
const PPM_PER_BASIS_POINT: i64 = 100;

/// What a replay did, and what it came to. Amounts are in minor units of the store's currency.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ReplayReport {
    /// Baskets of the file.
    pub baskets: u64,
    /// Orders that were paid: one a basket.
    pub orders: u64,
    /// Their lines.
    pub lines: u64,
    /// Baskets that sold nothing.
    pub skipped: u64,
    /// Lines of the file that sold nothing and paid nothing.
    pub skipped_lines: u64,
    /// Σ line totals.
    pub net_minor: i64,
    /// Σ tax by rate in basis points.
    pub tax_minor: BTreeMap<String, i64>,
    /// Σ amounts that each kind of tender settled.
    pub tenders_minor: BTreeMap<&'static str, i64>,
    /// Σ coupon values that nobody got.
    pub forfeited_minor: i64,
    /// Facts that the journal recorded, those of the shift included.
    pub events: u64,
    /// Commits that acknowledged money.
    pub pay_commits: u64,
    /// Commits that edited a cart.
    pub edit_commits: u64,
    /// How long the paying gestures of this run took, in microseconds.
    pub sale_us: Percentiles,
    /// How long all of it took.
    pub seconds: f64,
}

/// A distribution by nearest rank; zero of nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Percentiles {
    /// Half of them took no longer.
    pub p50: u64,
    /// 99 of 100 took no longer.
    pub p99: u64,
}

impl Percentiles {
    pub(super) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |per_cent: usize| {
            let rank = (times.len() * per_cent).div_ceil(100);
            let time = times.get(rank.saturating_sub(1)).copied().unwrap_or_default();
            u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
        };
        Self { p50: at(50), p99: at(99) }
    }
}

/// The commands that a replay is made of.
#[derive(Default)]
pub(super) struct Commands {
    pub(super) edits: Vec<CommandId>,
    pub(super) pays: Vec<CommandId>,
    pub(super) shifts: Vec<CommandId>,
}

impl ReplayReport {
    /// Adds what the journal has of these commands.
    pub(super) async fn add(&mut self, pos: &Pos, commands: &Commands) -> Result<()> {
        self.edit_commits += self.count(pos, &commands.edits).await?;
        self.pay_commits += self.count(pos, &commands.pays).await?;
        self.count(pos, &commands.shifts).await?;
        self.sum(pos, &commands.pays).await
    }

    /// Counts the events of these commands, and gives back their commits.
    async fn count(&mut self, pos: &Pos, commands: &[CommandId]) -> Result<u64> {
        let mut reader = pos.store().reader().await?;
        let row = sqlx::query(
            "SELECT count(DISTINCT c.commit_no), count(*) FROM commit_record c JOIN event e USING (commit_no) \
             WHERE c.command IN (SELECT unhex(value) FROM json_each(?))",
        )
        .bind(ids(commands))
        .fetch_one(&mut *reader)
        .await?;
        self.events += row.get::<i64, _>(1).unsigned_abs();
        Ok(row.get::<i64, _>(0).unsigned_abs())
    }

    /// Sums the amounts that these commands recorded.
    async fn sum(&mut self, pos: &Pos, pays: &[CommandId]) -> Result<()> {
        let mut reader = pos.store().reader().await?;
        let rows = sqlx::query(
            "SELECT e.type, e.schema_version, e.payload FROM commit_record c JOIN event e USING (commit_no) \
             WHERE c.command IN (SELECT unhex(value) FROM json_each(?)) AND e.type IN (?, ?, ?)",
        )
        .bind(ids(pays))
        .bind(OrderPlaced::TYPE)
        .bind(OrderConfirmed::TYPE)
        .bind(TenderTaken::TYPE)
        .fetch_all(&mut *reader)
        .await?;
        for row in &rows {
            let (event_type, version): (&str, u16) = (row.get(0), row.get(1));
            let payload = pos.store().app().current(event_type, version, row.get(2));
            let payload = payload.ok_or_else(|| Error::Bug(format!("{event_type} {version} is not known")))?;
            if event_type == OrderPlaced::TYPE {
                self.placed(&fact(&payload)?);
            } else if event_type == OrderConfirmed::TYPE {
                self.confirmed(&fact(&payload)?);
            } else {
                self.taken(&fact(&payload)?);
            }
        }
        Ok(())
    }

    fn placed(&mut self, placed: &OrderPlaced) {
        self.lines += placed.quote.lines.len() as u64;
        self.net_minor += placed.quote.lines.iter().map(|line| line.line_total.minor).sum::<i64>();
    }

    fn confirmed(&mut self, confirmed: &OrderConfirmed) {
        self.orders += 1;
        for row in &confirmed.taxes {
            *self.tax_minor.entry(basis_points(row.rate)).or_default() += row.tax.minor;
        }
    }

    fn taken(&mut self, taken: &TenderTaken) {
        let kind = match taken.kind {
            TenderKind::Cash => "cash",
            TenderKind::Card => "card",
            TenderKind::Coupon => "coupon",
        };
        *self.tenders_minor.entry(kind).or_default() += taken.amount.minor;
        self.forfeited_minor += taken.forfeited.minor;
    }
}

/// `2400` for 24 %, as files write it; a part of a basis point shows as a fraction.
fn basis_points(rate: Rate) -> String {
    let (whole, rest) = (rate.ppm() / PPM_PER_BASIS_POINT, rate.ppm() % PPM_PER_BASIS_POINT);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}") }
}

fn fact<F: DeserializeOwned>(payload: &[u8]) -> Result<F> {
    serde_json::from_slice(payload).map_err(|error| Error::Bug(format!("a fact of a replay does not parse: {error}")))
}

/// The ids as SQLite reads them: a JSON array of hex.
fn ids(commands: &[CommandId]) -> String {
    let hex: Vec<String> = commands.iter().map(|command| command.0.simple().to_string()).collect();
    serde_json::Value::from(hex).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_the_nearest_rank() {
        let times: Vec<_> = (1..=200).rev().map(Duration::from_micros).collect();
        assert_eq!(Percentiles::of(times), Percentiles { p50: 100, p99: 198 });
        assert_eq!(Percentiles::of(vec![Duration::from_micros(7)]), Percentiles { p50: 7, p99: 7 });
        assert_eq!(Percentiles::of(Vec::new()), Percentiles::default());
    }

    #[test]
    fn rates_are_named_in_basis_points() {
        assert_eq!(basis_points(Rate::percent(24)), "2400");
        assert_eq!(basis_points(Rate::ZERO), "0");
        assert_eq!(basis_points(Rate::from_ppm(55_550).unwrap()), "555.50");
    }
}

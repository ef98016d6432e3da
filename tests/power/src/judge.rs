//! What a shop finds when the power is back.

use crate::day::{Day, Gesture, open, sell_one};
use anyhow::{Context, Result, ensure};
use eventing::sqlx::{self, Row};
use pos::Pos;
use std::path::Path;

/// What one image came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Durable commits that were acknowledged and are gone: must be 0.
    pub lost: usize,
    /// Cart edits that were acknowledged and are gone: they may be, back to the last durable commit.
    pub edits_lost: usize,
}

/// Whether a shop that comes back also sells once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Only what is there is checked.
    Look,
    /// One more sale is made, and everything is checked again.
    SellOn,
}

/// Opens an image as the program does, and checks it.
///
/// # Errors
/// Where the file does not open, holds what never was, or does not hold together.
pub async fn judge(day: &Day, folder: &Path, cut: usize, after: After) -> Result<Verdict> {
    let pos = open(folder).await.context("it does not open")?;
    let head = pos.store().head().await;
    let place = usize::try_from(head.commit_no)?.checked_sub(1).context("an empty journal")?;
    let commit = day.commits.get(place).context("more commits than there were")?;
    ensure!(commit.hash == head.hash, "commit {} is not the one that was made", head.commit_no);
    let report = pos.verify().await?;
    ensure!(report.clean, "it does not hold: {report:#?}");
    gapless(&pos).await?;

    let gone = day.answers.iter().filter(|it| it.answered <= cut && it.commit_no > head.commit_no);
    let (mut lost, mut edits_lost) = (0, 0);
    for answer in gone {
        match &answer.gesture {
            Gesture::Edit | Gesture::Checkpoint => edits_lost += 1,
            Gesture::Sale(_) | Gesture::Part | Gesture::Other => lost += 1,
        }
    }
    if lost == 0 {
        sales_are_there(day, &pos, cut).await?;
    }
    if after == After::SellOn {
        sell_on(day, &pos).await?;
    }
    Ok(Verdict { lost, edits_lost })
}

/// Every sale that was acknowledged before the cut can be found, with its number and total.
async fn sales_are_there(day: &Day, pos: &Pos, cut: usize) -> Result<()> {
    for answer in day.answers.iter().filter(|it| it.answered <= cut) {
        let Gesture::Sale(sale) = &answer.gesture else { continue };
        let found = pos.find_sale(sale.order).await?.with_context(|| format!("{} is lost", sale.number))?;
        ensure!((&found.number, found.total) == (&sale.number, sale.total), "{} became {found:?}", sale.number);
    }
    Ok(())
}

/// Receipt numbers have no gap and no repeat.
async fn gapless(pos: &Pos) -> Result<()> {
    let mut reader = pos.store().reader().await?;
    let rows =
        sqlx::query("SELECT series, count(DISTINCT number), max(number), count(*) FROM fiscal_document GROUP BY 1");
    for row in rows.fetch_all(&mut *reader).await? {
        let (series, different, last, all): (String, i64, i64, i64) = (row.get(0), row.get(1), row.get(2), row.get(3));
        ensure!(different == last && all == last, "series {series} has {all} numbers up to {last}");
    }
    Ok(())
}

async fn sell_on(day: &Day, pos: &Pos) -> Result<()> {
    let sale = sell_one(pos, &day.cashier).await.context("it does not sell on")?;
    ensure!(pos.find_sale(sale.order).await?.is_some(), "the next sale is not there");
    gapless(pos).await?;
    let report = pos.verify().await?;
    ensure!(report.clean, "it does not hold after the next sale: {report:#?}");
    Ok(())
}

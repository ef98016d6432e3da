//! What a file says after the fact: stock, drawer, facts, views, and whether all of it holds.

use crate::counter::Counter;
use anyhow::{Context, Result, ensure};
use eventing::sqlx::{self, AssertSqlSafe, Row};
use inventory::StockRow;
use kernel::{Fact, Money, ProductId};
use pos::Pos;
use std::collections::BTreeMap;

/// Events that are read at a time.
const EVENTS_PER_PAGE: u32 = 500;

/// Between the cells of a dumped row.
const COLUMN_SEPARATOR: &str = " | ";

/// Every fact of one type, in the order of the journal.
pub async fn facts<F: Fact>(pos: &Pos) -> Result<Vec<F>> {
    let mut found = Vec::new();
    let mut after = 0;
    loop {
        let page = pos.store().events_after(after, EVENTS_PER_PAGE).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = last.position;
        found.extend(page.iter().filter_map(|row| row.fact::<F>(pos.store().app())));
    }
}

/// The stored names of every event after `position`, in order.
pub async fn happened_after(pos: &Pos, position: i64) -> Result<Vec<String>> {
    let page = pos.store().events_after(position, EVENTS_PER_PAGE).await?;
    Ok(page.into_iter().map(|row| row.event_type).collect())
}

/// One number that a query finds.
pub async fn number(pos: &Pos, sql: &str) -> Result<i64> {
    let mut reader = pos.store().reader().await?;
    Ok(sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_one(&mut *reader).await?.get(0))
}

/// Every row of every view's tables, as text, by table: what a rebuild must make again.
pub async fn views(pos: &Pos) -> Result<BTreeMap<&'static str, Vec<String>>> {
    let mut reader = pos.store().reader().await?;
    let mut dump = BTreeMap::new();
    for table in pos.store().app().views().iter().flat_map(|view| view.tables) {
        let columns =
            sqlx::query(AssertSqlSafe(format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden <> 1")));
        let columns: Vec<String> = columns.fetch_all(&mut *reader).await?.iter().map(|row| row.get(0)).collect();
        let cells: Vec<String> = columns.iter().map(|column| format!("coalesce(quote(\"{column}\"), '-')")).collect();
        let text = cells.join(&format!(" || '{COLUMN_SEPARATOR}' || "));
        let rows = sqlx::query(AssertSqlSafe(format!("SELECT {text} FROM {table} ORDER BY 1")));
        dump.insert(*table, rows.fetch_all(&mut *reader).await?.iter().map(|row| row.get(0)).collect());
    }
    Ok(dump)
}

/// The chain holds, every invariant holds.
pub async fn assert_clean(pos: &Pos) -> Result<()> {
    let report = pos.verify().await?;
    ensure!(report.clean, "the file does not hold: {report:#?}");
    ensure!(report.events > 0 && report.invariants > 0, "nothing was checked: {report:#?}");
    Ok(())
}

/// A rebuild makes the same rows.
pub async fn assert_rebuild_is_equal(pos: &Pos) -> Result<()> {
    let before = views(pos).await?;
    pos.rebuild(None).await?;
    let after = views(pos).await?;
    for (table, rows) in &before {
        ensure!(after.get(table) == Some(rows), "{table} was\n{rows:#?}\nand is\n{:#?}", after.get(table));
    }
    Ok(())
}

impl Counter {
    /// Where a product's stock stands.
    pub async fn stock(&self, product: ProductId) -> Result<StockRow> {
        let mut reader = self.pos.store().reader().await?;
        inventory::stock_of(&mut reader, &[product]).await?.pop().context("every product has a row")
    }

    /// What lies on the shelf and what is promised, in pieces.
    pub async fn pieces(&self, product: ProductId) -> Result<(i64, i64)> {
        let stock = self.stock(product).await?;
        Ok((stock.on_hand_milli / 1_000, stock.reserved_milli / 1_000))
    }

    /// What the drawer should hold.
    pub async fn expected_cash(&self) -> Result<Money> {
        let shift = self.pos.shift().context("a shift is open")?;
        let mut reader = self.pos.store().reader().await?;
        Ok(till::find_shift(&mut reader, shift.shift).await?.context("the shift has a row")?.expected)
    }

    /// The last event's number in our own log.
    pub async fn seq(&self) -> i64 {
        self.pos.store().head().await.seq
    }
}

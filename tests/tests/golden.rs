//! Every version of every event that was ever shipped stays readable, and every event can happen.
//!
//! `tests/golden/events` holds one payload for each type and version, as it was stored. A golden is never written
//! anew: a shape that changes raises the fact's version, and `cargo xtask codegen` then writes the new version's file.

use anyhow::{Context, Result, ensure};
use eventing::EventRow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use tests::grand;
use tests::ledger::{assert_clean, assert_rebuild_is_equal};

/// More than the grand journey records.
const MOST_EVENTS: u32 = 10_000;

fn folder() -> PathBuf {
    tests::project().join("tests/golden/events")
}

fn file(event_type: &str, version: u16) -> PathBuf {
    folder().join(format!("{event_type}.v{version}.json"))
}

/// Every golden: its type, its version and what was stored.
fn goldens() -> Result<Vec<(String, u16, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder())? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a golden has a plain name")?;
        let stem = name.strip_suffix(".json").with_context(|| format!("{name} is no golden"))?;
        let (event_type, version) = stem.rsplit_once(".v").with_context(|| format!("{name} names no version"))?;
        let stored = std::fs::read(&path)?;
        found.push((event_type.to_owned(), version.parse()?, stored.trim_ascii_end().to_vec()));
    }
    Ok(found)
}

#[tokio::test]
async fn every_event_of_the_app_happens_and_has_its_golden() -> Result<()> {
    let counter = grand::everything().await?;
    let rows = counter.pos.store().events_after(0, MOST_EVENTS).await?;
    let happened: BTreeSet<(&str, u16)> =
        rows.iter().map(|row| (row.event_type.as_str(), row.schema_version)).collect();
    let known: BTreeSet<(&str, u16)> = pos::app().facts().into_iter().collect();
    let never: Vec<_> = known.difference(&happened).collect();
    ensure!(never.is_empty(), "nothing records {never:?}");

    let mut missing = Vec::new();
    for ((event_type, version), row) in fullest(&rows) {
        let path = file(event_type, version);
        if path.exists() {
            continue;
        }
        if tests::updates() {
            std::fs::create_dir_all(folder())?;
            std::fs::write(path, [&row.payload[..], b"\n"].concat())?;
        } else {
            missing.push(path);
        }
    }
    ensure!(missing.is_empty(), "run `cargo xtask codegen`: {missing:#?}");
    assert_clean(&counter.pos).await?;
    assert_rebuild_is_equal(&counter.pos).await
}

/// Of each type, the event with the most in it.
fn fullest(rows: &[EventRow]) -> BTreeMap<(&str, u16), &EventRow> {
    let mut found: BTreeMap<(&str, u16), &EventRow> = BTreeMap::new();
    for row in rows {
        let kept = found.entry((&row.event_type, row.schema_version)).or_insert(row);
        if row.payload.len() > kept.payload.len() {
            *kept = row;
        }
    }
    found
}

#[test]
fn every_golden_reads_and_those_of_today_come_back_as_they_were() -> Result<()> {
    let app = pos::app();
    let current: BTreeMap<&str, u16> = app.facts().into_iter().collect();
    let goldens = goldens()?;
    ensure!(goldens.len() >= current.len(), "every fact has a golden");
    for (event_type, version, stored) in goldens {
        let said = String::from_utf8_lossy(&stored);
        let read = app.reads(&event_type, version, &stored).with_context(|| format!("{event_type}: {said}"))?;
        if current.get(event_type.as_str()) == Some(&version) {
            let again = String::from_utf8_lossy(&read);
            ensure!(said == again, "{event_type} changed its shape and kept its version:\n{said}\n{again}");
        }
    }
    Ok(())
}

#[test]
fn what_is_no_event_is_not_read() {
    let app = pos::app();
    assert_eq!(app.reads("orders.order.opened", 1, b"{}"), None, "a field is missing");
    assert_eq!(app.reads("orders.order.opened", 99, br#"{"order":"0192f0c1-0000-7000-8000-000000000000"}"#), None);
    assert_eq!(app.reads("orders.order.never", 1, b"{}"), None);
}

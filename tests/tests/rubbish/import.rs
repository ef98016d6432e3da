//! Catalog files that nobody in their right mind writes: damaged, mixed up, bent and endless.

use crate::check;
use crate::table::{File, Shop, file};
use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use pos::Pos;
use pos::import::{BadRows, Effect, ImportCatalog, ImportReport, Watch};
use proptest::prelude::*;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use tests::counter::Counter;
use tests::ledger::assert_clean;

/// What a file may be refused with as a whole.
const REFUSED: [&str; 7] = ["IMP-001", "IMP-002", "IMP-003", "IMP-004", "IMP-005", "IMP-006", "IMP-008"];

async fn import(pos: &Pos, path: &Path, effect: Effect) -> pos::Result<ImportReport> {
    let import = ImportCatalog { file: path, bad_rows: BadRows::LeaveOut, effect };
    pos.import_catalog(import, Watch { progress: &|_| {}, stop: &AtomicBool::new(false) }).await
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).and_then(|()| packer.finish()).expect("memory takes everything")
}

fn sample() -> Vec<u8> {
    std::fs::read(tests::project().join("tests/fixtures/catalog.csv")).expect("the fixture is there")
}

/// Takes the bytes in: refused whole with a known code and nothing recorded, or every row told.
async fn take(pos: &Pos, bytes: &[u8], effect: Effect) -> Result<Option<ImportReport>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("catalog.csv");
    std::fs::write(&path, bytes)?;
    let before = pos.store().head().await;
    match import(pos, &path, effect).await {
        Err(error) => {
            let told = error.refusal();
            ensure!(REFUSED.contains(&told.code.as_str()), "{told:?}");
            ensure!(pos.store().head().await == before, "refused with {told:?}, and recorded");
            Ok(None)
        }
        Ok(report) => {
            let tally = &report.tally;
            ensure!(tally.rows == tally.added + tally.changed + tally.unchanged + tally.bad, "{tally:?}");
            ensure!(tally.errors.len() as u64 == tally.bad.min(100), "{tally:?}");
            ensure!(effect == Effect::Write || pos.store().head().await == before, "a dry run recorded");
            ensure!(tally.errors.iter().all(|error| error.line > 1 && !error.code.is_empty()), "{tally:?}");
            Ok(Some(report))
        }
    }
}

/// In, and in again: the second time nothing is new.
async fn take_twice(pos: &Pos, bytes: &[u8]) -> Result<()> {
    let first = take(pos, bytes, Effect::Write).await?;
    let before = pos.store().head().await;
    let again = take(pos, bytes, Effect::Write).await?;
    ensure!(again.is_some() == first.is_some(), "the second import ended otherwise");
    if let (Some(first), Some(again)) = (first, again) {
        ensure!(again.tally.bad == first.tally.bad && again.tally.errors == first.tally.errors, "{again:?}");
        ensure!(again.tally.added + again.tally.changed == 0, "{:?}", again.tally);
        ensure!(pos.store().head().await == before, "the second import recorded");
    }
    Ok(())
}

#[test]
fn every_good_row_is_in_and_every_bad_one_told() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let template = runtime.block_on(Counter::new()).expect("a shop opens");
    check(40, &file(), async |file: File| {
        let counter = template.twin().await?;
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("catalog.csv");
        std::fs::write(&path, file.bytes())?;
        let expected = file.expected();
        match import(&counter.pos, &path, Effect::Write).await {
            Err(error) => ensure!(expected.good.is_empty(), "{:?} instead of {expected:?}", error.refusal()),
            Ok(report) => {
                let told: Vec<_> = report.tally.errors.iter().map(|e| (e.line, e.code.clone())).collect();
                ensure!(told == expected.bad, "told {told:?} instead of {:?}", expected.bad);
                ensure!(report.tally.added == expected.good.len() as u64, "{report:?}");
            }
        }
        Shop(&counter.pos).holds_exactly(&expected.good).await?;
        take_twice(&counter.pos, &file.bytes()).await?;
        assert_clean(&counter.pos).await
    });
}

#[test]
fn bytes_turned_at_random_break_nothing() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let template = runtime.block_on(Counter::new()).expect("a shop opens");
    let turn = prop_oneof![
        3 => any::<u8>(),
        2 => prop::sample::select(b"\",\n\r\0\x1b\xff\xfe\xef|>-.;=\t 0123456789".to_vec()),
    ];
    let turns = prop::collection::vec((any::<prop::sample::Index>(), turn, 0_u8..3), 1..60);
    check(40, &(turns, any::<bool>()), async |(turns, pack)| {
        let counter = template.twin().await?;
        let mut bytes = sample();
        for (at, byte, way) in turns {
            let at = at.index(bytes.len());
            match way {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        if pack {
            bytes = packed(&bytes);
        }
        take_twice(&counter.pos, &bytes).await?;
        assert_clean(&counter.pos).await
    });
}

/// A quarter of the sample is enough: every column, Greek, quotes; cut behind each byte, packed and not.
#[tokio::test]
async fn a_file_cut_anywhere_breaks_nothing() -> Result<()> {
    let counter = Counter::new().await?;
    let bytes = sample();
    let whole = &bytes[..bytes.len() / 4];
    let archive = packed(whole);
    let stride = 7;
    for end in (0..whole.len()).step_by(stride) {
        take(&counter.pos, &whole[..end], Effect::DryRun).await.with_context(|| format!("cut at {end}"))?;
    }
    for end in 0..archive.len() {
        let taken =
            take(&counter.pos, &archive[..end], Effect::DryRun).await.with_context(|| format!("cut at {end}"))?;
        ensure!(taken.is_none(), "an archive cut at {end} of {} was believed", archive.len());
    }
    for end in [100, 500, whole.len() - 1] {
        take_twice(&counter.pos, &whole[..end]).await?;
    }
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn kept_rubbish_breaks_nothing() -> Result<()> {
    let counter = Counter::new().await?;
    let mut files = 0;
    for entry in std::fs::read_dir(tests::project().join("tests/fixtures/fuzz/csv"))? {
        files += 1;
        let path = entry?.path();
        let bytes = std::fs::read(&path)?;
        take_twice(&counter.pos, &bytes).await.with_context(|| path.display().to_string())?;
        take_twice(&counter.pos, &packed(&bytes)).await.with_context(|| format!("{} packed", path.display()))?;
    }
    ensure!(files >= 20, "the kept rubbish is gone: {files} files");
    assert_clean(&counter.pos).await
}

/// Files that would fill the memory, were they read whole.
#[tokio::test]
async fn endless_rows_columns_and_archives_end_in_little_memory() -> Result<()> {
    let counter = Counter::new().await?;
    let header = "sku,name,price_minor,tax_rate_bp\n";
    let field = format!("{header}1,\"{}\",100,2400\n", "x".repeat(10_000_000));
    let columns = format!("sku,name,price_minor,tax_rate_bp{}\n", ",x".repeat(1_000_000));
    let many = format!("sku,name,price_minor,tax_rate_bp{}\n1,One,100,2400\n", ",x".repeat(200_000));
    let values = format!("{header}1,One,100,2400{}\n2,Two,100,2400\n", ",".repeat(400_000));
    let quote = format!("{header}1,\"One,100,2400\n{}", "2,Two,100,2400\n".repeat(200_000));
    let blank = format!("{header}{}", "\n".repeat(20_000_000));
    let zeros = vec![0_u8; 50_000_000];
    let before = peak_kib()?;
    for (bytes, refused) in [
        (packed(field.as_bytes()), true),
        (packed(columns.as_bytes()), true),
        (packed(many.as_bytes()), true),
        (packed(values.as_bytes()), false),
        (packed(quote.as_bytes()), true),
        (packed(blank.as_bytes()), true),
        (packed(&zeros), true),
        (packed(&packed(&zeros)), true),
    ] {
        let taken = take(&counter.pos, &bytes, Effect::DryRun).await?;
        ensure!(taken.is_none() == refused, "{taken:?}");
    }
    let grown = peak_kib()? - before;
    ensure!(grown < 300_000, "{grown} KiB more");
    Ok(())
}

/// The highest that this process ever took.
fn peak_kib() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.map_or(Ok(0), |line| line.trim().trim_end_matches(" kB").trim().parse())?)
}

/// An archive of a kilobyte that unpacks to a million rows is given up when somebody says so, also while it is counted.
#[tokio::test]
async fn somebody_may_stop_a_file_that_does_not_end() -> Result<()> {
    let counter = Counter::new().await?;
    let path = counter.folder().join("endless.csv.gz");
    let rows = "sku,name,price_minor,tax_rate_bp\n".to_owned() + &"1\n".repeat(2_000_000);
    std::fs::write(&path, packed(rows.as_bytes()))?;
    let stop = AtomicBool::new(true);
    let wanted = ImportCatalog { file: &path, bad_rows: BadRows::LeaveOut, effect: Effect::Write };
    let refused = counter.pos.import_catalog(wanted, Watch { progress: &|_| {}, stop: &stop }).await;
    let told = refused.map_err(|error| error.refusal().code);
    ensure!(told == Err("IMP-007".to_owned()), "{told:?}");

    stop.store(false, Ordering::Relaxed);
    let seen = AtomicBool::new(false);
    let progress = |_| {
        seen.store(true, Ordering::Relaxed);
        stop.store(true, Ordering::Relaxed);
    };
    let good: Vec<String> = (0..12_000).map(|sku| format!("{sku},Good {sku},100,2400\n")).collect();
    std::fs::write(&path, packed(format!("sku,name,price_minor,tax_rate_bp\n{}", good.concat()).as_bytes()))?;
    let refused = counter.pos.import_catalog(wanted, Watch { progress: &progress, stop: &stop }).await;
    let told = refused.map_err(|error| error.refusal());
    ensure!(seen.load(Ordering::Relaxed), "nobody was told");
    let told = told.err().context("it went on")?;
    ensure!((told.code.as_str(), &told.params["done"]) == ("IMP-007", &serde_json::json!(5_000)), "{told:?}");
    assert_clean(&counter.pos).await
}

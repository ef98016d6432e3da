//! Catalog files whose every row is known to be good, or bad for one reason.

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use pos::Pos;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Write;
use tests::ledger::number;

/// How much of a file is looked at before anything is believed.
const PROBED_BYTES: usize = 1_024;

/// One row: what it says, and the code that it is refused with.
#[derive(Debug, Clone)]
pub struct Row {
    name: String,
    price: String,
    rate: String,
    barcode: String,
    category: String,
    more: String,
    code: Option<&'static str>,
    twice: bool,
}

/// A file, and how its bytes are put.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "five ways to write one table, free of each other")]
pub struct File {
    rows: Vec<Row>,
    ends: Vec<&'static str>,
    mark: bool,
    quoted: bool,
    blank: bool,
    last_end: bool,
    packed: bool,
}

/// What becomes of a file: SKU → name and price of what is in, line and code of what is not.
#[derive(Debug, Default)]
pub struct Expected {
    pub good: BTreeMap<String, (String, i64)>,
    pub bad: Vec<(u64, String)>,
}

fn row() -> impl Strategy<Value = Row> {
    let good_name = prop_oneof![
        "[A-Za-zα-ω][A-Za-zα-ω0-9 ]{0,30}[A-Za-z]",
        Just("Θήκη \"διάφανη\", 2 τεμ.".to_owned()),
        Just("=cmd|' /C calc'!A0".to_owned()),
        Just("+1+1".to_owned()),
        Just("@SUM(A1:A9)".to_owned()),
        Just("-2+3".to_owned()),
        Just("غطاء شفاف".to_owned()),
        Just("👩‍👩‍👧 ".trim().to_owned()),
        Just("x".repeat(200)),
    ];
    let good = (good_name, 0_i64..1_000_000).prop_map(|(name, price)| plain(&name, &price.to_string(), None));
    let prices = prop::sample::select(vec![
        ("1e999", "IMP-023"),
        ("-1", "IMP-024"),
        ("٣٫٥", "IMP-023"),
        ("1.234,56", "IMP-023"),
        ("NaN", "IMP-023"),
        ("9223372036854775808", "IMP-023"),
        ("9223372036854775807", "IMP-024"),
        ("-9223372036854775808", "IMP-024"),
        ("0x10", "IMP-023"),
        ("12.90", "IMP-023"),
        ("1 000", "IMP-023"),
        ("€5", "IMP-023"),
        ("", "IMP-022"),
        ("100000000001", "IMP-024"),
        ("٣", "IMP-023"),
        ("=1+1", "IMP-023"),
        ("--5", "IMP-023"),
    ]);
    let names = prop::sample::select(vec![
        ("", "IMP-022"),
        ("   ", "IMP-022"),
        ("a\u{1b}@", "IMP-028"),
        ("a\0b", "IMP-028"),
        ("a\u{202e}b", "IMP-028"),
        ("a\u{85}b", "IMP-028"),
        ("a\tb", "IMP-028"),
    ]);
    let rates =
        prop::sample::select(vec![("2500", "IMP-027"), ("-2400", "IMP-024"), ("24 %", "IMP-023"), ("", "IMP-022")]);
    prop_oneof![
        6 => good,
        2 => prices.prop_map(|(price, code)| plain("One", price, Some(code))),
        1 => names.prop_map(|(name, code)| plain(name, "100", Some(code))),
        1 => Just(plain(&"x".repeat(201), "100", Some("IMP-028"))),
        1 => rates.prop_map(|(rate, code)| Row { rate: rate.to_owned(), ..plain("One", "100", Some(code)) }),
        1 => Just(Row { more: ",more".to_owned(), ..plain("One", "100", Some("IMP-021")) }),
        1 => Just(Row { twice: true, ..plain("One", "100", Some("IMP-026")) }),
        1 => Just(Row { category: "a > ".repeat(9) + "b", ..plain("One", "100", Some("IMP-024")) }),
        1 => Just(Row { barcode: "9".repeat(65), ..plain("One", "100", Some("IMP-028")) }),
    ]
}

fn plain(name: &str, price: &str, code: Option<&'static str>) -> Row {
    let (name, price, rate) = (name.to_owned(), price.to_owned(), "2400".to_owned());
    Row { name, price, rate, barcode: String::new(), category: String::new(), more: String::new(), code, twice: false }
}

pub fn file() -> impl Strategy<Value = File> {
    let ends = prop::collection::vec(prop::sample::select(vec!["\n", "\r\n"]), 1..4);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (prop::collection::vec(row(), 1..30), ends, flags).prop_map(
        |(rows, ends, (mark, quoted, blank, last_end, packed))| File {
            rows,
            ends,
            mark,
            quoted,
            blank,
            last_end,
            packed,
        },
    )
}

impl File {
    /// The SKU of a row; one that stands twice takes the first row's, where that one is good.
    fn sku(&self, at: usize) -> String {
        if self.rows[at].twice { "s0".to_owned() } else { format!("S{at}") }
    }

    pub fn expected(&self) -> Expected {
        let mut expected = Expected::default();
        // A file that begins with binary data is no table, whatever its rows say.
        if self.text().bytes().take(PROBED_BYTES).any(|byte| byte == 0) {
            return expected;
        }
        let mut taken = false;
        let mut line = 1;
        for (at, row) in self.rows.iter().enumerate() {
            line += if self.blank && at % 2 == 1 { 2 } else { 1 };
            let code = if row.twice && !taken { None } else { row.code };
            if let Some(code) = code {
                expected.bad.push((line, code.to_owned()));
                continue;
            }
            taken |= row.twice || at == 0;
            let price = row.price.parse().unwrap_or_default();
            expected.good.insert(self.sku(at), (row.name.trim().to_owned(), price));
        }
        expected
    }

    fn text(&self) -> String {
        let cell = |text: &str| {
            let needed = text.contains([',', '"', '\n']);
            if needed || self.quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
        };
        let mut text = if self.mark { "\u{feff}".to_owned() } else { String::new() };
        text += "sku,name,price_minor,tax_rate_bp,barcode,category_path";
        for (at, row) in self.rows.iter().enumerate() {
            let end = self.ends[at % self.ends.len()];
            text += end;
            if self.blank && at % 2 == 1 {
                text += end;
            }
            let cells = [&self.sku(at), &row.name, &row.price, &row.rate, &row.barcode, &row.category];
            text += &cells.map(|text| cell(text)).join(",");
            text += &row.more;
        }
        if self.last_end {
            text += "\n";
        }
        text
    }

    pub fn bytes(&self) -> Vec<u8> {
        let text = self.text();
        if !self.packed {
            return text.into_bytes();
        }
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(text.as_bytes()).and_then(|()| packer.finish()).expect("memory takes everything")
    }
}

/// A shop's catalog as it is stored.
pub struct Shop<'a>(pub &'a Pos);

impl Shop<'_> {
    pub async fn holds_exactly(&self, goods: &BTreeMap<String, (String, i64)>) -> Result<()> {
        let products = number(self.0, "SELECT count(*) FROM catalog_product").await?;
        ensure!(usize::try_from(products)? == goods.len(), "{products} products instead of {}", goods.len());
        for (sku, (name, price)) in goods {
            let sql = format!(
                "SELECT count(*) FROM catalog_product p JOIN catalog_price r USING (product) \
                 WHERE p.sku = '{sku}' AND p.name = '{}' AND r.price_milli_minor = {}",
                name.replace('\'', "''"),
                price * 1_000
            );
            ensure!(number(self.0, &sql).await? == 1, "{sku} is not there as {name:?} at {price}");
        }
        Ok(())
    }
}

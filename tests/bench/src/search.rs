//! Search as you type, beside the bare full-text query.

use crate::measure::{Times, ratio};
use crate::report::{Report, hundredths};
use crate::shop::Shop;
use anyhow::Result;
use pos::api::requests::Search;
use sqlx::AssertSqlSafe;

const P99_BUDGET_US: u64 = 10_000;
const RATIO_BUDGET: u64 = 150;

/// Rows of one page of results; the bare query reads as many.
const PAGE: usize = 30;

/// What the page shows, read bare: no code is looked up, no other spelling tried, nothing joined in Rust.
const SAME_PAGE: &str = "\
SELECT p.product, p.sku, p.name, p.barcodes->>0, p.unit, c.price_milli_minor, c.currency, g.shown_icon, \
  g.shown_colour, s.on_hand_milli - s.reserved_milli, s.tracked \
FROM catalog_search CROSS JOIN catalog_product p ON p.place = catalog_search.rowid \
LEFT JOIN catalog_price c ON c.product = p.product AND c.list = ?2 \
LEFT JOIN catalog_category g ON g.category = p.category \
LEFT JOIN inventory_stock_level s ON s.product = p.product \
WHERE catalog_search MATCH ?1 AND p.active = 1 ORDER BY catalog_search.rowid LIMIT 30";

/// What somebody types, letter by letter.
const TYPED: [&str; 8] = ["galaxy", "θηκη", "charger", "iphone gl", "καλωδιο", "power bank", "red", "sil watch"];

/// Puts the rows of the search into the report.
pub async fn measure(report: &mut Report, shop: &Shop) -> Result<()> {
    let (mut whole, mut bare, mut same) = (Times::default(), Times::default(), Times::default());
    let mut reader = shop.counter.pos.store().reader().await?;
    let list = shop.counter.pos.shop()?.price_list.to_string();
    let bare_sql = format!("SELECT rowid FROM catalog_search WHERE catalog_search MATCH ? LIMIT {PAGE}");
    for _ in 0..5 {
        for typed in TYPED {
            let letters: Vec<char> = typed.chars().collect();
            for end in 1..=letters.len() {
                let text: String = letters[..end].iter().collect();
                let request = Search { text: text.clone(), offset: 0 };
                whole.time(shop.counter.pos.search(request)).await?;
                let query = sqlx::query(AssertSqlSafe(bare_sql.as_str())).bind(fts(&text));
                bare.time(query.fetch_all(&mut *reader)).await?;
                let query = sqlx::query(SAME_PAGE).bind(fts(&text)).bind(list.clone());
                same.time(query.fetch_all(&mut *reader)).await?;
            }
        }
    }
    report.absolute(
        "search as you type, p99",
        format!("{} µs (p50 {})", whole.p99(), whole.p50()),
        format!("≤ {P99_BUDGET_US} µs"),
    );
    let found = ratio(whole.p99(), bare.p99());
    report.ratio(
        "search ÷ the bare full-text query, p99",
        format!("{} ({} µs ÷ {} µs)", hundredths(found), whole.p99(), bare.p99()),
        format!("≤ {}", hundredths(RATIO_BUDGET)),
        found <= RATIO_BUDGET,
    );
    let (page, bare_page) = (ratio(whole.p99(), same.p99()), ratio(whole.p50(), same.p50()));
    report.absolute(
        "search ÷ one bare statement that reads the same page, p99",
        format!("{} ({} µs ÷ {} µs; p50 {})", hundredths(page), whole.p99(), same.p99(), hundredths(bare_page)),
        "for comparison".to_owned(),
    );
    Ok(())
}

fn fts(text: &str) -> String {
    let words: Vec<String> = kernel::fold(text).split_whitespace().map(|word| format!("\"{word}\"*")).collect();
    words.join(" ")
}

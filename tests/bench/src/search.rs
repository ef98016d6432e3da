//! Search as you type, beside the bare full-text query.

use crate::measure::{Times, ratio};
use crate::report::{Report, hundredths};
use crate::shop::Shop;
use anyhow::Result;
use pos::api::requests::Search;

const P99_BUDGET_US: u64 = 10_000;
const RATIO_BUDGET: u64 = 150;

/// What somebody types, letter by letter.
const TYPED: [&str; 8] = ["galaxy", "θηκη", "charger", "iphone gl", "καλωδιο", "power bank", "red", "sil watch"];

/// Puts the rows of the search into the report.
pub async fn measure(report: &mut Report, shop: &Shop) -> Result<()> {
    let (mut whole, mut bare) = (Times::default(), Times::default());
    let mut reader = shop.counter.pos.store().reader().await?;
    for _ in 0..5 {
        for typed in TYPED {
            let letters: Vec<char> = typed.chars().collect();
            for end in 1..=letters.len() {
                let text: String = letters[..end].iter().collect();
                let request = Search { text: text.clone(), offset: 0 };
                whole.time(shop.counter.pos.search(request)).await?;
                let matched = fts(&text);
                bare.time(
                    sqlx::query("SELECT rowid FROM catalog_search WHERE catalog_search MATCH ? LIMIT 60")
                        .bind(matched)
                        .fetch_all(&mut *reader),
                )
                .await?;
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
    Ok(())
}

fn fts(text: &str) -> String {
    let words: Vec<String> = kernel::fold(text).split_whitespace().map(|word| format!("\"{word}\"*")).collect();
    words.join(" ")
}

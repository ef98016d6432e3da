//! Whatever is done at a counter, in whatever order: every cent and every piece is accounted for.

mod between;
mod books;
mod parking;
mod player;
mod printed;

use anyhow::Result;
use kernel::Rate;
use player::Player;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use tests::counter::{Counter, details};

/// Sequences that are tried in each country.
const CASES: u32 = 40;
/// Acts of one sequence, at most.
const MOST_ACTS: usize = 45;

/// One act at the counter. Small numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    Add { product: usize, milli: i64 },
    Quantity { line: usize, milli: i64 },
    Void { line: usize },
    DiscountLine { line: usize, discount: Off },
    DiscountOrder { discount: Off },
    Price { line: usize, minor: i64 },
    Total { line: usize, minor: i64 },
    Place,
    Cash { above_minor: i64 },
    PartInCash { percent: i64 },
    Card { percent: i64 },
    Coupon { minor: i64 },
    GiveBack { tender: usize },
    Cancel,
    Reverse,
    ChangeShift { counted_minor: i64 },
    Note { line: usize },
    Park,
    Resume { parked: usize },
    ScanUnknown { code: usize },
    Ignore { unknown: usize },
    Import { price_minor: i64 },
    Restart,
}

/// A discount, before the currency is known.
#[derive(Debug, Clone, Copy)]
enum Off {
    Rate(Rate),
    Amount(i64),
    Nothing,
}

fn off() -> impl Strategy<Value = Off> {
    prop_oneof![
        4 => (0_i64..=1_000_000).prop_map(|ppm| Off::Rate(Rate::from_ppm(ppm).expect("at most the whole"))),
        2 => (1_i64..3_000).prop_map(Off::Amount),
        1 => Just(Off::Nothing),
    ]
}

fn milli() -> impl Strategy<Value = i64> {
    prop_oneof![4 => (1_i64..5).prop_map(|pieces| pieces * 1_000), 2 => 1_i64..4_000, 1 => -1_000_i64..=0]
}

fn act() -> impl Strategy<Value = Act> {
    let line = 0_usize..4;
    prop_oneof![
        12 => (0_usize..5, milli()).prop_map(|(product, milli)| Act::Add { product, milli }),
        3 => (line.clone(), milli()).prop_map(|(line, milli)| Act::Quantity { line, milli }),
        2 => line.clone().prop_map(|line| Act::Void { line }),
        3 => (line.clone(), off()).prop_map(|(line, discount)| Act::DiscountLine { line, discount }),
        2 => off().prop_map(|discount| Act::DiscountOrder { discount }),
        1 => (line.clone(), 0_i64..3_000).prop_map(|(line, minor)| Act::Price { line, minor }),
        1 => (line, 0_i64..5_000).prop_map(|(line, minor)| Act::Total { line, minor }),
        1 => Just(Act::Place),
        5 => (0_i64..5_000).prop_map(|above_minor| Act::Cash { above_minor }),
        2 => (1_i64..=100).prop_map(|percent| Act::PartInCash { percent }),
        3 => (1_i64..=110).prop_map(|percent| Act::Card { percent }),
        2 => (1_i64..4_000).prop_map(|minor| Act::Coupon { minor }),
        2 => (0_usize..3).prop_map(|tender| Act::GiveBack { tender }),
        1 => Just(Act::Cancel),
        2 => Just(Act::Reverse),
        1 => (0_i64..30_000).prop_map(|counted_minor| Act::ChangeShift { counted_minor }),
        1 => (0_usize..4).prop_map(|line| Act::Note { line }),
        1 => Just(Act::Park),
        1 => (0_usize..3).prop_map(|parked| Act::Resume { parked }),
        1 => (0_usize..3).prop_map(|code| Act::ScanUnknown { code }),
        1 => (0_usize..2).prop_map(|unknown| Act::Ignore { unknown }),
        1 => (0_i64..4_000).prop_map(|price_minor| Act::Import { price_minor }),
        1 => Just(Act::Restart),
    ]
}

/// A shop with five products: two of them weighed, one of them scarce, one that takes no discount.
async fn shop(country: &str) -> Result<Counter> {
    let counter = Counter::in_country(country).await?;
    counter.open_shift(10_000).await?;
    let plenty = counter.product("P0", player::CODES[0], 1_590).await?;
    let scarce = counter.product("P1", player::CODES[1], 899).await?;
    let zero = catalog::ProductDetails { tax_group: "zero".to_owned(), ..details("P2", player::CODES[2]) };
    counter.product_with(zero, 99).await?;
    let weighed = catalog::ProductDetails { unit: kernel::Unit::Kilogram, ..details("P3", player::CODES[3]) };
    counter.product_with(weighed, 1_193).await?;
    let fixed = catalog::ProductDetails { discountable: false, ..details("P4", player::CODES[4]) };
    counter.product_with(fixed, 333).await?;
    counter.receive(plenty, 1_000).await?;
    counter.receive(scarce, 6).await?;
    Ok(counter)
}

fn check(country: &str) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let template = runtime.block_on(shop(country)).expect("a shop opens");
    let config = Config { cases: tries(CASES), failure_persistence: None, max_shrink_iters: 60, ..Config::default() };
    let sequences = (proptest::collection::vec(act(), 1..=MOST_ACTS), any::<bool>());
    let played = TestRunner::new(config).run(&sequences, |(acts, twice)| {
        runtime.block_on(play(&template, &acts, twice)).map_err(|error| TestCaseError::fail(format!("{error:#}")))
    });
    if let Err(error) = played {
        panic!("{error}");
    }
}

/// `MINAS_FUZZ=100` plays a hundred times as many.
fn tries(usually: u32) -> u32 {
    let times = std::env::var("MINAS_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    usually.saturating_mul(times)
}

/// `twice`: whether each request is sent twice under one id, as a window does that heard no answer.
async fn play(template: &Counter, acts: &[Act], twice: bool) -> Result<()> {
    let mut player = Player { twice, ..Player::at(template.twin().await?) };
    for act in acts {
        if let Act::Restart = act {
            player = player.restart().await?;
        } else {
            player.act(act).await?;
        }
    }
    player.settle_up().await
}

#[test]
fn every_cent_is_accounted_for_where_prices_include_tax() {
    check("gr");
}

#[test]
fn every_cent_is_accounted_for_where_tax_comes_on_top_and_cash_is_rounded() {
    check("ca-on");
}

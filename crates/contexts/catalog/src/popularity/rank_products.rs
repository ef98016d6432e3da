//! Ranking products by what they sell.

use super::{Popularity, PopularityEvent, ProductsRanked};
use crate::MAX_POPULARITY;
use kernel::ProductId;
use std::cmp::Reverse;

/// The most products that a ranking names. Beyond them, popularity is what the catalog says.
pub const MAX_RANKED: usize = 1_000;

/// Ranks products by their recent sales. Records [`ProductsRanked`] with the best [`MAX_RANKED`] of them, or nothing
/// where the ranking is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankProducts {
    /// Products and how much they sell, in any order; those that sell nothing are left out.
    pub sold: Vec<(ProductId, i64)>,
}

pub(super) fn decide(state: &Popularity, command: RankProducts) -> Vec<PopularityEvent> {
    let mut top: Vec<(ProductId, i64)> = command.sold;
    top.retain(|(_, sold)| *sold > 0);
    top.sort_by_key(|(product, sold)| (Reverse(*sold), *product));
    top.truncate(MAX_RANKED);
    for (_, sold) in &mut top {
        *sold = (*sold).min(MAX_POPULARITY);
    }
    if top == state.top { Vec::new() } else { vec![ProductsRanked { top }.into()] }
}

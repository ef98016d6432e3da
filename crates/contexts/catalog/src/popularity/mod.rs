//! What sells most, so that the search shows it first.

mod events;
mod rank_products;

pub use events::*;
pub use rank_products::{MAX_RANKED, RankProducts};

use crate::Rejection;
use eventing::Decider;
use kernel::{Moment, ProductId};
use serde::{Deserialize, Serialize};

/// The latest ranking.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Popularity {
    /// Products and how much they sell, best first.
    pub top: Vec<(ProductId, i64)>,
}

impl Decider for Popularity {
    const KIND: &'static str = "catalog.popularity";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = RankProducts;
    type Event = PopularityEvent;
    type Rejection = Rejection;

    fn decide(state: &Self, command: RankProducts, _: &Moment) -> Result<Vec<PopularityEvent>, Rejection> {
        Ok(rank_products::decide(state, command))
    }

    fn evolve(_: Self, event: &PopularityEvent) -> Self {
        match event {
            PopularityEvent::ProductsRanked(ranked) => Self { top: ranked.top.clone() },
        }
    }
}

//! Price lists: in which currency prices are, and whether tax is within them.

mod events;
mod open_price_list;

pub use events::*;
pub use open_price_list::OpenPriceList;

use crate::Rejection;
use eventing::Decider;
use kernel::{Currency, Moment, UnitPrice};
use serde::{Deserialize, Serialize};

/// A price list's state.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PriceList {
    /// Nobody opened it yet.
    #[default]
    Unknown,
    /// Prices can stand in it.
    Open {
        /// What people call it.
        name: String,
        /// Of every price in it.
        currency: Currency,
        /// Whether its prices include tax.
        tax_included: bool,
    },
}

impl PriceList {
    /// Whether this price may stand in this list. Asked before a price is set or imported.
    ///
    /// # Errors
    /// CAT-007, CAT-013, CAT-014.
    pub fn accepts(&self, price: UnitPrice) -> Result<(), Rejection> {
        match self {
            Self::Unknown => Err(Rejection::PriceListUnknown),
            Self::Open { currency, .. } if *currency != price.currency => {
                Err(Rejection::CurrencyDiffers { list: *currency, price: price.currency })
            }
            Self::Open { .. } => crate::price::check_price(price),
        }
    }
}

impl Decider for PriceList {
    const KIND: &'static str = "catalog.price_list";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = OpenPriceList;
    type Event = PriceListEvent;
    type Rejection = Rejection;

    fn decide(state: &Self, command: OpenPriceList, _: &Moment) -> Result<Vec<PriceListEvent>, Rejection> {
        open_price_list::decide(state, command)
    }

    fn evolve(_: Self, event: &PriceListEvent) -> Self {
        match event {
            PriceListEvent::PriceListOpened(opened) => {
                Self::Open { name: opened.name.clone(), currency: opened.currency, tax_included: opened.tax_included }
            }
        }
    }
}

//! Setting a price.

use super::{Price, PriceEvent, PriceSet};
use crate::Rejection;
use crate::text::{MAX_NOTE_CHARS, optional};
use kernel::{PriceListId, ProductId, UnitPrice};

/// Sets what a product costs in a list from a time on. Records [`PriceSet`], always: a file may have brought another
/// price in between, which this stream does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetPrice {
    /// In which list. Its currency is checked by `PriceList::accepts`.
    pub list: PriceListId,
    /// What. The stream is `price_stream(list, product)`.
    pub product: ProductId,
    /// For one unit.
    pub price: UnitPrice,
    /// From when on, in milliseconds since 1970 UTC; may lie ahead.
    pub valid_from_ms: i64,
    /// Why, where somebody says so.
    pub reason: Option<String>,
}

/// # Errors
/// CAT-003, CAT-007, CAT-014.
pub(super) fn decide(state: Price, command: SetPrice) -> Result<Vec<PriceEvent>, Rejection> {
    let SetPrice { list, product, price, valid_from_ms, reason } = command;
    check_price(price)?;
    match state {
        Price::Set { price: last } if last.currency != price.currency => {
            Err(Rejection::CurrencyDiffers { list: last.currency, price: price.currency })
        }
        Price::Set { .. } | Price::Unset => {
            let reason = optional("reason", reason.as_deref(), MAX_NOTE_CHARS)?;
            Ok(vec![PriceSet { list, product, price, valid_from_ms, reason }.into()])
        }
    }
}

/// A price is zero or more, and no barcode that slipped into a price field.
pub(crate) fn check_price(price: UnitPrice) -> Result<(), Rejection> {
    if (0..=UnitPrice::MAX_MILLI_MINOR).contains(&price.milli_minor) { Ok(()) } else { Err(Rejection::PriceOutOfRange) }
}

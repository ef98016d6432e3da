//! Opening a price list.

use super::{PriceList, PriceListEvent, PriceListOpened};
use crate::Rejection;
use crate::text::{MAX_NAME_CHARS, line};
use kernel::{Currency, PriceListId};

/// Opens a price list. Records [`PriceListOpened`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPriceList {
    /// Its id, which is also its stream's.
    pub list: PriceListId,
    /// What people call it.
    pub name: String,
    /// Of every price in it.
    pub currency: Currency,
    /// Whether its prices include tax.
    pub tax_included: bool,
}

/// # Errors
/// CAT-002, CAT-003.
pub(super) fn decide(state: &PriceList, command: OpenPriceList) -> Result<Vec<PriceListEvent>, Rejection> {
    match state {
        PriceList::Open { .. } => Err(Rejection::AlreadyExists),
        PriceList::Unknown => {
            let OpenPriceList { list, name, currency, tax_included } = command;
            let name = line("name", &name, MAX_NAME_CHARS)?;
            Ok(vec![PriceListOpened { list, name, currency, tax_included }.into()])
        }
    }
}

//! Every fact about a price list.

use kernel::{Currency, PriceListId};

eventing::fact! {
    /// Prices can stand in it. Currency and tax never change: every price would mean something else.
    PriceListOpened, "catalog.price_list.opened", v 1, {
        /// Its id.
        list: PriceListId,
        /// What people call it.
        name: String,
        /// Of every price in it.
        currency: Currency,
        /// Whether its prices include tax.
        tax_included: bool,
    }
}

eventing::events! {
    /// What a price list can record.
    pub enum PriceListEvent { PriceListOpened }
}

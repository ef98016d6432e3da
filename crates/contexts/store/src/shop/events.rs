//! Every fact that a shop records.

use super::{Language, ShopDetails};
use crate::settings::ReceiptSettings;
use kernel::{RegisterId, StoreId};

eventing::fact! {
    /// The shop stands.
    ShopOpened, "store.shop.opened", v 1, {
        /// Its id.
        store: StoreId,
        /// What its owner says of it.
        details: ShopDetails,
    }
}

eventing::fact! {
    /// Its owner says something else. Country, price list and cash limit do not change.
    ShopDetailsChanged, "store.shop.details_changed", v 1, {
        /// Its id.
        store: StoreId,
        /// What stands on the receipt.
        name: String,
        /// Line by line, as it is printed.
        address: Vec<String>,
        /// Where it is known.
        tax_id: Option<String>,
        /// The language of the counter.
        language: Language,
    }
}

eventing::fact! {
    /// Receipts say something else beside the law's words.
    ReceiptChanged, "store.shop.receipt_changed", v 1, {
        /// The shop.
        store: StoreId,
        /// From now on.
        receipt: ReceiptSettings,
    }
}

eventing::fact! {
    /// A device sells for this shop.
    RegisterEnrolled, "store.shop.register_enrolled", v 1, {
        /// The shop.
        store: StoreId,
        /// The device.
        register: RegisterId,
        /// What receipts name it by; unique within the shop.
        number: u32,
        /// What people call it.
        name: String,
    }
}

eventing::events! {
    /// What a shop can record.
    pub enum ShopEvent { ShopOpened, ShopDetailsChanged, ReceiptChanged, RegisterEnrolled }
}

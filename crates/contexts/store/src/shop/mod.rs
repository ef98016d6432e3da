//! The shop: opened once, then changed, and joined by registers.

mod change_receipt;
mod change_shop_details;
mod enrol_register;
mod events;
mod open_shop;

pub use change_receipt::ChangeReceipt;
pub use change_shop_details::ChangeShopDetails;
pub use enrol_register::{EnrolRegister, MAX_REGISTER_NUMBER};
pub use events::*;
pub use open_shop::OpenShop;

use crate::Rejection;
use crate::settings::ReceiptSettings;
use eventing::Decider;
use kernel::{Moment, PriceListId, RegisterId, StoreId};
use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "store/")]
pub enum Language {
    /// English.
    En,
    /// Greek.
    El,
    /// Arabic.
    Ar,
}

/// Whether the shop keeps its country's cap on cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "store/")]
pub enum CashLimit {
    /// As the country profile has it.
    AsCountry,
    /// None: a rehearsal with somebody else's sales.
    None,
}

/// What an owner says of the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "store/")]
pub struct ShopDetails {
    /// What stands on the receipt.
    pub name: String,
    /// Line by line, as it is printed.
    pub address: Vec<String>,
    /// Where it is known.
    pub tax_id: Option<String>,
    /// The code of its country profile.
    pub country: String,
    /// The list that the counter sells by.
    pub price_list: PriceListId,
    /// The language of the counter.
    pub language: Language,
    /// Whether the country's cap on cash holds.
    pub cash_limit: CashLimit,
    /// A shop to try things in; its receipts say so.
    pub demo: bool,
}

/// A device that sells for this shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolledRegister {
    /// The device.
    pub register: RegisterId,
    /// What receipts name it by.
    pub number: u32,
    /// What people call it.
    pub name: String,
}

/// What can be asked of a shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShopCommand {
    /// See [`OpenShop`].
    Open(OpenShop),
    /// See [`ChangeShopDetails`].
    ChangeDetails(ChangeShopDetails),
    /// See [`ChangeReceipt`].
    ChangeReceipt(ChangeReceipt),
    /// See [`EnrolRegister`].
    EnrolRegister(EnrolRegister),
}

/// The shop's state.
#[expect(clippy::large_enum_variant, reason = "there is one shop, and it is open for all but a moment")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Shop {
    /// Nobody opened it yet.
    #[default]
    Unopened,
    /// It stands.
    Open {
        /// Its id.
        store: StoreId,
        /// What its owner says of it.
        details: ShopDetails,
        /// What a receipt says beside the law's words.
        receipt: ReceiptSettings,
        /// In the order of enrolment.
        registers: Vec<EnrolledRegister>,
    },
}

impl Decider for Shop {
    const KIND: &'static str = "store.shop";
    const FOLD_VERSION: u16 = 2;
    type State = Self;
    type Command = ShopCommand;
    type Event = ShopEvent;
    type Rejection = Rejection;

    fn decide(state: &Self, command: ShopCommand, _: &Moment) -> Result<Vec<ShopEvent>, Rejection> {
        match command {
            ShopCommand::Open(command) => open_shop::decide(state, command),
            ShopCommand::ChangeDetails(command) => change_shop_details::decide(state, command),
            ShopCommand::ChangeReceipt(command) => change_receipt::decide(state, command),
            ShopCommand::EnrolRegister(command) => enrol_register::decide(state, command),
        }
    }

    fn evolve(state: Self, event: &ShopEvent) -> Self {
        match (state, event) {
            (Self::Unopened, ShopEvent::ShopOpened(opened)) => {
                let (store, details) = (opened.store, opened.details.clone());
                Self::Open { store, details, receipt: ReceiptSettings::default(), registers: Vec::new() }
            }
            (Self::Open { store, details, receipt, registers }, ShopEvent::ShopDetailsChanged(changed)) => {
                let details = ShopDetails {
                    name: changed.name.clone(),
                    address: changed.address.clone(),
                    tax_id: changed.tax_id.clone(),
                    language: changed.language,
                    ..details
                };
                Self::Open { store, details, receipt, registers }
            }
            (Self::Open { store, details, registers, .. }, ShopEvent::ReceiptChanged(changed)) => {
                Self::Open { store, details, receipt: changed.receipt.clone(), registers }
            }
            (Self::Open { store, details, receipt, mut registers }, ShopEvent::RegisterEnrolled(enrolled)) => {
                let (register, number, name) = (enrolled.register, enrolled.number, enrolled.name.clone());
                registers.push(EnrolledRegister { register, number, name });
                Self::Open { store, details, receipt, registers }
            }
            (
                state,
                ShopEvent::ShopOpened(_)
                | ShopEvent::ShopDetailsChanged(_)
                | ShopEvent::ReceiptChanged(_)
                | ShopEvent::RegisterEnrolled(_),
            ) => state,
        }
    }
}

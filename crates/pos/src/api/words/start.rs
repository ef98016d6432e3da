//! The window as it opens: the shop, who may sign on, and what lies on the counter.

use super::{CartView, ParkedView, Printing, SaleView, ShiftView};
use eventing::{Progress, Stage};
use kernel::{Currency, Money, OperatorId};
use serde::{Deserialize, Serialize};
use store::settings::Look;

/// What the window needs to know when it opens.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct Start {
    /// The program's version.
    pub app_version: String,
    /// The shop; None before the first run.
    pub shop: Option<ShopView>,
    /// Who may sign on.
    pub operators: Vec<OperatorView>,
    /// Who is signed on.
    pub session: Option<SessionView>,
    /// Whether the program stopped cleanly the last time.
    pub stopped_cleanly: bool,
    /// After an unclean stop: the last sale that was saved, of any shift.
    pub last_saved: Option<SaleView>,
    /// How this register looks and behaves.
    pub look: Look,
    /// The countries that a first run can choose; empty once there is a shop.
    pub countries: Vec<CountryView>,
}

/// How far the register is with opening, while `start` waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct OpeningView {
    /// What is going on; None while nothing takes long.
    pub stage: Option<OpeningStage>,
    /// Done so far, in events of the journal.
    #[ts(type = "number")]
    pub done: u64,
    /// In all; 0 where nobody knows.
    #[ts(type = "number")]
    pub total: u64,
}

impl From<Progress> for OpeningView {
    fn from(progress: Progress) -> Self {
        let stage = match progress.stage {
            Stage::Checking => OpeningStage::CheckingFile,
            Stage::Verifying => OpeningStage::CheckingJournal,
            Stage::Migrating => OpeningStage::Migrating,
            Stage::Rebuilding => OpeningStage::Rebuilding,
        };
        Self { stage: Some(stage), done: progress.done, total: progress.total }
    }
}

/// What takes long while a register opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
#[serde(rename_all = "snake_case")]
pub enum OpeningStage {
    /// After an unclean stop: the file's pages.
    CheckingFile,
    /// After an unclean stop: every event of the journal, counted.
    CheckingJournal,
    /// After an update: the file grows, behind a copy of it.
    Migrating,
    /// After an update: what the screens read is made anew from the journal, counted in events.
    Rebuilding,
}

/// A country that the program knows.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct CountryView {
    /// The profile's code, such as `gr`.
    pub code: String,
    /// Its currency.
    pub currency: Currency,
    /// The rates that its taxes start from, in parts per million, highest first.
    pub tax_rates_ppm: Vec<u32>,
    /// The total from which cash may not settle a document.
    pub cash_limit: Option<Money>,
    /// Digits of a tax id, where the country has one that the program checks.
    pub checks_tax_id: bool,
}

/// The shop, as the header and the formats need it.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct ShopView {
    /// Its name.
    pub name: String,
    /// The register's name.
    pub register: String,
    /// The country profile's code.
    pub country: String,
    /// The currency of every amount.
    pub currency: Currency,
    /// Decimals of the currency's minor unit.
    pub exponent: u32,
    /// The language that the shop chose.
    pub language: String,
    /// Whether prices include tax.
    pub tax_included: bool,
    /// A demo: a watermark on screen and paper.
    pub demo: bool,
    /// The PINs of a demo, shown where one signs on; empty in a real shop.
    pub demo_pins: Vec<DemoPin>,
}

/// A PIN that is no secret.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct DemoPin {
    /// Whose.
    pub name: String,
    /// What to type.
    pub pin: String,
}

/// Somebody who may sign on.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct OperatorView {
    /// The operator.
    pub operator: OperatorId,
    /// The name on the button.
    pub name: String,
    /// One to three letters.
    pub initials: String,
    /// The role's code: `cashier`, `manager`, or a name that the shop gave.
    pub role: String,
}

/// Who is signed on, and what lies on the counter.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct SessionView {
    /// The operator.
    pub operator: OperatorView,
    /// The running shift of this register.
    pub shift: Option<ShiftView>,
    /// The cart that was open.
    pub cart: Option<CartView>,
    /// The last sale of the running shift.
    pub last_sale: Option<SaleView>,
    /// The orders that wait, oldest first.
    pub parked: Vec<ParkedView>,
    /// Where the paper stands.
    pub printing: Printing,
    /// What this operator may do without asking, for the screens that only some people see.
    pub may: May,
}

/// What an operator may open. A screen hides what is not there; the register refuses all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "pos/")]
pub struct May {
    /// Change the shop, its receipt and its printer.
    pub set_up_shop: bool,
    /// Add people, set their PINs.
    pub edit_staff: bool,
}

//! TypeScript types of everything that crosses to the window.

use crate::Files;
use pos::api::{requests as ask, words as say};
use std::path::PathBuf;
use ts_rs::{Config, TS};

const FOLDER: &str = "ui/src/lib/bindings";

/// Exports each root with everything that it names.
macro_rules! export {
    ($config:expr, $($root:ty),* $(,)?) => { $(<$root as TS>::export_all($config).unwrap();)* };
}

fn answers(config: &Config) {
    export!(
        config,
        kernel::Refusal,
        say::Start,
        say::OpeningView,
        say::SessionView,
        say::ShiftView,
        say::ShiftClosedView,
        say::CartView,
        say::Scanned,
        say::Payment,
        say::SaleView,
        say::ReversalView,
        say::ProductPage,
        say::CategoryView,
        say::ShiftReport,
        say::ReceiptPage,
        say::ReceiptView,
        say::Printing,
        say::SettingsView,
        say::RecoveryCode,
    );
}

fn requests(config: &Config) {
    export!(
        config,
        ask::SignOn,
        ask::OpenShift,
        ask::CloseShift,
        ask::ListProducts,
        ask::Search,
        ask::Scan,
        ask::AddProduct,
        ask::ChangeQuantity,
        ask::VoidLine,
        ask::DiscountLine,
        ask::DiscountOrder,
        ask::OverridePrice,
        ask::OverrideLineTotal,
        ask::CancelOrder,
        ask::PlaceOrder,
        ask::PayCash,
        ask::PayCard,
        ask::PayCoupon,
        ask::GiveBackTender,
        ask::ReverseLast,
        ask::Approve,
        ask::ListApprovers,
        ask::Recover,
        ask::NoteLine,
        ask::NoteOrder,
        ask::IgnoreUnknown,
        ask::ParkOrder,
        ask::ResumeOrder,
        ask::FindShift,
        ask::PrintShift,
        ask::ListReceipts,
        ask::FindReceipt,
        ask::PrintCopy,
        ask::PrintAgain,
        ask::DropJob,
        ask::WatchPrinting,
        ask::PrintTest,
        ask::SetUpDemo,
        ask::SetUpShop,
        ask::ChangeShop,
        ask::ChangePrinter,
        ask::ChangeLook,
        ask::AddStaff,
        ask::ChangeStaffPin,
        ask::RemoveStaff,
        ask::IssueRecoveryCode,
        ask::SetPrice,
        ask::ReceiveStock,
    );
}

pub fn draw() -> Files {
    let out = tempfile::tempdir().unwrap();
    let config = Config::new().with_out_dir(out.path()).with_large_int("number");
    answers(&config);
    requests(&config);
    let mut files = Files::new();
    for folder in std::fs::read_dir(out.path()).unwrap() {
        let folder = folder.unwrap();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let file = file.unwrap();
            let path = PathBuf::from(FOLDER).join(folder.file_name()).join(file.file_name());
            files.insert(path, std::fs::read_to_string(file.path()).unwrap());
        }
    }
    files.insert(PathBuf::from(FOLDER).join("errorCodes.ts"), crate::errors::typescript());
    files
}

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

pub fn draw() -> Files {
    let out = tempfile::tempdir().unwrap();
    let config = Config::new().with_out_dir(out.path()).with_large_int("number");
    export!(
        &config,
        kernel::Refusal,
        say::Start,
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
        ask::SetPrice,
        ask::ReceiveStock,
    );
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

//! What can go wrong with a gesture, and how it reaches a person.

use eventing::{Fault, OpenError};
use kernel::{Coded, DocumentId, OrderId, ProductId, Refusal, Uuid, rejections};

rejections! {
    /// What the application itself refuses, before any context is asked.
    pub enum Rejection {
        /// Nobody is signed on.
        "POS-001" NotSignedOn: "nobody is signed on",
        /// The register has no open shift.
        "POS-002" NoShift: "no shift is open on this register",
        /// There is no shop in this file yet.
        "POS-003" NoShop: "there is no shop yet",
        /// There is one already.
        "POS-004" ShopExists: "there is a shop already",
        /// Nothing has this id.
        "POS-005" UnknownProduct { product: ProductId }: "no product {product}",
        /// The product has no price now.
        "POS-006" NoPrice { name: String }: "{name} has no price",
        /// The product is not sold any more.
        "POS-007" NotSold { name: String }: "{name} is not sold any more",
        /// Nothing has this id.
        "POS-008" UnknownOrder { order: OrderId }: "no order {order}",
        /// Only the last sale of the running shift can be reversed.
        "POS-009" NotLastSale: "only the last sale of the running shift can be reversed",
        /// The code is empty or too long.
        "POS-010" BadCode: "the code is empty, too long or holds control characters",
        /// The tax group has no rate in this country.
        "POS-011" NoTaxRate { tax_group: String }: "the tax group {tax_group} has no rate in this country",
        /// Another program has the data folder open.
        "POS-012" AlreadyRunning { folder: String }: "{folder} is in use by another Minas POS",
        /// A manager's PIN is needed where there is no terminal to ask on.
        "POS-013" PinNeeded: "a manager PIN is needed",
        /// The data folder cannot be made or written.
        "POS-014" FolderNotWritable { folder: String, why: String }: "{folder} cannot be written: {why}",
        /// No document has this id.
        "POS-020" UnknownReceipt { document: DocumentId }: "no receipt {document}",
        /// There is nothing to print on.
        "POS-021" NoPrinter: "no printer is set up",
        /// It was dropped, or it never was.
        "POS-022" UnknownJob { job: Uuid }: "no print job {job}",
        /// Only a closed shift has a report.
        "POS-023" NoReport: "the shift is not closed",
        /// A request from outside does not parse.
        "POS-016" BadRequest { why: String }: "the request does not parse: {why}",
        /// The register is still checking its journal; the window shows how far it is.
        "POS-017" StillOpening: "the register is still opening",
        /// The folder has held a shop, and its journal is missing or empty.
        "POS-018" JournalLost { folder: String }: "the shop's journal is missing from {folder}",
    }
}

/// Characters of a bad request's reason.
const MAX_WHY_CHARS: usize = 200;

impl Rejection {
    /// Why a request does not parse, without what was sent: it may be a PIN, and as long as somebody likes.
    pub fn bad_request(error: &serde_json::Error) -> Self {
        let told = error.to_string();
        let invalid = told.split_once(": ").filter(|(what, _)| what.starts_with("invalid "));
        let why = match invalid.and_then(|(what, rest)| Some((what, rest.rsplit_once(", expected ")?.1))) {
            Some((what, expected)) => format!("{what}, expected {expected}"),
            None => told,
        };
        Self::BadRequest { why: why.chars().take(MAX_WHY_CHARS).collect() }
    }
}

/// Why a gesture did not happen. Nothing of it is stored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule said no.
    #[error("{}", .0.text)]
    Refused(Refusal),
    /// Disk, file or schema.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The file cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// An invariant of ours broke: the operation stops, the till goes on.
    #[error("{0}")]
    Bug(String),
}

/// The result of everything that a screen or a shell can ask.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The form that crosses to a screen or a shell.
    pub fn refusal(&self) -> Refusal {
        let plain =
            |code: &str| Refusal { code: code.to_owned(), params: serde_json::json!({}), text: self.to_string() };
        match self {
            Self::Refused(refusal) => refusal.clone(),
            Self::Fault(fault) => plain(fault.code().0),
            Self::Open(error) => plain(error.code().0),
            Self::Bug(_) => plain("SYS-007"),
        }
    }
}

impl From<eventing::sqlx::Error> for Error {
    fn from(error: eventing::sqlx::Error) -> Self {
        Self::Fault(Fault::Sql(error))
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(Fault::Sql(eventing::sqlx::Error::Io(error)))
    }
}

impl From<kernel::AmountError> for Error {
    fn from(error: kernel::AmountError) -> Self {
        Self::Bug(error.to_string())
    }
}

/// Every context's refusals become ours with their own code.
macro_rules! refusals {
    ($($rejection:ty),* $(,)?) => {$(
        impl From<$rejection> for Error {
            fn from(rejection: $rejection) -> Self {
                Self::Refused(rejection.refusal())
            }
        }
    )*};
}

refusals!(
    Rejection,
    crate::import::Rejection,
    catalog::Rejection,
    fiscal::Rejection,
    inventory::Rejection,
    orders::Rejection,
    payments::Rejection,
    pricing::Rejection,
    staff::Rejection,
    store::Rejection,
    till::Rejection,
);

#[cfg(test)]
mod tests {
    use super::Rejection;
    use crate::api::requests::{Search, SignOn};
    use serde::de::DeserializeOwned;
    use serde_json::json;

    fn why<R: DeserializeOwned>(request: serde_json::Value) -> String {
        let error = serde_json::from_value::<R>(request).err().unwrap();
        Rejection::bad_request(&error).to_string()
    }

    #[test]
    fn what_was_sent_is_not_told_again() {
        let operator = "0198c0de-0000-7000-8000-000000000001";
        let told = why::<SignOn>(json!({ "operator": operator, "pin": 246_810 }));
        assert_eq!(told, "the request does not parse: a secret that does not parse");
        let told = why::<Search>(json!({ "text": 246_810, "offset": 0 }));
        assert_eq!(told, "the request does not parse: invalid type, expected a string");
        let told = why::<SignOn>(json!({ "operator": operator, "pin": "1", "x".repeat(100_000): 1 }));
        assert!(told.contains("unknown field") && told.len() < 300, "{} bytes", told.len());
        assert_eq!(why::<SignOn>(json!({ "pin": "1" })), "the request does not parse: missing field `operator`");
    }
}

//! Identities. An id is for machines (a UUID); what people read is a number or a code.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares newtypes over UUID: `Display` and JSON are the hyphenated text form.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(export_to = "kernel/", type = "string")]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A gesture of the user, made where the finger is. The same id again gives the first outcome again.
    CommandId
    /// The chain of commands that one gesture began, through policies and effects.
    CorrelationId
    /// One device incarnation's journal.
    LogId
    /// The company that owns the stores.
    TenantId
    /// A place that sells.
    StoreId
    /// A device that sells.
    RegisterId
    /// A person who signs on.
    OperatorId
    /// A named set of permissions.
    RoleId
    /// One till's period of accountability.
    ShiftId
    /// Something that can be sold.
    ProductId
    /// A node of the category tree.
    CategoryId
    /// A list of prices in one currency.
    PriceListId
    /// One transaction from first scan to confirmation or cancellation.
    OrderId
    /// One means of payment, taken once.
    TenderId
    /// A numbered document: a sale or its mirror.
    DocumentId
}

/// A line's number within its order: 1 for the first, never used again after a void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(export_to = "kernel/", type = "number")]
pub struct LineNumber(pub u32);

impl std::fmt::Display for LineNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

//! What a screen or a shell may ask. Every request that changes something carries the command's id, made where the
//! finger is: the same id again gets the first answer again.

/// Declares request structs. They are hashed to tell a repeat from another command, so the id stays out of the hash.
macro_rules! requests {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident : $ty:ty $(= $ts:literal)?),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        #[ts(export_to = "pos/")]
        pub struct $name { $($(#[$doc])* $(#[ts(type = $ts)])? pub $field: $ty),* }
    )*};
}

mod cart;
mod checkout;
mod counter;
mod keeping;
mod printing;
mod products;
mod settings;
mod shifts;

pub use cart::*;
pub use checkout::*;
pub use counter::*;
pub use keeping::*;
pub use printing::*;
pub use products::*;
pub use settings::*;
pub use shifts::*;

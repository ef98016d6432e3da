//! What a screen or a shell may ask. Every request that changes something carries the command's id, made where the
//! finger is: the same id again gets the first answer again.

/// Declares request structs. They are hashed to tell a repeat from another command, so the id stays out of the hash.
/// A field `as secret` shows in no debugging text, and is read by [`secret`].
macro_rules! requests {
    (@shown $value:expr) => { &$value };
    (@shown $value:expr, secret) => { &"[redacted]" };
    ($($(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $field:ident : $ty:ty $(as $hidden:ident)? $(= $ts:literal)?),* $(,)?
    })*) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        #[ts(export_to = "pos/")]
        pub struct $name { $($(#[$doc])* $(#[ts(type = $ts)])? pub $field: $ty),* }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                $(shown.field(stringify!($field), requests!(@shown self.$field $(, $hidden)?));)*
                shown.finish()
            }
        }
    )*};
}

/// Reads a secret. What a parser says about a bad value quotes it, so it is not passed on.
pub(super) fn secret<'de, D: serde::Deserializer<'de>>(source: D) -> Result<String, D::Error> {
    <telemetry::Redacted<String> as serde::Deserialize>::deserialize(source).map(telemetry::Redacted::into_exposed)
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

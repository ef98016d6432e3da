//! The wire identity of a recorded event.

use serde::{Serialize, de::DeserializeOwned};

/// A payload with a stored name and a schema version. Both are for ever: a change of meaning is a new type, an
/// additive change keeps the type and raises the version.
///
/// It lives here because contracts (which may not see the platform) and the journal (which may not see contracts)
/// must both name it.
pub trait Fact: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// The stored name, such as `orders.order.placed`; never a Rust path.
    const TYPE: &'static str;
    /// The schema version that this program writes; 1 is the first.
    const VERSION: u16;

    /// Turns a payload of an older version into the current shape. Called only for `from < VERSION`.
    fn upcast(_from: u16, payload: serde_json::Value) -> serde_json::Value {
        payload
    }
}

/// Declares a fact: a struct and its wire identity. Facts that several contexts listen to are declared in `contracts`,
/// the others by the context that records them.
#[macro_export]
macro_rules! fact {
    ($(#[$meta:meta])* $name:ident, $event_type:literal, v $version:literal, {
        $($(#[$doc:meta])* $field:ident : $ty:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($(#[$doc])* pub $field: $ty),* }

        impl $crate::Fact for $name {
            const TYPE: &'static str = $event_type;
            const VERSION: u16 = $version;
        }
    };
}

//! One declaration for every contract fact.

/// Declares a struct and its wire identity.
macro_rules! fact {
    ($(#[$meta:meta])* $name:ident, $event_type:literal, v $version:literal, {
        $($(#[$doc:meta])* $field:ident : $ty:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($(#[$doc])* pub $field: $ty),* }

        impl kernel::Fact for $name {
            const TYPE: &'static str = $event_type;
            const VERSION: u16 = $version;
        }
    };
}
pub(crate) use fact;

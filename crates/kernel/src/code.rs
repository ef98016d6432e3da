//! Error codes: what a person quotes, what the UI switches on, and what never changes its meaning.

use serde::{Deserialize, Serialize};

/// A stable code such as `ORD-017`: three letters for the context, then a number. Append-only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ErrorCode(pub &'static str);

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// An error that a user may see: it has a code and the values that its message names.
pub trait Coded: std::error::Error {
    /// Every code that this type can produce, with the developer's sentence.
    const CODES: &'static [(ErrorCode, &'static str)];

    /// The code of this error.
    fn code(&self) -> ErrorCode;

    /// The values that the message in each language names, as a JSON object.
    fn params(&self) -> serde_json::Value;

    /// The form that crosses to the screen or the shell.
    fn refusal(&self) -> Refusal {
        Refusal { code: self.code().0.to_owned(), params: self.params(), text: self.to_string() }
    }
}

/// An error on its way out: the screen switches on the code, never on the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "kernel/")]
pub struct Refusal {
    /// The stable code, such as `ORD-017`.
    pub code: String,
    /// The values that the message in each language names.
    #[ts(type = "Record<string, unknown>")]
    pub params: serde_json::Value,
    /// The developer's sentence, in English.
    pub text: String,
}

/// Declares a rejection enum: each variant with its code and the developer's sentence. Fields become the parameters
/// of the message in each language.
///
/// ```
/// kernel::rejections! {
///     /// Why a cart may refuse.
///     pub enum Rejection {
///         /// Nothing was scanned yet.
///         "ORD-001" Empty: "the order has no lines",
///         /// Less than the line allows.
///         "ORD-002" TooFew { least: u32 }: "at least {least} are needed",
///     }
/// }
/// use kernel::Coded;
/// assert_eq!(Rejection::TooFew { least: 2 }.code().0, "ORD-002");
/// assert_eq!(Rejection::TooFew { least: 2 }.params()["least"], 2);
/// ```
#[macro_export]
macro_rules! rejections {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$doc:meta])* $code:literal $variant:ident $({ $($field:ident : $ty:ty),* $(,)? })? : $text:literal),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, thiserror::Error, serde::Serialize)]
        #[serde(untagged)]
        pub enum $name {
            $(
                $(#[$doc])*
                #[error($text)]
                $variant $({ $(#[doc = "Named in the message."] $field: $ty),* })?
            ),*
        }

        impl $crate::Coded for $name {
            const CODES: &'static [($crate::ErrorCode, &'static str)] = &[$(($crate::ErrorCode($code), $text)),*];

            fn code(&self) -> $crate::ErrorCode {
                match self { $(Self::$variant { .. } => $crate::ErrorCode($code)),* }
            }

            fn params(&self) -> $crate::Value {
                match $crate::to_value(self) {
                    Ok($crate::Value::Object(fields)) => $crate::Value::Object(fields),
                    _ => $crate::Value::Object(Default::default()),
                }
            }
        }
    };
}

//! Secrets that pass through code which might print them.

use serde::{Deserialize, Deserializer};
use std::fmt::{Debug, Display, Formatter, Result};

/// A value that no log, error or panic message shows: both text forms are `[redacted]`. It can be read from JSON (a
/// PIN comes from the screen) and never written to it.
#[derive(Clone)]
pub struct Redacted<T>(T);

impl<T> Redacted<T> {
    /// Hides a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the one place that needs it.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> Debug for Redacted<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("[redacted]")
    }
}

impl<T> Display for Redacted<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("[redacted]")
    }
}

impl<T> From<T> for Redacted<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Redacted<T> {
    /// What the parser says about a bad value quotes it, so it is not passed on.
    fn deserialize<D: Deserializer<'de>>(source: D) -> std::result::Result<Self, D::Error> {
        T::deserialize(source).map(Self).map_err(|_| serde::de::Error::custom("a secret that does not parse"))
    }
}

#[cfg(test)]
mod tests {
    use super::Redacted;

    #[test]
    fn neither_text_form_shows_a_secret() {
        #[derive(Debug)]
        #[expect(dead_code, reason = "it is only printed")]
        struct SignOn {
            pin: Redacted<String>,
        }
        let pin = Redacted::new("2468".to_owned());
        assert_eq!(format!("{pin} {pin:?}"), "[redacted] [redacted]");
        assert_eq!(format!("{:?}", SignOn { pin }), "SignOn { pin: [redacted] }");
    }

    #[test]
    fn a_secret_is_read_where_it_is_needed() {
        let pin: Redacted<String> = serde_json::from_str("\"2468\"").unwrap();
        assert_eq!(pin.expose(), "2468");
        assert_eq!(pin.into_exposed(), "2468");
    }

    #[test]
    fn a_secret_of_the_wrong_type_is_not_quoted() {
        let error = serde_json::from_str::<Redacted<String>>("2468").unwrap_err();
        assert!(error.to_string().starts_with("a secret that does not parse"), "{error}");
    }
}

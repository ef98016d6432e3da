//! The demo shop: a Greek phone shop to try things in.

/// The demo's operators with their PINs, which are no secret.
pub const PINS: &[(&str, &str)] = &[("Maria K.", "1234"), ("George P.", "5678"), ("Eleni D.", "246810")];

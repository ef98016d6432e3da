//! What a cashier does in the window, one line each.

use crate::window::Window;
use anyhow::Result;

/// A cashier of the demo, with the PIN.
pub const CASHIER: (&str, &str) = ("Maria K.", "1234");

/// The demo's manager.
pub const MANAGER: (&str, &str) = ("Eleni D.", "246810");

/// The selector of what a screen calls `testid`.
pub fn by(testid: &str) -> String {
    format!("[data-testid='{testid}']")
}

/// Taps a name and its PIN.
pub async fn sign_on(window: &Window, (name, pin): (&str, &str)) -> Result<()> {
    window.click(&by(&format!("operator-{name}"))).await?;
    type_pin(window, pin).await
}

/// Taps digits and Enter.
pub async fn type_pin(window: &Window, pin: &str) -> Result<()> {
    for digit in pin.chars() {
        window.click(&by(&format!("pin-{digit}"))).await?;
    }
    window.click(&by("pin-enter")).await
}

/// Opens a shift with a float of 100.
pub async fn open_shift(window: &Window) -> Result<()> {
    window.type_into(&by("float"), "100").await?;
    window.click(&by("open-shift")).await?;
    window.see(&by("empty-cart")).await
}

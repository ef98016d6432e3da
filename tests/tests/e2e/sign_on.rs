//! Signing on: a wrong PIN, a lock-out, a file that cannot be read.

use crate::support::{CASHIER, Demo, MANAGER, by, look, sign_on, type_pin};
use anyhow::Result;
use tests::window::Window;

#[tokio::test]
async fn a_wrong_pin_is_said_and_five_lock_one_operator_out() -> Result<()> {
    let demo = Demo::new().await?;
    let window = Window::open(demo.folder()).await?;
    window.text_with("body", CASHIER.0).await?;
    look(&window, "sign-on").await?;
    sign_on(&window, (CASHIER.0, "9999")).await?;
    window.text_with(&by("sign-on-error"), "").await?;
    look(&window, "sign-on-wrong").await?;
    for _ in 1..5 {
        type_pin(&window, "9999").await?;
    }
    // No PIN can be typed any more, not even the right one; the time is said when it can.
    window.text_with(&by("locked-out"), CASHIER.0).await?;
    window.see_gone(&by("pin-enter")).await?;
    look(&window, "sign-on-locked").await?;

    // Nobody else is locked out.
    sign_on(&window, MANAGER).await?;
    window.see(&by("float")).await?;
    window.close().await
}

#[tokio::test]
async fn a_damaged_file_says_so() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("minas.db"), b"this is no journal, it is a shopping list".repeat(200))?;
    let window = Window::open(folder.path()).await?;
    window.text_with("body", "SYS-").await?;
    look(&window, "damaged").await?;
    window.close().await
}

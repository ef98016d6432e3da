//! The first day and the end of a day.

use crate::support::{Demo, by, look, scan, sign_on};
use anyhow::Result;
use tests::window::Window;

#[tokio::test]
async fn a_stranger_begins_with_the_demo() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = Window::open(folder.path()).await?;
    window.see(&by("first-run")).await?;
    look(&window, "first-run").await?;
    window.click(&by("set-up-demo")).await?;
    sign_on(&window, crate::support::CASHIER).await?;
    window.see(&by("float")).await?;
    window.close().await
}

#[tokio::test]
async fn an_owner_begins_with_an_own_shop_and_keeps_the_code() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = Window::open(folder.path()).await?;
    for (field, text) in
        [("shop-name", "Kypseli"), ("owner-name", "Anna"), ("owner-pin", "739105"), ("owner-pin-again", "739105")]
    {
        window.type_into(&by(field), text).await?;
    }
    window.click(&by("set-up-shop")).await?;
    let code = window.text_with(&by("recovery-code"), "").await?;
    assert!(code.trim().len() > 10, "{code}");
    look(&window, "recovery-code").await?;
    window.click(&by("code-kept")).await?;
    window.click(&by("code-next")).await?;
    sign_on(&window, ("Anna", "739105")).await?;
    window.see(&by("float")).await?;
    window.close().await
}

#[tokio::test]
async fn a_shift_ends_with_a_blind_count_piece_by_piece() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    window.click(&by("rail-shift")).await?;
    window.see(&by("count")).await?;
    look(&window, "count").await?;
    // Nothing tells what should be there before the count is handed in.
    assert_eq!(window.count(&by("shift-expected")).await?, 0);
    window.click(&by("pieces-0")).await?;
    window.keys("1").await?;
    window.click(&by("close-shift")).await?;
    window.see(&by("over-short")).await?;
    look(&window, "shift-closed").await?;
    window.close().await
}

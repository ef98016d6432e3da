//! How screens look: sizes, themes, languages.

use crate::support::{CASHIER, Demo, picture, sign_on, width};
use anyhow::Result;
use tests::display::Size;
use tests::window::Window;

#[tokio::test]
async fn the_window_can_be_small() -> Result<()> {
    let demo = Demo::new().await?;
    let window = Window::open_at(demo.folder(), Size::SMALL).await?;
    let inner = window.run("arguments[0]([innerWidth, innerHeight])", &[]).await?;
    assert_eq!(inner, serde_json::json!([1024, 768]));
    sign_on(&window, CASHIER).await?;
    window.picture(&picture(&format!("open-shift-{}", width(Size::SMALL)))).await?;
    window.close().await
}

//! A power cut in the middle of a cart.

use crate::support::{CASHIER, Demo, by, look, scan, sign_on};
use anyhow::Result;
use tests::window::Window;

#[tokio::test]
async fn a_cart_is_back_after_a_power_cut() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    scan(&window, &demo, 1).await?;
    scan(&window, &demo, 2).await?;
    window.kill()?;

    let window = Window::open(demo.folder()).await?;
    sign_on(&window, CASHIER).await?;
    window.text_with(&by("cart"), demo.name(1)).await?;
    window.text_with(&by("cart"), demo.name(2)).await?;
    window.text_with(&by("unclean-stop"), "A-1").await?;
    look(&window, "unclean-stop").await?;
    window.click(&by("unclean-go-on")).await?;
    window.see_gone(&by("unclean-stop")).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-2").await?;
    assert_eq!(demo.orders_after(window).await?, [("confirmed".to_owned(), 2)]);
    Ok(())
}

//! How screens look: sizes, themes, languages, large text. The tour leaves a picture of each.

use crate::support::{CASHIER, Demo, by, change_look, confirmed, look, open_shift, scan, sign_on};
use anyhow::Result;
use store::Language;
use store::settings::{Look, Theme};
use tests::display::Size;
use tests::window::Window;

/// A demo shop whose register looks like this.
async fn looking(look: Look) -> Result<Demo> {
    Demo::with(async |pos, _| change_look(pos, look).await).await
}

#[tokio::test]
async fn text_of_twice_the_size_still_sells() -> Result<()> {
    let demo = looking(Look { text_scale_percent: 200, ..Look::default() }).await?;
    let window = Window::open(demo.folder()).await?;
    look(&window, "large-sign-on").await?;
    sign_on(&window, CASHIER).await?;
    look(&window, "large-open-shift").await?;
    open_shift(&window).await?;
    scan(&window, &demo, 0).await?;
    look(&window, "large-sell").await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    look(&window, "large-done").await?;
    let wide = window.run("arguments[0](document.documentElement.scrollWidth <= innerWidth)", &[]).await?;
    assert_eq!(wide, true, "nothing reaches beyond the window");
    window.close().await
}

#[tokio::test]
async fn a_sale_is_made_in_arabic_from_right_to_left() -> Result<()> {
    let demo = looking(Look { language: Some(Language::Ar), ..Look::default() }).await?;
    let window = demo.selling().await?;
    let direction = window.run("arguments[0](document.documentElement.dir)", &[]).await?;
    assert_eq!(direction, "rtl");
    scan(&window, &demo, 0).await?;
    let places = "const at = (id) => document.querySelector(`[data-testid='${id}']`).getBoundingClientRect().left;
        arguments[0](at('cart') < at('tiles'))";
    assert_eq!(window.run(places, &[]).await?, true, "the cart stands on the left");
    look(&window, "arabic-sell").await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    look(&window, "arabic-done").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(1));
    Ok(())
}

/// One window of the tour: every screen that somebody comes by, at both sizes.
async fn tour(language: Language, theme: Theme, name: &str) -> Result<()> {
    let demo = looking(Look { language: Some(language), theme, ..Look::default() }).await?;
    let window = Window::open(demo.folder()).await?;
    both(&window, &format!("tour-sign-on-{name}")).await?;
    sign_on(&window, CASHIER).await?;
    window.see(&by("float")).await?;
    both(&window, &format!("tour-open-shift-{name}")).await?;
    open_shift(&window).await?;
    for index in 0..3 {
        scan(&window, &demo, index).await?;
    }
    both(&window, &format!("tour-sell-{name}")).await?;
    window.click(&by("pay-note")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    both(&window, &format!("tour-done-{name}")).await?;
    let places =
        "arguments[0](Array.from(document.querySelectorAll(\"[data-testid^='rail-']\"), (key) => key.dataset.testid))";
    let places: Vec<String> = serde_json::from_value(window.run(places, &[]).await?)?;
    for place in places {
        window.click(&by(&place)).await?;
        both(&window, &format!("tour-{place}-{name}")).await?;
    }
    window.close().await
}

async fn both(window: &Window, name: &str) -> Result<()> {
    for size in [Size::COUNTER, Size::SMALL] {
        window.resize(size).await?;
        look(window, &format!("{name}-{}", size.width)).await?;
    }
    window.resize(Size::COUNTER).await
}

#[tokio::test]
async fn every_screen_stands_in_english_by_day() -> Result<()> {
    tour(Language::En, Theme::Light, "en-light").await
}

#[tokio::test]
async fn every_screen_stands_in_greek_by_night() -> Result<()> {
    tour(Language::El, Theme::Dark, "el-dark").await
}

#[tokio::test]
async fn every_screen_stands_in_greek_by_day() -> Result<()> {
    tour(Language::El, Theme::Light, "el-light").await
}

#[tokio::test]
async fn every_screen_stands_in_arabic_by_night() -> Result<()> {
    tour(Language::Ar, Theme::Dark, "ar-dark").await
}

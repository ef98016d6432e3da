//! The real window: a stranger signs on, sells for cash, and closes the shift. Pictures of every screen are left in
//! `target/screens`; the one of the README is written with `MINAS_UPDATE=1`.

use anyhow::Result;
use pos::{Open, Pos};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tests::window::Window;

/// A product of the demo shop, by its barcode.
async fn a_barcode(pos: &Pos) -> Result<(String, String)> {
    let page = pos.search(pos::api::requests::Search { text: String::new(), offset: 0 }).await?;
    let cheap = page.products.into_iter().filter(|product| product.price.is_some_and(|price| price.minor < 10_000));
    let mut scannable = cheap.filter_map(|product| Some((product.barcode?, product.name)));
    Ok(scannable.next().expect("the demo sells something below 100 that can be scanned"))
}

fn by(testid: &str) -> String {
    format!("[data-testid='{testid}']")
}

/// Where pictures go.
fn picture(name: &str) -> PathBuf {
    tests::project().join("target/screens").join(name)
}

async fn sign_on(window: &Window, name: &str, pin: &str) -> Result<()> {
    window.click(&by(&format!("operator-{name}"))).await?;
    for digit in pin.chars() {
        window.click(&by(&format!("pin-{digit}"))).await?;
    }
    window.click(&by("pin-enter")).await
}

/// A code as a scanner sends it: fast, ended by Enter.
async fn scan(window: &Window, code: &str) -> Result<()> {
    window.keys(&format!("{code}\u{E007}")).await
}

async fn demo(folder: &Path) -> Result<(String, String)> {
    let pos = Pos::open(Open::folder(folder)).await?;
    pos.set_up_demo(store::Language::En).await?;
    let found = a_barcode(&pos).await?;
    pos.close().await?;
    Ok(found)
}

/// Opens the folder as soon as the program behind the closed window has let go of it.
async fn after_the_window(folder: &Path) -> Result<Pos> {
    let end = Instant::now() + Duration::from_mins(1);
    loop {
        match Pos::open(Open::folder(folder)).await {
            Err(error) if error.refusal().code == "POS-012" && Instant::now() < end => tokio::task::yield_now().await,
            opened => return Ok(opened?),
        }
    }
}

#[tokio::test]
async fn a_stranger_sells_for_cash_in_the_real_window() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (barcode, name) = demo(folder.path()).await?;
    let window = Window::open(folder.path()).await?;

    window.text_with("body", "Maria K.").await?;
    window.picture(&picture("sign-on.png")).await?;
    sign_on(&window, "Maria K.", "1234").await?;

    window.type_into(&by("float"), "100").await?;
    window.picture(&picture("open-shift.png")).await?;
    window.click(&by("open-shift")).await?;

    window.text_with("body", "F9").await?;
    window.picture(&picture("sell-empty.png")).await?;
    scan(&window, &barcode).await?;
    window.text_with(&by("cart"), &name).await?;
    scan(&window, &barcode).await?;
    window.text_with(&by("line-quantity"), "2").await?;
    scan(&window, "5000000000000").await?;
    window.text_with(&by("unknown-line"), "5000000000000").await?;
    window.picture(&picture("sell-cart.png")).await?;
    if tests::updates() {
        window.picture(&tests::project().join("docs/screens/sell.png")).await?;
    }
    window.click(&by("unknown-ignore")).await?;
    window.click(&by("pay-note")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    window.picture(&picture("done.png")).await?;

    // The next scan starts the next sale; exact cash is one key, and a double press pays once.
    scan(&window, &barcode).await?;
    window.text_with(&by("cart"), &name).await?;
    window.keys("\u{E039}\u{E039}").await?;
    window.text_with(&by("receipt-number"), "A-2").await?;
    window.close().await?;

    let pos = after_the_window(folder.path()).await?;
    let report = pos.verify().await?;
    assert!(report.clean, "{report:?}");
    let orders = pos.stats().await?.orders;
    assert_eq!(orders, [("confirmed".to_owned(), 2)], "two sales, and nothing else");
    Ok(())
}

#[tokio::test]
async fn a_damaged_file_says_so_in_the_window() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("minas.db"), b"this is no journal, it is a shopping list".repeat(200))?;
    let window = Window::open(folder.path()).await?;
    window.text_with("body", "SYS-").await?;
    window.picture(&picture("damaged.png")).await?;
    window.close().await
}

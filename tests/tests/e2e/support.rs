//! What the scenarios share: a demo shop on a folder, somebody who signs on, and where pictures go.

use anyhow::Result;
use pos::api::requests as ask;
use pos::api::words::ProductView;
use pos::{Open, Pos, Session};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use store::settings::{Look, PrinterSettings};
use tempfile::TempDir;
use tests::counter::command;
pub use tests::taps::{CASHIER, MANAGER, by, open_shift, sign_on, type_pin};
use tests::window::Window;

/// A demo shop in a folder of its own, and something that it sells.
pub struct Demo {
    folder: TempDir,
    /// Products below 100 that can be scanned.
    pub products: Vec<ProductView>,
}

impl Demo {
    /// Sets the shop up.
    pub async fn new() -> Result<Self> {
        Self::with(async |_, _| Ok(())).await
    }

    /// Sets the shop up, and does something at it before the window opens.
    pub async fn with(work: impl AsyncFnOnce(&Pos, &Path) -> Result<()>) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let pos = Pos::open(Open::folder(folder.path())).await?;
        pos.set_up_demo(store::Language::En).await?;
        let page = pos.search(ask::Search { text: String::new(), offset: 0 }).await?;
        let cheap = |product: &ProductView| product.price.is_some_and(|price| price.minor < 10_000);
        let products = page.products.into_iter().filter(|product| cheap(product) && product.barcode.is_some());
        let demo = Self { folder, products: products.collect() };
        assert!(demo.products.len() > 2, "the demo sells a few things below 100 that can be scanned");
        work(&pos, demo.folder()).await?;
        pos.close().await?;
        Ok(demo)
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The code of one of the products.
    pub fn code(&self, index: usize) -> &str {
        self.products[index].barcode.as_deref().unwrap_or_default()
    }

    /// The name of one of the products.
    pub fn name(&self, index: usize) -> &str {
        &self.products[index].name
    }

    /// A window with the cashier signed on and an open shift.
    pub async fn selling(&self) -> Result<Window> {
        let window = Window::open(self.folder()).await?;
        sign_on(&window, CASHIER).await?;
        open_shift(&window).await?;
        Ok(window)
    }

    /// The register, as soon as the program behind the closed window has let go of it.
    pub async fn after_the_window(&self) -> Result<Pos> {
        let end = Instant::now() + Duration::from_mins(1);
        loop {
            match Pos::open(Open::folder(self.folder())).await {
                Err(error) if error.refusal().code == "POS-012" && Instant::now() < end => {
                    tokio::task::yield_now().await;
                }
                opened => return Ok(opened?),
            }
        }
    }

    /// Closes the window, has the journal verified, and counts the orders by their state.
    pub async fn orders_after(&self, window: Window) -> Result<Vec<(String, i64)>> {
        window.close().await?;
        let pos = self.after_the_window().await?;
        let report = pos.verify().await?;
        assert!(report.clean, "{report:?}");
        Ok(pos.stats().await?.orders)
    }
}

/// Orders by their state after sales and nothing else.
pub fn confirmed(count: i64) -> Vec<(String, i64)> {
    vec![("confirmed".to_owned(), count)]
}

/// Gives the register another look.
pub async fn change_look(pos: &Pos, look: Look) -> Result<()> {
    let who = manager(pos).await?;
    pos.change_look(&who, ask::ChangeLook { command: command(), look }).await?;
    Ok(())
}

/// Gives the register a printer.
pub async fn change_printer(pos: &Pos, printer: PrinterSettings) -> Result<()> {
    let who = manager(pos).await?;
    pos.change_printer(&who, ask::ChangePrinter { command: command(), printer }).await?;
    Ok(())
}

async fn manager(pos: &Pos) -> Result<Session> {
    let operators = pos.operators().await?;
    let (name, pin) = MANAGER;
    let found = operators.iter().find(|view| view.name == name).expect("the demo has a manager");
    Ok(pos.sign_on(ask::SignOn { operator: found.operator, pin: pin.to_owned() }).await?)
}

/// Scans a product and waits for its line.
pub async fn scan(window: &Window, demo: &Demo, index: usize) -> Result<()> {
    window.scan(demo.code(index)).await?;
    window.text_with(&by("cart"), demo.name(index)).await.map(drop)
}

/// Looks at the screen: a picture, and nothing that keeps people out.
pub async fn look(window: &Window, name: &str) -> Result<()> {
    window.picture(&picture(name)).await?;
    let barriers = window.barriers().await?;
    assert!(barriers.is_empty(), "{name}: {barriers:#?}");
    Ok(())
}

/// Where pictures go.
pub fn picture(name: &str) -> PathBuf {
    tests::project().join("target/screens").join(format!("{name}.png"))
}

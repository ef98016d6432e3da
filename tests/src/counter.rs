//! A counter on a temporary folder: a small Greek (or other) shop with a cashier, a manager and a few products.

use anyhow::{Context, Result};
use catalog::ProductDetails;
use contracts::ProductKind;
use kernel::{CommandId, Currency, Money, OrderId, ProductId, Quantity, Unit, UnitPrice, Uuid};
use pos::api::requests as ask;
use pos::api::words::{CartView, Payment, SaleView, Scanned, ShiftView};
use pos::import::{BadRows, Effect, ImportCatalog, Watch};
use pos::{Clock, NewOperator, Open, Pos, Session, SetClock, SetUp};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use telemetry::Redacted;
use tempfile::TempDir;

/// The cashier's PIN.
pub const CASHIER_PIN: &str = "1234";

/// The manager's PIN.
pub const MANAGER_PIN: &str = "246810";

/// 2026-03-02 10:00 UTC, a Monday.
pub const MONDAY_MS: i64 = 1_772_445_600_000;

/// A register with somebody at it.
pub struct Counter {
    /// The register.
    pub pos: Pos,
    /// Its clock, which only the test moves.
    pub clock: Arc<SetClock>,
    /// May sell.
    pub cashier: Session,
    /// May everything.
    pub manager: Session,
    folder: TempDir,
}

/// A new command id.
pub fn command() -> CommandId {
    CommandId(Uuid::now_v7())
}

/// Euro cents.
pub fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

impl Counter {
    /// A Greek shop, the cashier and the manager signed up, no shift yet.
    pub async fn new() -> Result<Self> {
        Self::in_country("gr").await
    }

    /// A shop under another country's profile.
    pub async fn in_country(country: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let clock = Arc::new(SetClock::at(MONDAY_MS));
        let pos = open(folder.path(), &clock).await?;
        pos.set_up(set_up(country)).await?;
        Self::at(pos, clock, folder).await
    }

    /// A Greek shop with an open shift of 100.00.
    pub async fn open() -> Result<Self> {
        let counter = Self::new().await?;
        counter.open_shift(10_000).await?;
        Ok(counter)
    }

    async fn at(pos: Pos, clock: Arc<SetClock>, folder: TempDir) -> Result<Self> {
        let operators = pos.operators().await?;
        let find = |name: &str| operators.iter().find(|view| view.name == name).map(|view| view.operator);
        let (maria, eleni) = (find("Maria K.").context("a cashier")?, find("Eleni D.").context("a manager")?);
        let manager = pos.sign_on(ask::SignOn { operator: eleni, pin: MANAGER_PIN.to_owned() }).await?;
        let cashier = pos.sign_on(ask::SignOn { operator: maria, pin: CASHIER_PIN.to_owned() }).await?;
        Ok(Self { pos, clock, cashier, manager, folder })
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Stops the program as a crash does, and starts it again.
    pub async fn restart(self) -> Result<Self> {
        let Self { pos, clock, folder, .. } = self;
        drop(pos);
        let pos = open(folder.path(), &clock).await?;
        Self::at(pos, clock, folder).await
    }

    /// The same, but nobody signs on: the people at the counter are who they were.
    pub async fn reopen(self) -> Result<Self> {
        let Self { pos, clock, cashier, manager, folder } = self;
        drop(pos);
        let pos = open(folder.path(), &clock).await?;
        Ok(Self { pos, clock, cashier, manager, folder })
    }

    /// Stops the register, lets `act` have the folder for itself, and starts it again.
    pub async fn with_closed(self, act: impl AsyncFnOnce(&Path) -> Result<()>) -> Result<Self> {
        let Self { pos, clock, cashier, manager, folder } = self;
        pos.close().await?;
        act(folder.path()).await?;
        let pos = open(folder.path(), &clock).await?;
        Ok(Self { pos, clock, cashier, manager, folder })
    }

    /// Another register that begins as a copy of this one: its own folder, its own clock, the same people.
    pub async fn twin(&self) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        self.pos.backup(&folder.path().join(pos::folder::JOURNAL_FILE)).await?;
        std::fs::copy(self.folder().join("pepper"), folder.path().join("pepper"))?;
        let clock = Arc::new(SetClock::at(self.clock.now_ms()));
        let pos = open(folder.path(), &clock).await?;
        Ok(Self { pos, clock, cashier: self.cashier.clone(), manager: self.manager.clone(), folder })
    }

    /// The cashier opens the shift.
    pub async fn open_shift(&self, float_minor: i64) -> Result<ShiftView> {
        let float = Money::new(float_minor, self.pos.shop()?.currency);
        Ok(self.pos.open_shift(&self.cashier, ask::OpenShift { command: command(), float }).await?)
    }

    /// A product at the standard rate, sold by the piece.
    pub async fn product(&self, sku: &str, barcode: &str, price_minor: i64) -> Result<ProductId> {
        self.product_with(details(sku, barcode), price_minor).await
    }

    /// A product with these details.
    pub async fn product_with(&self, details: ProductDetails, price_minor: i64) -> Result<ProductId> {
        let price = Some(UnitPrice::from_minor(price_minor, self.pos.shop()?.currency));
        let request = ask::CreateProduct { command: command(), details, price };
        Ok(self.pos.create_product(&self.manager, request).await?)
    }

    /// Pieces of a product come in; from now on its stock is tracked.
    pub async fn receive(&self, product: ProductId, pieces: i64) -> Result<()> {
        let request = ask::ReceiveStock {
            command: command(),
            product,
            quantity: Quantity::each(pieces),
            note: "delivery".to_owned(),
        };
        Ok(self.pos.receive_stock(&self.manager, request).await?)
    }

    /// The cashier scans.
    pub async fn scan(&self, order: Option<OrderId>, code: &str) -> pos::Result<Scanned> {
        let request = ask::Scan { command: command(), order, code: code.to_owned(), quantity_milli: None };
        self.pos.scan(&self.cashier, request).await
    }

    /// A new cart with one piece of each code.
    pub async fn cart(&self, codes: &[&str]) -> Result<CartView> {
        let mut cart: Option<CartView> = None;
        for code in codes {
            match self.scan(cart.as_ref().map(|cart| cart.order), code).await? {
                Scanned::Added { cart: scanned, .. } => cart = Some(scanned),
                Scanned::Unknown { code, .. } => anyhow::bail!("{code} is unknown"),
                Scanned::Receipt { document } => anyhow::bail!("{code} is the receipt {document}"),
            }
        }
        cart.context("a cart needs a code")
    }

    /// The cashier takes cash; None is exactly what is due.
    pub async fn pay_cash(&self, cart: &CartView, tendered: Option<Money>) -> pos::Result<Payment> {
        self.pos.pay_cash(&self.cashier, pay_cash(cart, tendered)).await
    }

    /// One piece of each code, paid exactly in cash.
    pub async fn sell(&self, codes: &[&str]) -> Result<SaleView> {
        let cart = self.cart(codes).await?;
        match self.pay_cash(&cart, None).await? {
            Payment::Paid { sale } => Ok(sale),
            other => anyhow::bail!("not paid: {other:?}"),
        }
    }
}

/// Goods at the standard rate, sold by the piece.
pub fn details(sku: &str, barcode: &str) -> ProductDetails {
    ProductDetails {
        sku: sku.to_owned(),
        name: format!("Product {sku}"),
        barcodes: vec![barcode.to_owned()],
        kind: ProductKind::Goods,
        tax_group: "standard".to_owned(),
        unit: Unit::Each,
        category: None,
        serialised: false,
        discountable: true,
        image: None,
        active: true,
        listed: true,
        brand: None,
        package_size: None,
        popularity: 0,
    }
}

/// A cash payment of the whole cart.
pub fn pay_cash(cart: &CartView, tendered: Option<Money>) -> ask::PayCash {
    ask::PayCash {
        command: command(),
        approval: None,
        order: cart.order,
        expected_total: cart.total,
        expected_due: Some(cart.due),
        tendered,
        partial: false,
    }
}

/// Opens a folder under a clock of ours.
pub async fn open(folder: &Path, clock: &Arc<SetClock>) -> Result<Pos> {
    Ok(Pos::open(Open { clock: Arc::clone(clock) as Arc<dyn pos::Clock>, ..Open::folder(folder) }).await?)
}

/// What the first run of the tests' shop asks for.
pub fn set_up(country: &str) -> SetUp {
    let person =
        |name: &str, role, pin: &str| NewOperator { name: name.to_owned(), role, pin: Redacted::new(pin.to_owned()) };
    SetUp {
        name: "Minas Kypseli".to_owned(),
        address: vec!["Fokionos Negri 1".to_owned(), "113 61 Athens".to_owned()],
        tax_id: None,
        country: country.to_owned(),
        language: store::Language::En,
        cash_limit: store::CashLimit::AsCountry,
        demo: false,
        register_name: "Register 1".to_owned(),
        operators: vec![
            person("Maria K.", staff::CASHIER, CASHIER_PIN),
            person("Eleni D.", staff::MANAGER, MANAGER_PIN),
        ],
    }
}

/// Imports a catalog file as the shell does; gives back how many rows went in.
pub async fn import(pos: &Pos, file: &Path) -> Result<u64> {
    let import = ImportCatalog { file, bad_rows: BadRows::LeaveOut, effect: Effect::Write };
    let report = pos.import_catalog(import, Watch { progress: &|_| {}, stop: &AtomicBool::new(false) }).await?;
    Ok(report.tally.added + report.tally.changed + report.tally.unchanged)
}

//! A short day at a counter, written down.

use crate::dice::Dice;
use crate::record::{Log, Recorder};
use crate::vfs;
use anyhow::{Context, Result, bail};
use eventing::sqlx::{self, Row};
use kernel::{Money, OrderId};
use pos::api::requests as ask;
use pos::api::words::{CartView, SaleView};
use pos::{Open, Pos, Session, SetClock};
use std::path::Path;
use std::sync::Arc;
use tests::counter::{Counter, MONDAY_MS, command, pay_cash};
use tests::gestures::{card, paid, part};

/// What is sold; each product's stock lasts the day.
const PRODUCTS: [(&str, &str, i64); 3] =
    [("CHARGER", "2900000020047", 1_590), ("CABLE", "2900000020061", 899), ("BATTERY", "2900000020115", 349)];

/// One commit of the whole day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// The last event's hash.
    pub hash: Vec<u8>,
    /// Whether it acknowledges money, stock or identity.
    pub durable: bool,
}

/// What the register had answered by some moment.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Operations on the disk before the gesture began.
    pub began: usize,
    /// Operations on the disk before the answer.
    pub answered: usize,
    /// The journal's last commit then.
    pub commit_no: i64,
    /// What was done.
    pub gesture: Gesture,
}

/// What an answer was for.
#[derive(Debug, Clone)]
pub enum Gesture {
    /// A cart was edited.
    Edit,
    /// A tender was taken, and the sale was complete.
    Sale(SaleView),
    /// A part was paid.
    Part,
    /// The register moved its write-ahead log into the file.
    Checkpoint,
    /// Anything else: a shift, a cancelled order.
    Other,
}

/// A day that is over.
pub struct Day {
    /// The disk's record.
    pub log: Log,
    /// The first moment at which the shop stands.
    pub from: usize,
    /// What was answered, in order.
    pub answers: Vec<Answer>,
    /// Every commit of the day by its number, which is its place + 1.
    pub commits: Vec<Commit>,
    /// What an operator at the counter is to an image of the day.
    pub cashier: Session,
    /// Files beside the journal that no VFS sees.
    pub beside: Vec<(String, Vec<u8>)>,
}

/// The counter during the day.
struct Till {
    pos: Pos,
    who: Session,
    recorder: Arc<Recorder>,
    answers: Vec<Answer>,
}

impl Day {
    /// Lives through a day of `gestures` gestures or a few more.
    ///
    /// # Errors
    /// Where the register refuses what a day needs.
    pub async fn live(seed: u64, gestures: usize) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let recorder = stock_shop(folder.path()).await?;
        let pos = open(folder.path()).await?;
        let who = pos.built_in_session(staff::REPLAY).await?;
        let from = recorder.moment();
        let mut till = Till { pos, who, recorder: Arc::clone(&recorder), answers: Vec::new() };
        let mut dice = Dice::new(seed);
        till.open_shift().await?;
        while till.answers.len() < gestures {
            till.something(&mut dice).await?;
        }
        let commits = commits(&till.pos).await?;
        let beside = vec![("pepper".to_owned(), std::fs::read(folder.path().join("pepper"))?)];
        vfs::forget(folder.path());
        let log = recorder.take();
        till.pos.close().await?;
        Ok(Self { log, from, answers: till.answers, commits, cashier: till.who, beside })
    }
}

/// A shop with goods on the shelf, on a disk that is written down.
async fn stock_shop(folder: &Path) -> Result<Arc<Recorder>> {
    let counter = Counter::new().await?;
    for (sku, barcode, price) in PRODUCTS {
        let product = counter.product(sku, barcode, price).await?;
        counter.receive(product, 50_000).await?;
    }
    let journal = folder.join(pos::folder::JOURNAL_FILE);
    counter.pos.backup(&journal).await?;
    std::fs::copy(counter.folder().join("pepper"), folder.join("pepper"))?;
    vfs::register();
    let recorder = Arc::new(Recorder::default());
    recorder.begin_with(pos::folder::JOURNAL_FILE, std::fs::read(&journal)?);
    vfs::watch(folder, Arc::clone(&recorder));
    Ok(recorder)
}

/// Opens a folder over the recording VFS.
///
/// # Errors
/// Where the register does not open.
pub async fn open(folder: &Path) -> Result<Pos> {
    let clock = Arc::new(SetClock::at(MONDAY_MS + 60_000));
    let open = Open { clock, vfs: Some(vfs::NAME.to_owned()), ..Open::folder(folder) };
    Ok(Pos::open(open).await?)
}

async fn commits(pos: &Pos) -> Result<Vec<Commit>> {
    let mut reader = pos.store().reader().await?;
    let rows = sqlx::query(
        "SELECT c.durability, (SELECT hash FROM event e WHERE e.commit_no = c.commit_no ORDER BY seq DESC LIMIT 1) \
         FROM commit_record c ORDER BY c.commit_no",
    );
    let rows = rows.fetch_all(&mut *reader).await?;
    Ok(rows.iter().map(|row| Commit { hash: row.get(1), durable: row.get::<&str, _>(0) == "full" }).collect())
}

impl Till {
    /// Writes down that an answer came.
    async fn answered(&mut self, began: usize, gesture: Gesture) {
        let commit_no = self.pos.store().head().await.commit_no;
        self.answers.push(Answer { began, answered: self.recorder.moment(), commit_no, gesture });
    }

    async fn open_shift(&mut self) -> Result<()> {
        let began = self.recorder.moment();
        let float = Money::zero(self.pos.shop()?.currency);
        self.pos.open_shift(&self.who, ask::OpenShift { command: command(), float }).await?;
        self.answered(began, Gesture::Other).await;
        Ok(())
    }

    async fn something(&mut self, dice: &mut Dice) -> Result<()> {
        match dice.below(12) {
            0 => self.checkpoint().await,
            1 => self.give_up(dice).await,
            2 => self.next_shift().await,
            3 | 4 => self.sell_in_parts(dice).await,
            5 => self.serve_another_first(dice).await,
            _ => self.sell(dice).await,
        }
    }

    async fn checkpoint(&mut self) -> Result<()> {
        let began = self.recorder.moment();
        self.pos.idle().await?;
        self.answered(began, Gesture::Checkpoint).await;
        Ok(())
    }

    async fn next_shift(&mut self) -> Result<()> {
        let began = self.recorder.moment();
        let counted = Money::zero(self.pos.shop()?.currency);
        let close = ask::CloseShift { command: command(), counted, pieces: Vec::new() };
        self.pos.close_shift(&self.who, close).await?;
        self.answered(began, Gesture::Other).await;
        self.open_shift().await
    }

    async fn give_up(&mut self, dice: &mut Dice) -> Result<()> {
        let cart = self.fill(dice).await?;
        let began = self.recorder.moment();
        let reason = "the customer left".to_owned();
        let cancel = ask::CancelOrder { command: command(), approval: None, order: cart.order, reason };
        self.pos.cancel_order(&self.who, cancel).await?;
        self.answered(began, Gesture::Other).await;
        Ok(())
    }

    async fn sell(&mut self, dice: &mut Dice) -> Result<()> {
        let cart = self.fill(dice).await?;
        let began = self.recorder.moment();
        let sale = paid(self.pos.pay_cash(&self.who, pay_cash(&cart, None)).await?)?;
        self.answered(began, Gesture::Sale(sale)).await;
        Ok(())
    }

    async fn sell_in_parts(&mut self, dice: &mut Dice) -> Result<()> {
        let cart = self.fill(dice).await?;
        let began = self.recorder.moment();
        let half = Money { minor: cart.total.minor / 2, ..cart.total };
        let in_part = ask::PayCash { partial: true, ..pay_cash(&cart, Some(half)) };
        let rest = part(self.pos.pay_cash(&self.who, in_part).await?)?;
        self.answered(began, Gesture::Part).await;
        let began = self.recorder.moment();
        let sale = paid(self.pos.pay_card(&self.who, card(&rest, None)).await?)?;
        self.answered(began, Gesture::Sale(sale)).await;
        Ok(())
    }

    /// One customer waits while another pays.
    async fn serve_another_first(&mut self, dice: &mut Dice) -> Result<()> {
        let waiting = self.fill(dice).await?.order;
        let began = self.recorder.moment();
        let park = ask::ParkOrder { command: command(), order: waiting, label: Some("Nikos".to_owned()) };
        self.pos.park_order(&self.who, park).await?;
        self.answered(began, Gesture::Edit).await;
        self.sell(dice).await?;
        let began = self.recorder.moment();
        let cart = self.pos.resume_order(&self.who, ask::ResumeOrder { command: command(), order: waiting }).await?;
        self.answered(began, Gesture::Edit).await;
        let began = self.recorder.moment();
        let sale = paid(self.pos.pay_cash(&self.who, pay_cash(&cart, None)).await?)?;
        self.answered(began, Gesture::Sale(sale)).await;
        Ok(())
    }

    /// A cart of one to four scans.
    async fn fill(&mut self, dice: &mut Dice) -> Result<CartView> {
        let mut cart: Option<CartView> = None;
        for _ in 0..=dice.below(4) {
            let began = self.recorder.moment();
            let product = usize::try_from(dice.below(PRODUCTS.len() as u64))?;
            cart = Some(scan(&self.pos, &self.who, cart.map(|cart| cart.order), PRODUCTS[product].1).await?);
            self.answered(began, Gesture::Edit).await;
        }
        cart.context("something was scanned")
    }
}

async fn scan(pos: &Pos, who: &Session, order: Option<OrderId>, code: &str) -> Result<CartView> {
    let scan = ask::Scan { command: command(), order, code: code.to_owned(), quantity_milli: None };
    match pos.scan(who, scan).await? {
        pos::api::words::Scanned::Added { cart, .. } => Ok(cart),
        pos::api::words::Scanned::Unknown { code, .. } => bail!("{code} is unknown"),
        pos::api::words::Scanned::Receipt { document } => bail!("the receipt {document} is not goods"),
    }
}

/// One more sale: what a shop does first after a power cut.
pub(crate) async fn sell_one(pos: &Pos, who: &Session) -> Result<SaleView> {
    if pos.shift().is_none() {
        let float = Money::zero(pos.shop()?.currency);
        pos.open_shift(who, ask::OpenShift { command: command(), float }).await?;
    }
    let cart = scan(pos, who, None, PRODUCTS[0].1).await?;
    paid(pos.pay_cash(who, pay_cash(&cart, None)).await?)
}

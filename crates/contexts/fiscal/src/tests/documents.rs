//! The policies, the view and the invariants against a real file.

use super::*;
use crate::series::{ChooseAdapter, Command as SeriesCommand, OpenSeries, ReceiptSeries};
use crate::{
    DocumentState, FiscalDocument, Rejection, find_by_number, find_by_order, last_document, list_recent, list_waiting,
    register,
};
use eventing::{App, Begun, Decider, Durability, EffectQueue, Gesture, OnLostLease, Options, Store};
use kernel::{CommandId, CorrelationId, Moment, ShiftId};
use std::sync::Arc;
use tempfile::TempDir;

pub const SHIFT: ShiftId = ShiftId(Uuid::from_u128(0x5));

/// Records what orders would, as it comes.
struct Orders;

eventing::events! {
    enum OrderFact { OrderConfirmed, OrderReversed }
}

impl Decider for Orders {
    const KIND: &'static str = "orders.order";
    const FOLD_VERSION: u16 = 1;
    type State = ();
    type Command = OrderFact;
    type Event = OrderFact;
    type Rejection = Rejection;

    fn decide(_state: &(), fact: OrderFact, _at: &Moment) -> Result<Vec<OrderFact>, Rejection> {
        Ok(vec![fact])
    }

    fn evolve(_state: (), _event: &OrderFact) {}
}

pub struct File {
    pub store: Store,
    _folder: TempDir,
}

impl File {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(register(App::default()).decider::<Orders>());
        let store = Store::open(&folder.path().join("minas.db"), app, Options::default()).await.unwrap();
        let file = Self { store, _folder: folder };
        file.open(DocumentType::Sale, "A").await;
        file.open(DocumentType::Reversal, "R").await;
        file
    }

    async fn run<D: Decider<Rejection = Rejection>>(&self, id: Uuid, command: D::Command) {
        let command_id = Uuid::new_v4();
        let at = Moment {
            command: CommandId(command_id),
            correlation: CorrelationId(command_id),
            shift: Some(SHIFT),
            ..eventing::testing::moment()
        };
        let gesture = Gesture { name: "test", at, durability: Durability::Normal, fingerprint: [0; 32] };
        let Begun::Fresh(mut txn) = self.store.begin(gesture).await.unwrap() else { panic!("a new command") };
        assert_eq!(txn.run::<D>(id, command).await.unwrap(), Ok(()));
        txn.commit(&()).await.unwrap();
    }

    async fn open(&self, document_type: DocumentType, label: &str) {
        let command = OpenSeries { register: REGISTER, document_type, label: label.to_owned() };
        self.run::<ReceiptSeries>(ReceiptSeries::STREAM, SeriesCommand::OpenSeries(command)).await;
    }

    async fn submit_by(&self, adapter: &str) {
        let command = ChooseAdapter { adapter: adapter.to_owned(), submits: true };
        self.run::<ReceiptSeries>(ReceiptSeries::STREAM, SeriesCommand::ChooseAdapter(command)).await;
    }

    pub async fn confirm(&self, number: u128) {
        let order = OrderId(Uuid::from_u128(number));
        self.run::<Orders>(order.0, OrderConfirmed { order, ..confirmed() }.into()).await;
    }

    pub async fn reverse(&self) {
        self.run::<Orders>(ORDER.0, reversed().into()).await;
    }

    pub async fn settle(&self, command: Command) {
        self.run::<FiscalDocument>(DOCUMENT.0, command).await;
    }

    /// Human numbers and states, newest first.
    async fn recent(&self) -> Vec<(String, DocumentState)> {
        let rows = list_recent(&mut self.store.reader().await.unwrap(), 100).await.unwrap();
        rows.into_iter().map(|row| (row.document_number, row.state)).collect()
    }

    async fn waiting(&self) -> Vec<String> {
        let rows = list_waiting(&mut self.store.reader().await.unwrap(), 100).await.unwrap();
        rows.into_iter().map(|row| row.document_number).collect()
    }

    pub async fn offences(&self) -> Vec<String> {
        let mut reader = self.store.reader().await.unwrap();
        let mut found = Vec::new();
        for invariant in crate::INVARIANTS {
            found.extend(sqlx::query_scalar::<_, String>(invariant.sql).fetch_all(&mut *reader).await.unwrap());
        }
        found
    }
}

#[tokio::test]
async fn sales_and_reversals_are_numbered_without_gaps_and_found_again() {
    let file = File::new().await;
    for number in [1, 2, 0xA] {
        file.confirm(number).await;
    }
    file.reverse().await;

    let state = DocumentState::Numbered;
    let numbers: Vec<(String, DocumentState)> = ["R-1", "A-3", "A-2", "A-1"].map(|n| (n.to_owned(), state)).into();
    assert_eq!(file.recent().await, numbers);

    let mut reader = file.store.reader().await.unwrap();
    let sale = find_by_order(&mut reader, ORDER, DocumentType::Sale).await.unwrap().unwrap();
    assert_eq!((sale.document, sale.number, sale.total, sale.shift), (DOCUMENT, 3, eur(1_240), Some(SHIFT)));
    let mirror = find_by_order(&mut reader, ORDER, DocumentType::Reversal).await.unwrap().unwrap();
    assert_eq!((mirror.document, mirror.document_number.as_str()), (MIRROR, "R-1"));
    assert_eq!(find_by_number(&mut reader, "A", 3).await.unwrap(), Some(sale));
    assert_eq!(find_by_number(&mut reader, "A", 4).await.unwrap(), None);
    assert_eq!(last_document(&mut reader, SHIFT).await.unwrap(), Some(mirror));
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_register_goes_on_under_its_next_series() {
    let file = File::new().await;
    file.confirm(1).await;
    file.open(DocumentType::Sale, "A2").await;
    file.confirm(2).await;
    let numbers: Vec<String> = file.recent().await.into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, ["A2-1", "A-1"]);
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_document_waits_for_the_authority_until_it_has_a_mark() {
    let file = File::new().await;
    file.submit_by("scripted").await;
    file.confirm(0xA).await;
    file.confirm(0xC).await;
    assert_eq!(file.waiting().await, ["A-1", "A-2"], "oldest first");

    file.settle(SUBMIT).await;
    file.settle(lose()).await;
    let row = list_waiting(&mut file.store.reader().await.unwrap(), 1).await.unwrap().remove(0);
    assert_eq!((row.state, row.why.as_deref()), (DocumentState::Unknown, Some("the connection broke")));

    file.settle(accept("MARK-1")).await;
    let row = find_by_number(&mut file.store.reader().await.unwrap(), "A", 1).await.unwrap().unwrap();
    assert_eq!((row.state, row.mark.as_deref(), row.why), (DocumentState::Accepted, Some("MARK-1"), None));
    assert_eq!(file.waiting().await, ["A-2"]);
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn each_document_is_queued_once_with_what_the_authority_gets() {
    let file = File::new().await;
    file.submit_by("scripted").await;
    file.confirm(0xA).await;
    let queue = EffectQueue::new(&file.store, crate::SUBMIT, OnLostLease::Retry);
    assert_eq!(queue.count("queued").await.unwrap(), 1);
    let leased = queue.lease(eventing::testing::moment().now_ms, 1_000).await.unwrap().unwrap();
    assert_eq!(serde_json::from_slice::<Submission>(&leased.payload).unwrap(), submission());
}

#[tokio::test]
async fn a_refused_document_keeps_its_number_and_holds_up_nobody() {
    let file = File::new().await;
    file.submit_by("scripted").await;
    file.confirm(0xA).await;
    file.confirm(0xC).await;
    file.settle(SUBMIT).await;
    file.settle(reject()).await;
    assert_eq!(file.waiting().await, ["A-2"]);
    assert_eq!(file.recent().await[1], ("A-1".to_owned(), DocumentState::Rejected));
    file.settle(SUBMIT).await;
    assert_eq!(file.waiting().await, ["A-1", "A-2"]);
}

#[tokio::test]
async fn a_long_series_goes_on_after_its_snapshot() {
    let file = File::new().await;
    for number in 1..=70 {
        file.confirm(number).await;
    }
    assert_eq!(file.recent().await[0].0, "A-70");
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_rebuild_gives_the_same_documents() {
    let file = File::new().await;
    file.submit_by("scripted").await;
    file.confirm(0xA).await;
    file.reverse().await;
    file.settle(SUBMIT).await;
    file.settle(accept("MARK-1")).await;
    let before = file.recent().await;
    file.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(file.recent().await, before);
}

#[tokio::test]
async fn a_bent_number_and_a_sale_without_one_are_found() {
    let file = File::new().await;
    file.confirm(1).await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file.store.path());
    let mut other = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(&options).await.unwrap();
    sqlx::query("UPDATE fiscal_document SET number = 9").execute(&mut other).await.unwrap();
    assert_eq!(file.offences().await.len(), 1);

    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(register(App::default()).decider::<Orders>());
    let store = Store::open(&folder.path().join("minas.db"), app, Options::default()).await.unwrap();
    let unopened = File { store, _folder: folder };
    unopened.confirm(1).await;
    assert_eq!(unopened.offences().await, [format!("order {}: 0 numbers for its sale", Uuid::from_u128(1))]);
}

//! The view and the invariants against a real file.

use super::*;
use crate::{Payment, TenderState, holds_money, list_by_last_four, list_tenders, register};
use contracts::{OrderCancelled, OrderConfirmed, OrderReversed};
use eventing::{App, Begun, Decider, Durability, Gesture, Options, Store};
use kernel::{CommandId, CorrelationId, DocumentId, Moment, ShiftId};
use std::sync::Arc;
use tempfile::TempDir;

const SHIFT: ShiftId = ShiftId(Uuid::from_u128(0x5));

/// Records what orders would, as it comes.
struct Orders;

eventing::events! {
    #[expect(clippy::enum_variant_names, reason = "the facts are named by their context")]
    enum OrderFact { OrderConfirmed, OrderCancelled, OrderReversed }
}

impl Decider for Orders {
    const KIND: &'static str = "orders.order";
    const FOLD_VERSION: u16 = 1;
    type State = ();
    type Command = OrderFact;
    type Event = OrderFact;
    type Rejection = ();

    fn decide(_state: &(), fact: OrderFact, _at: &Moment) -> Result<Vec<OrderFact>, ()> {
        Ok(vec![fact])
    }

    fn evolve(_state: (), _event: &OrderFact) {}
}

struct File {
    store: Store,
    _folder: TempDir,
}

impl File {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(register(App::default()).decider::<Orders>());
        let store = Store::open(&folder.path().join("minas.db"), app, Options::default()).await.unwrap();
        Self { store, _folder: folder }
    }

    async fn run<D: Decider>(&self, command: D::Command) {
        let id = Uuid::new_v4();
        let at = Moment {
            command: CommandId(id),
            correlation: CorrelationId(id),
            shift: Some(SHIFT),
            ..eventing::testing::moment()
        };
        let gesture = Gesture { name: "test", at, durability: Durability::Normal, fingerprint: [0; 32] };
        let Begun::Fresh(mut txn) = self.store.begin(gesture).await.unwrap() else { panic!("a new command") };
        assert!(txn.run::<D>(ORDER.0, command).await.unwrap().is_ok());
        txn.commit(&()).await.unwrap();
    }

    async fn pay(&self, command: Command) {
        self.run::<Payment>(command).await;
    }

    async fn tell(&self, fact: impl Into<OrderFact>) {
        self.run::<Orders>(fact.into()).await;
    }

    async fn offences(&self) -> Vec<String> {
        let mut reader = self.store.reader().await.unwrap();
        let mut found = Vec::new();
        for invariant in crate::INVARIANTS {
            found.extend(sqlx::query_scalar::<_, String>(invariant.sql).fetch_all(&mut *reader).await.unwrap());
        }
        found
    }

    async fn holds_money(&self) -> bool {
        holds_money(&mut self.store.reader().await.unwrap(), ORDER).await.unwrap()
    }
}

fn confirmed(total: i64) -> OrderConfirmed {
    OrderConfirmed { order: ORDER, total: eur(total), taxes: Vec::new() }
}

fn reversed(total: i64) -> OrderReversed {
    let document = DocumentId(Uuid::from_u128(9));
    OrderReversed { order: ORDER, document, reason: "wrong".to_owned(), total: eur(total), taxes: Vec::new() }
}

#[tokio::test]
async fn every_tender_is_listed_with_what_became_of_it() {
    let file = File::new().await;
    file.pay(take_coupon(1, 1_880, 500)).await;
    file.pay(take_card(2, 1_880, 380)).await;
    file.pay(take_cash(3, 1_880, 2_000)).await;
    file.pay(give_back(2, "the card was declined")).await;

    let rows = list_tenders(&mut file.store.reader().await.unwrap(), ORDER).await.unwrap();
    let shown: Vec<_> = rows.iter().map(|row| (row.kind, row.amount.minor, row.change.minor, row.state)).collect();
    assert_eq!(
        shown,
        [
            (TenderKind::Coupon, 500, 0, TenderState::Taken),
            (TenderKind::Card, 380, 0, TenderState::GivenBack),
            (TenderKind::Cash, 1_000, 1_000, TenderState::Taken),
        ]
    );
    assert_eq!((rows[1].card.clone(), rows[1].handed_back), (Some(slip()), Some(eur(380))));
    assert_eq!((rows[2].shift, rows[2].card.clone(), rows[2].handed_back), (Some(SHIFT), None, None));
    assert_eq!(rows[2].given_back_position, None);
    assert!(rows[1].given_back_position > Some(rows[2].position), "it was given back after the cash came in");
    assert!(file.holds_money().await);
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn an_order_is_found_by_the_last_four_digits_of_its_card() {
    let file = File::new().await;
    file.pay(take_card(1, 1_880, 1_880)).await;
    let mut reader = file.store.reader().await.unwrap();
    assert_eq!(list_by_last_four(&mut reader, &slip().last_four, 9).await.unwrap(), [ORDER]);
    assert_eq!(list_by_last_four(&mut reader, "0000", 9).await.unwrap(), []);
}

#[tokio::test]
async fn an_order_holds_money_until_the_last_tender_went_back() {
    let file = File::new().await;
    assert!(!file.holds_money().await);
    file.pay(take_cash(1, 1_880, 1_880)).await;
    assert!(file.holds_money().await);
    file.pay(give_back(1, "changed their mind")).await;
    assert!(!file.holds_money().await);
}

#[tokio::test]
async fn a_confirmed_order_holds_its_total_and_a_reversed_one_nothing() {
    let file = File::new().await;
    file.pay(take_cash(1, 1_880, 2_000)).await;
    file.tell(confirmed(1_880)).await;
    assert_eq!(file.offences().await, [""; 0]);

    file.tell(reversed(1_880)).await;
    assert_eq!(file.offences().await.len(), 1, "reversed, and the money is still here");
    file.pay(give_back(1, "reversed")).await;
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_confirmed_order_that_nobody_paid_is_found() {
    let file = File::new().await;
    file.tell(confirmed(1_880)).await;
    assert_eq!(file.offences().await.len(), 1);
}

#[tokio::test]
async fn a_free_order_needs_no_tender() {
    let file = File::new().await;
    file.tell(confirmed(0)).await;
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_cancelled_order_that_holds_money_is_found() {
    let file = File::new().await;
    file.pay(take_card(1, 1_880, 880)).await;
    file.tell(OrderCancelled { order: ORDER, reason: "left".to_owned(), placed: true }).await;
    assert_eq!(file.offences().await.len(), 1);
}

#[tokio::test]
async fn a_rebuild_gives_the_same_tenders_and_a_bent_row_is_found() {
    let file = File::new().await;
    file.pay(take_card(1, 1_880, 880)).await;
    file.pay(give_back(1, "wrong")).await;
    file.pay(take_cash(2, 1_880, 2_000)).await;
    let before = list_tenders(&mut file.store.reader().await.unwrap(), ORDER).await.unwrap();
    file.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(list_tenders(&mut file.store.reader().await.unwrap(), ORDER).await.unwrap(), before);

    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file.store.path());
    let mut other = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(&options).await.unwrap();
    sqlx::query("UPDATE payments_tender SET state = 'taken'").execute(&mut other).await.unwrap();
    assert_eq!(file.offences().await.len(), 1);
}

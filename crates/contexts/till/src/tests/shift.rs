//! The view and the invariants against a real file.

use super::*;
use crate::shift::{CloseShift, Command, OpenShift};
use crate::{Rejection, Shift, ShiftRow, find_open_shift, find_shift, last_number, refuse_second_shift, register};
use contracts::{OrderConfirmed, OrderReversed, TenderGivenBack, TenderKind, TenderTaken};
use eventing::{App, Begun, Decider, Durability, Gesture, Options, Store};
use kernel::{CommandId, CorrelationId, DocumentId, Moment, OrderId, TenderId};
use std::sync::Arc;
use tempfile::TempDir;

const ORDER: OrderId = OrderId(Uuid::from_u128(0xA));

/// Records what orders and payments would, as it comes.
struct Others;

eventing::events! {
    enum OtherFact { TenderTaken, TenderGivenBack, OrderConfirmed, OrderReversed }
}

impl Decider for Others {
    const KIND: &'static str = "payments.payment";
    const FOLD_VERSION: u16 = 1;
    type State = ();
    type Command = Vec<OtherFact>;
    type Event = OtherFact;
    type Rejection = Rejection;

    fn decide(_state: &(), facts: Vec<OtherFact>, _at: &Moment) -> Result<Vec<OtherFact>, Rejection> {
        Ok(facts)
    }

    fn evolve(_state: (), _event: &OtherFact) {}
}

struct File {
    store: Store,
    _folder: TempDir,
}

impl File {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(register(App::default()).decider::<Others>());
        let store = Store::open(&folder.path().join("minas.db"), app, Options::default()).await.unwrap();
        Self { store, _folder: folder }
    }

    async fn run<D: Decider<Rejection = Rejection>>(&self, id: Uuid, shift: Option<ShiftId>, command: D::Command) {
        let command_id = Uuid::new_v4();
        let (command_id, correlation) = (CommandId(command_id), CorrelationId(command_id));
        let at = Moment { command: command_id, correlation, shift, ..eventing::testing::moment() };
        let gesture = Gesture { name: "test", at, durability: Durability::Normal, fingerprint: [0; 32] };
        let Begun::Fresh(mut txn) = self.store.begin(gesture).await.unwrap() else { panic!("a new command") };
        assert_eq!(txn.run::<D>(id, command).await.unwrap(), Ok(()));
        txn.commit(&()).await.unwrap();
    }

    async fn open(&self, shift: ShiftId, number: u32, float: i64) {
        let command = OpenShift { shift, register: REGISTER, number, float: eur(float) };
        self.run::<Shift>(shift.0, Some(shift), Command::OpenShift(command)).await;
    }

    async fn close(&self, counted: i64) {
        let expected = self.row().await.expected;
        let command = CloseShift { shift: SHIFT, counted: eur(counted), expected, pieces: Vec::new() };
        self.run::<Shift>(SHIFT.0, Some(SHIFT), Command::CloseShift(command)).await;
    }

    async fn tell(&self, facts: Vec<OtherFact>) {
        self.run::<Others>(ORDER.0, Some(SHIFT), facts).await;
    }

    async fn row(&self) -> ShiftRow {
        find_shift(&mut self.store.reader().await.unwrap(), SHIFT).await.unwrap().unwrap()
    }

    async fn open_shift(&self) -> Option<ShiftRow> {
        find_open_shift(&mut self.store.reader().await.unwrap(), REGISTER).await.unwrap()
    }

    async fn last_number(&self) -> u32 {
        last_number(&mut self.store.reader().await.unwrap(), REGISTER).await.unwrap()
    }

    async fn offences(&self) -> Vec<String> {
        let mut reader = self.store.reader().await.unwrap();
        let mut found = Vec::new();
        for invariant in crate::INVARIANTS {
            found.extend(sqlx::query_scalar::<_, String>(invariant.sql).fetch_all(&mut *reader).await.unwrap());
        }
        found
    }
}

fn taken(number: u128, kind: TenderKind, amount: i64, tendered: i64, rounding: i64) -> OtherFact {
    let fact = TenderTaken {
        order: ORDER,
        tender: TenderId(Uuid::from_u128(number)),
        kind,
        amount: eur(amount),
        tendered: eur(tendered),
        change: eur(tendered - amount - rounding),
        cash_rounding: eur(rounding),
        forfeited: eur(0),
        remaining: eur(0),
        card: None,
    };
    fact.into()
}

fn back(number: u128, kind: TenderKind, amount: i64, handed_back: i64) -> OtherFact {
    let tender = TenderId(Uuid::from_u128(number));
    let (amount, handed_back) = (eur(amount), eur(handed_back));
    TenderGivenBack { order: ORDER, tender, kind, amount, handed_back, reason: "reversed".to_owned() }.into()
}

fn confirmed(total: i64) -> OtherFact {
    OrderConfirmed { order: ORDER, total: eur(total), taxes: Vec::new() }.into()
}

fn reversed(total: i64) -> OtherFact {
    let document = DocumentId(Uuid::from_u128(9));
    OrderReversed { order: ORDER, document, reason: "wrong".to_owned(), total: eur(total), taxes: Vec::new() }.into()
}

#[tokio::test]
async fn expected_cash_is_the_float_and_what_stayed_in_the_drawer() {
    let file = File::new().await;
    file.open(SHIFT, 1, 15_000).await;
    // 18.80 of 20.00, 15.72 rounded to 15.70: two facts of one type in one commit, and a card that moves no cash.
    file.tell(vec![taken(1, TenderKind::Cash, 1_880, 2_000, 0), taken(2, TenderKind::Cash, 1_572, 1_570, -2)]).await;
    file.tell(vec![taken(3, TenderKind::Card, 9_900, 9_900, 0), taken(4, TenderKind::Coupon, 500, 500, 0)]).await;
    let row = file.row().await;
    assert_eq!((row.cash_taken, row.expected), (eur(3_450), eur(18_450)));
    assert_eq!((row.card, row.coupon), (eur(9_900), eur(500)));

    file.tell(vec![back(2, TenderKind::Cash, 1_572, 1_570), back(3, TenderKind::Card, 9_900, 9_900)]).await;
    let row = file.row().await;
    assert_eq!((row.cash_given_back, row.expected, row.card), (eur(1_570), eur(16_880), eur(0)));
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn sales_and_reversals_are_counted_by_the_shift_that_made_them() {
    let file = File::new().await;
    file.open(SHIFT, 1, 0).await;
    file.tell(vec![confirmed(1_880), confirmed(1_000), reversed(1_000)]).await;
    let row = file.row().await;
    assert_eq!((row.sales_count, row.sales), (2, eur(2_880)));
    assert_eq!((row.reversals_count, row.reversals), (1, eur(1_000)));
}

#[tokio::test]
async fn a_closed_shift_keeps_its_count_and_its_difference() {
    let file = File::new().await;
    file.open(SHIFT, 1, 15_000).await;
    file.tell(vec![taken(1, TenderKind::Cash, 1_880, 2_000, 0)]).await;
    file.close(16_800).await;
    let row = file.row().await;
    assert_eq!((row.counted, row.over_short), (Some(eur(16_800)), Some(eur(-80))));
    assert_eq!(row.closed_by, Some(eventing::testing::moment().actor));
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_register_has_one_open_shift_and_numbers_them() {
    let file = File::new().await;
    assert_eq!((file.open_shift().await, file.last_number().await), (None, 0));
    file.open(SHIFT, 1, 0).await;
    let open = file.open_shift().await.unwrap();
    assert_eq!((open.shift, open.register, open.closed_ms), (SHIFT, REGISTER, None));
    assert_eq!(refuse_second_shift(Some(&open)), Err(Rejection::ShiftAlreadyOpen { number: 1 }));
    assert_eq!(crate::require_open_shift(Some(open.clone())), Ok(open));

    file.close(0).await;
    assert_eq!((file.open_shift().await, file.last_number().await), (None, 1));
}

#[tokio::test]
async fn two_open_shifts_and_cash_of_nobody_are_found() {
    let file = File::new().await;
    file.open(SHIFT, 1, 0).await;
    file.open(ShiftId(Uuid::from_u128(0x6)), 2, 0).await;
    file.run::<Others>(ORDER.0, None, vec![taken(1, TenderKind::Cash, 100, 100, 0)]).await;
    assert_eq!(file.offences().await.len(), 2);
}

#[tokio::test]
async fn a_rebuild_gives_the_same_shift_and_a_bent_row_is_found() {
    let file = File::new().await;
    file.open(SHIFT, 1, 15_000).await;
    file.tell(vec![taken(1, TenderKind::Cash, 1_880, 2_000, 0), confirmed(1_880)]).await;
    file.close(16_880).await;
    let before = file.row().await;
    file.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(file.row().await, before);

    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file.store.path());
    let mut other = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(&options).await.unwrap();
    sqlx::query("UPDATE till_shift SET cash_taken_minor = 0").execute(&mut other).await.unwrap();
    assert_eq!(file.offences().await.len(), 2, "the expected cash, and with it over/short");
}

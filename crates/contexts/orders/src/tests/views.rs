use super::*;
use crate::views::*;
use crate::{
    AddLine, Cancel, Confirm, NoteLine, NoteOrder, Park, Place, Reopen, Resume, Reverse, SecureStock, VoidLine,
    register,
};
use eventing::testing::moment;
use eventing::{App, Begun, Durability, Gesture, Options, Store};
use kernel::{CommandId, ShiftId};
use std::sync::Arc;

pub(super) const SHIFT: ShiftId = ShiftId(Uuid::from_u128(40));
pub(super) const SECOND: OrderId = OrderId(Uuid::from_u128(11));

/// A till in a folder of its own. Each ask is one gesture, a second after the one before.
pub(super) struct Till {
    folder: tempfile::TempDir,
    store: Store,
    asked: std::cell::Cell<u8>,
}

impl Till {
    pub(super) async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(register(App::default()));
        let store = Store::open(&folder.path().join("t.db"), app, Options::default()).await.unwrap();
        Self { folder, store, asked: std::cell::Cell::new(0) }
    }

    pub(super) async fn ask(&self, order: OrderId, commands: impl IntoIterator<Item = OrderCommand>) {
        let count = self.asked.get() + 1;
        self.asked.set(count);
        let mut at = moment();
        at.now_ms = i64::from(count) * 1_000;
        at.command = CommandId(Uuid::from_u128(u128::from(count)));
        at.shift = Some(SHIFT);
        let gesture = Gesture { name: "test", at, durability: Durability::Full, fingerprint: [count; 32] };
        let Begun::Fresh(mut txn) = self.store.begin(gesture).await.unwrap() else { panic!("asked before") };
        for command in commands {
            txn.run::<Order>(order.0, command).await.unwrap().unwrap();
        }
        txn.commit(&()).await.unwrap();
    }

    /// Scans the cart of the other tests.
    pub(super) async fn fill(&self, order: OrderId) {
        let add = |product, quantity| AddLine { order, product, quantity, scanned: None }.into();
        self.ask(order, [add(CASE, PIECE), add(CABLE, Quantity::each(2))]).await;
    }

    pub(super) async fn place(&self, order: OrderId) {
        self.ask(order, [Place { quote: quote(), expected_total: None, short_approved: Vec::new() }.into()]).await;
    }

    pub(super) async fn pay(&self, order: OrderId) {
        self.ask(order, [SecureStock.into(), Confirm { remaining: eur(0) }.into()]).await;
    }

    pub(super) async fn sell(&self, order: OrderId) {
        self.fill(order).await;
        self.place(order).await;
        self.pay(order).await;
    }

    pub(super) async fn read(&self) -> eventing::sqlx::pool::PoolConnection<eventing::sqlx::Sqlite> {
        self.store.reader().await.unwrap()
    }

    async fn find(&self, order: OrderId) -> OrderRow {
        find_order(&mut *self.read().await, order).await.unwrap().unwrap()
    }

    /// Every row of a table, as JSON.
    async fn rows(&self, table: &str) -> Vec<String> {
        let columns = format!("SELECT group_concat(name) FROM pragma_table_info('{table}')");
        let mut connection = self.read().await;
        let columns: (String,) =
            sqlx::query_as(sqlx::AssertSqlSafe(columns)).fetch_one(&mut *connection).await.unwrap();
        let all = format!("SELECT json_array({}) FROM {table} ORDER BY 1", columns.0);
        let rows: Vec<(String,)> = sqlx::query_as(sqlx::AssertSqlSafe(all)).fetch_all(&mut *connection).await.unwrap();
        rows.into_iter().map(|row| row.0).collect()
    }

    /// Names the invariants that do not hold, with the orders that offend.
    pub(super) async fn offences(&self) -> Vec<(&'static str, String)> {
        let mut connection = self.read().await;
        let mut offences = Vec::new();
        for invariant in INVARIANTS {
            let found: Vec<(String,)> = sqlx::query_as(invariant.sql).fetch_all(&mut *connection).await.unwrap();
            offences.extend(found.into_iter().map(|row| (invariant.name, row.0)));
        }
        offences
    }

    /// Changes the file behind the program's back.
    pub(super) async fn bend(&self, sql: &str) {
        use sqlx::Connection;
        let path = self.folder.path().join("t.db");
        let mut connection = sqlx::SqliteConnection::connect(&format!("sqlite:{}", path.display())).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    }
}

#[tokio::test]
async fn a_cart_is_open_and_has_no_total() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    let expected = OrderRow {
        order: ORDER,
        state: OrderState::Open,
        opened_ms: 1_000,
        opened_by: MARIA,
        line_count: 2,
        total: None,
        shift: Some(SHIFT),
        placed_ms: None,
        confirmed_ms: None,
        note: None,
        parking: None,
    };
    assert_eq!(till.find(ORDER).await, expected);
    assert_eq!(find_order(&mut *till.read().await, SECOND).await.unwrap(), None);
}

#[tokio::test]
async fn a_void_takes_a_line_off_the_count() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    till.ask(ORDER, [VoidLine { line: LineNumber(1) }.into(), VoidLine { line: LineNumber(2) }.into()]).await;
    assert_eq!(till.find(ORDER).await.line_count, 0);
}

#[tokio::test]
async fn a_sale_is_followed_from_cart_to_mirror() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    till.place(ORDER).await;
    let placed = till.find(ORDER).await;
    assert_eq!((placed.state, placed.total, placed.placed_ms), (OrderState::Placed, Some(eur(3_990)), Some(2_000)));
    till.pay(ORDER).await;
    let confirmed = till.find(ORDER).await;
    assert_eq!((confirmed.state, confirmed.confirmed_ms), (OrderState::Confirmed, Some(3_000)));
    till.ask(ORDER, [Reverse { document: DOCUMENT, reason: "wrong".to_owned() }.into()]).await;
    assert_eq!(till.find(ORDER).await.state, OrderState::Reversed);
}

#[tokio::test]
async fn the_frozen_lines_are_those_of_the_quote() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    assert_eq!(list_lines(&mut *till.read().await, ORDER).await.unwrap(), []);
    till.place(ORDER).await;
    let lines = list_lines(&mut *till.read().await, ORDER).await.unwrap();
    assert_eq!(lines.len(), 2);
    let (line, priced) = (&lines[1], &quote().lines[1]);
    assert_eq!((line.line, line.product, &line.sku, &line.name), (priced.line, CABLE, &priced.sku, &priced.name));
    assert_eq!((line.quantity, line.kind), (priced.quantity, ProductKind::Goods));
    assert_eq!((line.list_price, line.unit_price), (priced.list_price, priced.unit_price));
    assert_eq!((line.amount, line.discount, line.line_total), (eur(2_000), eur(0), eur(2_000)));
    assert_eq!((line.tax_base, line.tax, line.tax_rate), (priced.tax_base, priced.tax, Rate::percent(24)));
    assert_eq!((&line.treatment, &line.tax_group), (&priced.treatment, &priced.tax_group));
}

#[tokio::test]
async fn a_reopened_order_is_a_cart_again_until_it_is_placed_once_more() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    till.place(ORDER).await;
    till.ask(ORDER, [Reopen { short: vec![short()] }.into()]).await;
    let open = till.find(ORDER).await;
    assert_eq!((open.state, open.total, open.placed_ms, open.line_count), (OrderState::Open, None, None, 2));
    assert_eq!(list_lines(&mut *till.read().await, ORDER).await.unwrap(), []);
    assert_eq!(find_quote(&mut *till.read().await, ORDER).await.unwrap(), None);
    till.place(ORDER).await;
    assert_eq!(list_lines(&mut *till.read().await, ORDER).await.unwrap().len(), 2);
    assert_eq!(till.offences().await, []);
}

#[tokio::test]
async fn the_quote_comes_back_whole() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    assert_eq!(find_quote(&mut *till.read().await, ORDER).await.unwrap(), None);
    till.place(ORDER).await;
    till.pay(ORDER).await;
    assert_eq!(find_quote(&mut *till.read().await, ORDER).await.unwrap(), Some(quote()));
}

#[tokio::test]
async fn the_order_at_hand_is_the_placed_one_or_else_the_newest_open_one() {
    let till = Till::open().await;
    let at_hand = async || find_at_hand(&mut *till.read().await).await.unwrap();
    assert_eq!(at_hand().await, None);
    till.fill(ORDER).await;
    till.fill(SECOND).await;
    assert_eq!(at_hand().await, Some(SECOND));
    till.ask(SECOND, [park(None)]).await;
    assert_eq!(at_hand().await, Some(ORDER));
    till.place(ORDER).await;
    till.ask(SECOND, [Resume.into()]).await;
    assert_eq!(at_hand().await, Some(ORDER), "it may hold money");
    assert_eq!(find_open(&mut *till.read().await).await.unwrap(), Some(SECOND));
    till.pay(ORDER).await;
    assert_eq!(at_hand().await, Some(SECOND));
}

fn park(label: Option<&str>) -> OrderCommand {
    Park { label: label.map(str::to_owned), waiting: 0 }.into()
}

#[tokio::test]
async fn parked_orders_wait_by_their_age_with_their_names() {
    let till = Till::open().await;
    for order in [ORDER, SECOND] {
        till.fill(order).await;
    }
    till.ask(SECOND, [park(Some("Anna"))]).await;
    till.ask(ORDER, [park(None)]).await;
    let parked = list_parked(&mut *till.read().await).await.unwrap();
    let said: Vec<_> = parked.into_iter().map(|row| (row.order, row.state, row.parking)).collect();
    let parking =
        |label: Option<&str>, parked_ms| Some(Parking { label: label.map(str::to_owned), parked_ms, parked_by: MARIA });
    let expected =
        [(SECOND, OrderState::Parked, parking(Some("Anna"), 3_000)), (ORDER, OrderState::Parked, parking(None, 4_000))];
    assert_eq!(said, expected);
    assert_eq!(count_parked(&mut *till.read().await).await.unwrap(), 2);

    till.ask(SECOND, [Resume.into()]).await;
    assert_eq!(count_parked(&mut *till.read().await).await.unwrap(), 1);
    assert_eq!(till.find(SECOND).await.state, OrderState::Open);
}

#[tokio::test]
async fn notes_stand_beside_the_frozen_lines_and_on_the_order() {
    let till = Till::open().await;
    till.fill(ORDER).await;
    let line = |line, note: Option<&str>| -> OrderCommand {
        NoteLine { line: LineNumber(line), note: note.map(str::to_owned) }.into()
    };
    let order = |note: &str| -> OrderCommand { NoteOrder { note: Some(note.to_owned()) }.into() };
    let written = [line(1, Some("red")), line(1, Some("blue")), line(2, Some("x")), line(2, None)];
    till.ask(ORDER, written.into_iter().chain([order("Thursday"), order("Friday")])).await;
    till.place(ORDER).await;
    let notes = async || {
        let lines = list_lines(&mut *till.read().await, ORDER).await.unwrap();
        (till.find(ORDER).await.note, lines.into_iter().map(|line| line.note).collect::<Vec<_>>())
    };
    let expected = (Some("Friday".to_owned()), vec![Some("blue".to_owned()), None]);
    assert_eq!(notes().await, expected);
    till.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(notes().await, expected, "the last words win in a rebuild too");
    assert_eq!(till.offences().await, []);
}

#[tokio::test]
async fn placed_orders_wait_by_their_age() {
    let till = Till::open().await;
    for order in [ORDER, SECOND] {
        till.fill(order).await;
        till.place(order).await;
    }
    let placed = async |before_ms| list_placed_before(&mut *till.read().await, before_ms).await.unwrap();
    assert_eq!(placed(2_000).await, []);
    assert_eq!(placed(2_001).await, [ORDER]);
    assert_eq!(placed(9_000).await, [ORDER, SECOND]);
    till.ask(ORDER, [Cancel { reason: "left".to_owned(), holds_money: false }.into()]).await;
    assert_eq!(placed(9_000).await, [SECOND]);
}

#[tokio::test]
async fn only_the_very_last_sale_of_a_shift_is_offered_for_reversal() {
    let till = Till::open().await;
    let last = async || last_confirmed_in_shift(&mut *till.read().await, SHIFT).await.unwrap();
    assert_eq!(last().await, None);
    till.sell(ORDER).await;
    till.sell(SECOND).await;
    assert_eq!(last().await, Some(SECOND));
    till.ask(SECOND, [Reverse { document: DOCUMENT, reason: "wrong".to_owned() }.into()]).await;
    assert_eq!(last().await, None);
    let other = ShiftId(Uuid::from_u128(41));
    assert_eq!(last_confirmed_in_shift(&mut *till.read().await, other).await.unwrap(), None);
}

#[tokio::test]
async fn a_rebuild_gives_equal_rows() {
    let till = Till::open().await;
    till.sell(ORDER).await;
    till.fill(SECOND).await;
    till.place(SECOND).await;
    till.ask(SECOND, [Reopen { short: vec![short()] }.into(), VoidLine { line: LineNumber(1) }.into()]).await;
    let before = (till.rows("orders_order").await, till.rows("orders_line").await);
    let sold = till.rows("orders_sold").await;
    till.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!((till.rows("orders_order").await, till.rows("orders_line").await), before);
    assert_eq!((till.rows("orders_sold").await, sold.len()), (sold, 2));
    assert_eq!((before.0.len(), before.1.len()), (2, 2));
}

//! The view and the policies against a real file.

use super::*;
use crate::opening::StateOpening;
use crate::stock::{AdjustStock, Command, CountStock, ReceiveStock, SetStockPolicy, Stock};
use crate::{Opening, StockRow, list_moved_below_zero, register, stock_of};
use contracts::{OrderCancelled, OrderConfirmed, OrderReversed};
use kernel::{DocumentId, Unit};

/// Records what orders would: the facts that inventory listens to, as they come.
struct Orders;

eventing::events! {
    #[expect(clippy::enum_variant_names, reason = "the facts are named by their context")]
    enum OrderFact { OrderPlaced, OrderConfirmed, OrderCancelled, OrderReversed }
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

async fn file() -> File {
    File::new(register(App::default()).decider::<Orders>()).await
}

impl File {
    async fn tell(&self, fact: impl Into<OrderFact>) {
        self.run::<Orders>(ORDER.0, fact.into()).await.unwrap();
    }

    async fn open_with(&self, lines: Vec<StockLine>) {
        self.run::<Opening>(Opening::STREAM, StateOpening { lines }).await.unwrap();
    }

    async fn stock(&self, command: Command) {
        self.run::<Stock>(product(1).0, command).await.unwrap();
    }

    async fn levels(&self, numbers: &[u128]) -> Vec<(i64, i64)> {
        let products: Vec<ProductId> = numbers.iter().copied().map(product).collect();
        let mut reader = self.store.reader().await.unwrap();
        let rows = stock_of(&mut reader, &products).await.unwrap();
        rows.iter().map(|row| (row.on_hand_milli, row.reserved_milli)).collect()
    }

    async fn row(&self) -> StockRow {
        let mut reader = self.store.reader().await.unwrap();
        stock_of(&mut reader, &[product(1)]).await.unwrap().remove(0)
    }
}

fn confirmed() -> OrderConfirmed {
    OrderConfirmed { order: ORDER, total: Money::zero(Currency::EUR), taxes: Vec::new() }
}

#[tokio::test]
async fn a_sale_is_reserved_issued_and_brought_back() {
    let file = file().await;
    file.open_with(vec![stock(1, 10), stock(2, 5)]).await;

    file.tell(placed(&[(1, 2, ProductKind::Goods), (1, 1, ProductKind::Goods), (2, 5, ProductKind::Goods)])).await;
    assert_eq!(file.levels(&[1, 2]).await, [(10_000, 3_000), (5_000, 5_000)]);

    file.tell(confirmed()).await;
    assert_eq!(file.levels(&[1, 2]).await, [(7_000, 0), (0, 0)]);

    let document = DocumentId(Uuid::from_u128(9));
    let (reason, total) = ("wrong".to_owned(), Money::zero(Currency::EUR));
    file.tell(OrderReversed { order: ORDER, document, reason, total, taxes: Vec::new() }).await;
    assert_eq!(file.levels(&[1, 2]).await, [(10_000, 0), (5_000, 0)]);
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_cancelled_order_leaves_no_trace_in_the_stock() {
    let file = file().await;
    file.open_with(vec![stock(1, 1)]).await;
    file.tell(placed(&[(1, 1, ProductKind::Goods)])).await;
    file.tell(OrderCancelled { order: ORDER, reason: "left".to_owned(), placed: true }).await;
    assert_eq!(file.levels(&[1]).await, [(1_000, 0)]);
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_short_order_reserves_nothing_at_all() {
    let file = file().await;
    file.open_with(vec![stock(1, 10), stock(2, 1)]).await;
    file.tell(placed(&[(1, 1, ProductKind::Goods), (2, 2, ProductKind::Goods)])).await;
    assert_eq!(file.levels(&[1, 2]).await, [(10_000, 0), (1_000, 0)]);
}

#[tokio::test]
async fn untracked_goods_go_below_zero_and_are_listed_for_review() {
    let file = file().await;
    file.tell(placed(&[(1, 3, ProductKind::Goods)])).await;
    file.tell(confirmed()).await;
    let mut reader = file.store.reader().await.unwrap();
    let below = list_moved_below_zero(&mut reader, 10).await.unwrap();
    assert_eq!(below, [file.row().await]);
    assert_eq!((below[0].on_hand_milli, below[0].policy, below[0].tracked), (-3_000, StockPolicy::Untracked, false));
}

#[tokio::test]
async fn a_product_that_never_moved_is_untracked_at_zero() {
    let row = file().await.row().await;
    assert_eq!((row.product, row.on_hand_milli, row.available_milli), (product(1), 0, 0));
    assert_eq!((row.unit, row.policy, row.tracked), (Unit::Each, StockPolicy::Untracked, false));
}

#[tokio::test]
async fn the_first_receipt_begins_tracking_and_a_chosen_policy_wins() {
    let file = file().await;
    let quantity = Quantity::milli(2_500, Unit::Kilogram);
    file.stock(Command::ReceiveStock(ReceiveStock { product: product(1), quantity, note: String::new() })).await;
    let row = file.row().await;
    assert_eq!((row.on_hand_milli, row.unit), (2_500, Unit::Kilogram));
    assert_eq!((row.policy, row.tracked), (StockPolicy::Approve, true));

    file.stock(Command::SetStockPolicy(SetStockPolicy { product: product(1), policy: StockPolicy::Allow })).await;
    assert_eq!(file.row().await.policy, StockPolicy::Allow);
}

#[tokio::test]
async fn adjustments_and_counts_move_the_stock() {
    let file = file().await;
    let by = Quantity::each(-2);
    file.stock(Command::AdjustStock(AdjustStock { product: product(1), by, reason: "broken".to_owned() })).await;
    assert_eq!((file.row().await.on_hand_milli, file.row().await.tracked), (-2_000, false));

    let (counted, expected) = (Quantity::each(7), by);
    file.stock(Command::CountStock(CountStock { product: product(1), counted, expected })).await;
    assert_eq!((file.row().await.on_hand_milli, file.row().await.tracked), (7_000, true));
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn a_rebuild_gives_the_same_stock() {
    let file = file().await;
    file.open_with((1..=40).map(|number| stock(number, 10)).collect()).await;
    file.tell(placed(&[(1, 1, ProductKind::Goods), (2, 2, ProductKind::Goods)])).await;
    file.tell(confirmed()).await;
    let numbers: Vec<u128> = (1..=40).collect();
    let before = file.levels(&numbers).await;
    file.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(file.levels(&numbers).await, before);
}

#[tokio::test]
async fn a_bent_row_is_found() {
    let file = file().await;
    file.open_with(vec![stock(1, 10)]).await;
    let mut other = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(
        &sqlx::sqlite::SqliteConnectOptions::new().filename(file.store.path()),
    )
    .await
    .unwrap();
    sqlx::query("UPDATE inventory_stock_level SET on_hand_milli = 9000, reserved_milli = -1")
        .execute(&mut other)
        .await
        .unwrap();
    assert_eq!(file.offences().await.len(), 2);
}

//! Whatever is done to the stock, in whatever order: the view is the sum of the movements.

use super::*;
use crate::reservation::{Command, Event, IssueStock, ReleaseStock, ReserveStock, ReturnStock};
use crate::stock::{Command as StockCommand, ReceiveStock, Stock, StockReceived};
use crate::views::stock_level::LEVELS;
use crate::{Reservation, register, stock_of};
use eventing::EventSet;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Act {
    Reserve { order: u128, lines: Vec<(u128, i64)> },
    Release(u128),
    Issue(u128),
    Return(u128),
    Receive { product: u128, pieces: i64 },
}

/// Three orders and three products, so that the acts collide.
fn act() -> impl Strategy<Value = Act> {
    let few = 1_u128..=3;
    prop_oneof![
        3 => (few.clone(), prop::collection::vec((few.clone(), 1_i64..=4), 0..4))
            .prop_map(|(order, lines)| Act::Reserve { order, lines }),
        1 => few.clone().prop_map(Act::Release),
        2 => few.clone().prop_map(Act::Issue),
        1 => few.clone().prop_map(Act::Return),
        2 => (few, 1_i64..=9).prop_map(|(product, pieces)| Act::Receive { product, pieces }),
    ]
}

async fn levels(file: &File, lines: &[(u128, i64)]) -> Vec<Level> {
    let ids: Vec<ProductId> = lines.iter().map(|(number, _)| product(*number)).collect();
    let keys = serde_json::to_string(&ids).unwrap();
    let mut reader = file.store.reader().await.unwrap();
    let rows: Vec<String> = sqlx::query_scalar(LEVELS).bind(keys).fetch_all(&mut *reader).await.unwrap();
    rows.iter().map(|row| serde_json::from_str(row).unwrap()).collect()
}

/// Does it; a refusal does nothing.
async fn play(file: &File, act: Act) {
    let order = |number| OrderId(Uuid::from_u128(number));
    let (id, command) = match act {
        Act::Receive { product: number, pieces } => {
            let (product, quantity) = (product(number), Quantity::each(pieces));
            let command = StockCommand::ReceiveStock(ReceiveStock { product, quantity, note: String::new() });
            file.run::<Stock>(product.0, command).await.unwrap();
            return;
        }
        Act::Reserve { order: id, lines } => {
            let levels = levels(file, &lines).await;
            let wanted = (1..).zip(&lines).map(|(line, (number, pieces))| wanted(line, *number, *pieces)).collect();
            let order = order(id);
            (order, Command::ReserveStock(ReserveStock { order, wanted, levels, short_approved: Vec::new() }))
        }
        Act::Release(id) => (order(id), Command::ReleaseStock(ReleaseStock { order: order(id) })),
        Act::Issue(id) => (order(id), Command::IssueStock(IssueStock { order: order(id) })),
        Act::Return(id) => (order(id), Command::ReturnStock(ReturnStock { order: order(id) })),
    };
    let _ = file.run::<Reservation>(id.0, command).await;
}

/// On hand and reserved of a product, added up from the journal's facts.
async fn sums(file: &File, number: u128) -> (i64, i64) {
    let of = |lines: &[StockLine]| -> i64 {
        lines.iter().filter(|line| line.product == product(number)).map(|line| line.quantity.milli).sum()
    };
    let (mut on_hand, mut reserved) = (0, 0);
    for event in file.store.events_after(0, 1_000).await.unwrap() {
        if let Some(received) = event.fact::<StockReceived>(file.store.app()) {
            on_hand += if received.product == product(number) { received.quantity.milli } else { 0 };
            continue;
        }
        match Event::decode(&event.event_type, &event.payload).unwrap() {
            Event::StockReserved(fact) => reserved += of(&fact.lines),
            Event::StockReservationFailed(_) => {}
            Event::StockReleased(fact) => reserved -= of(&fact.lines),
            Event::StockIssued(fact) => {
                reserved -= of(&fact.lines);
                on_hand -= of(&fact.lines);
            }
            Event::StockReturned(fact) => on_hand += of(&fact.lines),
        }
        assert!(reserved >= 0, "nothing is reserved below zero");
    }
    (on_hand, reserved)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_view_is_the_sum_of_the_movements_and_nothing_is_reserved_below_zero(
        acts in prop::collection::vec(act(), 1..40),
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let file = File::new(register(App::default())).await;
            for act in acts {
                play(&file, act).await;
            }
            let mut reader = file.store.reader().await.unwrap();
            for number in 1..=3 {
                let row = stock_of(&mut reader, &[product(number)]).await.unwrap().remove(0);
                assert_eq!((row.on_hand_milli, row.reserved_milli), sums(&file, number).await);
                assert_eq!(row.available_milli, row.on_hand_milli - row.reserved_milli);
            }
            assert_eq!(file.offences().await, [""; 0]);
        });
    }
}

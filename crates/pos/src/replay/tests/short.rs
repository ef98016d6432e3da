use super::run::replay;
use super::{file_of, fixture};
use crate::import::tests::{import_good, shop_in};
use contracts::StockLine;
use eventing::{Begun, Durability, Gesture};
use inventory::{Opening, StateOpening};
use kernel::{CommandId, Quantity, Unit, Uuid};

#[tokio::test]
async fn stock_that_does_not_suffice_stops_it_and_is_named() {
    let (_folder, pos) = shop_in("gr").await;
    import_good(&pos, &fixture("catalog.csv")).await;
    let mut at = pos.moment_now(staff::SYSTEM).await;
    at.command = CommandId(Uuid::now_v7());
    let gesture = Gesture { name: "test.open", at, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = pos.store().begin(gesture).await.unwrap() else { panic!("a new command") };
    let one = StockLine { product: catalog::product_id_for_sku("4005"), quantity: Quantity::milli(1_000, Unit::Each) };
    txn.run::<Opening>(Opening::STREAM, StateOpening { lines: vec![one] }).await.unwrap().unwrap();
    txn.commit(&()).await.unwrap();

    let (_day, path) = file_of("b,4005,sale,2,0.99,198,198,0");
    let refusal = replay(&pos, &path).await.unwrap_err().refusal();
    assert_eq!((refusal.code.as_str(), &refusal.params["sku"]), ("IMP-013", &"4005".into()));
}

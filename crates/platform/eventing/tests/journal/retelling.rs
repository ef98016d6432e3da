//! A row names the shift and the approver of its commit, whenever they became known.

use crate::support::*;
use eventing::{Fault, Options, Store};
use kernel::{OperatorId, ShiftId, Uuid};

const SHIFT: Option<ShiftId> = Some(ShiftId(Uuid::from_u128(0x51)));
const APPROVER: Option<OperatorId> = Some(OperatorId(Uuid::from_u128(0x52)));

async fn diary(store: &Store) -> Vec<String> {
    read(store, "SELECT concat_ws(' ', position, at_ms, actor, approver, shift, payload) FROM toy_diary ORDER BY 1")
        .await
}

#[tokio::test]
async fn a_shift_that_began_within_the_gesture_is_named_in_every_row() {
    let shop = shop(jars().view(&DIARY_VIEW)).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![50])).await.unwrap().unwrap();
    txn.set_shift(SHIFT);
    txn.set_approver(APPROVER);
    txn.commit(&()).await.unwrap();
    let told = diary(&shop.store).await;
    assert!(told[0].contains(&SHIFT.unwrap().to_string()) && told[0].contains(&APPROVER.unwrap().to_string()));
    shop.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(diary(&shop.store).await, told);
}

#[tokio::test]
async fn rows_that_were_written_are_not_told_again_with_another_shift() {
    for late in [|txn: &mut eventing::Txn| txn.set_shift(SHIFT), |txn: &mut eventing::Txn| txn.set_approver(APPROVER)] {
        let shop = shop(toy()).await;
        let mut txn = begin(&shop.store, gesture(1)).await;
        txn.run::<Jar>(JAR, JarCommand::Drop(vec![50])).await.unwrap().unwrap();
        late(&mut txn);
        let fault = txn.commit(&()).await.unwrap_err();
        assert!(matches!(fault, Fault::Invariant(_)), "a policy asked for rows before: {fault}");
        assert_eq!(counts(&shop.store).await, "0 0 0 0 0 0");
    }
}

#[tokio::test]
async fn naming_the_same_shift_again_changes_nothing() {
    let shop = shop(toy()).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.set_shift(SHIFT);
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![50])).await.unwrap().unwrap();
    txn.set_shift(SHIFT);
    txn.commit(&()).await.unwrap();
}

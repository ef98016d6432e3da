//! A long stream is loaded from a snapshot, which is never more than a shortcut.

use crate::support::*;
use eventing::{App, Decider, SNAPSHOT_EVERY_EVENTS};
use kernel::Moment;

async fn snapshots(shop: &Shop) -> Vec<String> {
    let sql = "SELECT concat_ws(' ', kind, version, position, fold_version, CAST(state AS TEXT)) FROM snapshot";
    read(&shop.store, sql).await
}

/// A jar of 70 coins of one cent, dropped in two commits.
async fn seventy_coins() -> Shop {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[1; 69]).await;
    drop_coins(&shop.store, 2, JAR, &[1]).await;
    shop
}

const FIRST_69: &str = "toy.jar 69 69 1 {\"cents\":69,\"coins\":69}";

#[tokio::test]
async fn a_stream_gets_a_snapshot_at_64_events_and_not_before() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[1; 63]).await;
    assert_eq!(snapshots(&shop).await, Vec::<String>::new());
    drop_coins(&shop.store, 2, JAR, &[1]).await;
    assert_eq!(
        snapshots(&shop).await,
        ["toy.jar 64 64 1 {\"cents\":64,\"coins\":64}"],
        "the golden state of version 1"
    );
    assert_eq!(SNAPSHOT_EVERY_EVENTS, 64);
}

#[tokio::test]
async fn the_next_snapshot_comes_64_events_later() {
    let shop = seventy_coins().await;
    assert_eq!(snapshots(&shop).await, [FIRST_69]);
    drop_coins(&shop.store, 3, JAR, &[1; 62]).await;
    assert_eq!(snapshots(&shop).await, [FIRST_69]);
    drop_coins(&shop.store, 4, JAR, &[1]).await;
    assert_eq!(snapshots(&shop).await, ["toy.jar 133 133 1 {\"cents\":133,\"coins\":133}"]);
}

#[tokio::test]
async fn a_stream_is_restored_from_its_snapshot_without_its_early_events() {
    let shop = seventy_coins().await;
    tamper(&shop.store, "UPDATE event SET payload = x'' WHERE position <= 69").await;
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 70, coins: 70 });
    let head = drop_coins(&shop.store, 3, JAR, &[5]).await;
    assert_eq!((head.seq, jar_state(&shop.store, JAR).await.cents), (71, 75));
}

#[tokio::test]
async fn the_same_state_comes_from_the_events_alone() {
    let shop = seventy_coins().await;
    tamper(&shop.store, "DELETE FROM snapshot").await;
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 70, coins: 70 });
}

#[tokio::test]
async fn a_snapshot_that_does_not_parse_falls_back_to_the_events_and_is_replaced() {
    let shop = seventy_coins().await;
    tamper(&shop.store, "UPDATE snapshot SET state = x'ff00'").await;
    let shop = shop.restart(jars()).await;
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 70, coins: 70 });
    drop_coins(&shop.store, 3, JAR, &[5]).await;
    assert_eq!(snapshots(&shop).await, ["toy.jar 71 71 1 {\"cents\":75,\"coins\":71}"]);
}

/// The jar of a program that folds differently: it counts every coin twice.
struct JarOfTwo;

impl Decider for JarOfTwo {
    const KIND: &'static str = Jar::KIND;
    const FOLD_VERSION: u16 = 2;
    type State = JarState;
    type Command = JarCommand;
    type Event = JarEvent;
    type Rejection = NotACoin;

    fn decide(state: &JarState, command: JarCommand, at: &Moment) -> Result<Vec<JarEvent>, NotACoin> {
        Jar::decide(state, command, at)
    }

    fn evolve(state: JarState, event: &JarEvent) -> JarState {
        let after = Jar::evolve(state, event);
        JarState { coins: after.coins + 1, ..after }
    }
}

#[tokio::test]
async fn a_snapshot_of_another_fold_version_is_not_believed_and_is_replaced() {
    let shop = seventy_coins().await.restart(App::default().decider::<JarOfTwo>().view(&JAR_VIEW)).await;
    assert_eq!(shop.store.state::<JarOfTwo>(JAR).await.unwrap(), JarState { cents: 70, coins: 140 });
    let mut txn = begin(&shop.store, gesture(3)).await;
    txn.run::<JarOfTwo>(JAR, JarCommand::Drop(vec![5])).await.unwrap().unwrap();
    txn.commit(&()).await.unwrap();
    assert_eq!(snapshots(&shop).await, ["toy.jar 71 71 2 {\"cents\":75,\"coins\":142}"]);
    assert_eq!(shop.store.verify().await.unwrap().bad, None);
}

#[tokio::test]
async fn a_bent_snapshot_is_found_by_verify() {
    let shop = seventy_coins().await;
    assert_eq!(shop.store.verify().await.unwrap().bad, None);
    tamper(&shop.store, "UPDATE snapshot SET state = CAST('{\"cents\":6900,\"coins\":69}' AS BLOB)").await;
    let bad = shop.store.verify().await.unwrap().bad.unwrap();
    assert_eq!((bad.position, bad.seq), (69, 69));
    assert_eq!(bad.why, "the snapshot of its stream (toy.jar) is not what the events fold to");
}

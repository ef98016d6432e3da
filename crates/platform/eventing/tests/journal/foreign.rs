//! What other devices recorded is stored as their logs, beside our own.

use crate::support::by_hand::{HandEvent, HandLog};
use crate::support::*;
use eventing::Options;
use kernel::Uuid;

const COIN: &str = "{\"jar\":\"00000000-0000-0000-0000-0000000000a1\",\"cents\":7}";

fn coin(version: i64) -> HandEvent<'static> {
    HandEvent {
        kind: "toy.jar",
        stream: JAR,
        version,
        event_type: "toy.jar.coin_dropped",
        schema_version: 1,
        payload: COIN,
    }
}

/// Two of our coins, two of another device's, then one of ours again; what the other device's clock said was highest.
async fn two_logs(highest_ms: i64) -> Shop {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    let shop = {
        let mut connection = behind(&shop.store).await;
        let mut log = HandLog::new(&mut connection, Uuid::from_u128(0xf0)).await;
        log.highest_ms = highest_ms;
        log.store(&mut connection, &coin(1)).await;
        log.store(&mut connection, &coin(2)).await;
        shop.restart(jars()).await
    };
    drop_coins(&shop.store, 2, JAR, &[5]).await;
    shop
}

#[tokio::test]
async fn a_foreign_log_keeps_its_own_numbers_and_leaves_ours_alone() {
    let shop = two_logs(5_000).await;
    let numbers = "SELECT concat_ws(' ', position, log, seq, version, commit_no) FROM event ORDER BY position";
    assert_eq!(read(&shop.store, numbers).await, ["1 1 1 1 1", "2 1 2 2 1", "3 2 1 1 2", "4 2 2 2 3", "5 1 3 3 4"]);
    let head = shop.store.head().await;
    assert_eq!((head.seq, head.position, head.commit_no), (3, 5, 4));
}

#[tokio::test]
async fn both_logs_are_verified() {
    let shop = two_logs(5_000).await;
    let found = shop.store.verify().await.unwrap();
    assert_eq!((found.events, found.bad), (5, None));
    tamper(&shop.store, "UPDATE event SET at_ms = 1 WHERE position = 4").await;
    assert_eq!(shop.store.verify().await.unwrap().bad.unwrap().position, 4);
}

#[tokio::test]
async fn foreign_events_fold_and_rebuild_with_ours() {
    let shop = two_logs(5_000).await;
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 89, coins: 5 });
    shop.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(read(&shop.store, "SELECT cents || ' ' || coins FROM toy_jar").await, ["89 5"]);
}

#[tokio::test]
async fn another_devices_clock_does_not_move_ours() {
    let ours = eventing::testing::moment().highest_ms;
    for theirs in [5_000, ours + 1_000_000] {
        let shop = two_logs(theirs).await.restart(jars()).await;
        assert_eq!(shop.store.head().await.highest_ms, ours);
    }
}

#[tokio::test]
async fn the_highest_time_survives_a_clock_that_is_set_back_and_a_restart() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let mut earlier = gesture(2);
    earlier.at.now_ms -= 3_600_000;
    earlier.at.highest_ms = earlier.at.now_ms;
    let mut txn = begin(&shop.store, earlier).await;
    assert_eq!(txn.at().highest_ms, gesture(2).at.now_ms, "the journal corrects what the clock says");
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![1])).await.unwrap().unwrap();
    txn.commit(&()).await.unwrap();
    let shop = shop.restart(jars()).await;
    assert_eq!(shop.store.head().await.highest_ms, gesture(2).at.now_ms);
    assert_eq!(read(&shop.store, "SELECT clock FROM commit_record ORDER BY commit_no").await, ["ok", "set_back"]);
}

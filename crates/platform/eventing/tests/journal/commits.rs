//! What one gesture writes, and what it leaves behind when something goes wrong.

use crate::support::*;
use eventing::{Begun, Fault, MAX_EVENTS_PER_COMMIT, Need};
use kernel::{Fact, Uuid};

#[tokio::test]
async fn what_was_recorded_is_there_after_the_commit() {
    let shop = shop(jars()).await;
    let first = drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    let second = drop_coins(&shop.store, 2, JAR, &[5]).await;
    assert_eq!((first.seq, second.seq, second.position, second.commit_no), (2, 3, 3, 2));
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 75, coins: 3 });
    let mut txn = begin(&shop.store, gesture(3)).await;
    assert_eq!(txn.version::<Jar>(JAR).await.unwrap(), 3);
    assert_eq!(txn.version::<Jar>(OTHER_JAR).await.unwrap(), 0);
    txn.rollback().await;
}

#[tokio::test]
async fn events_can_be_read_in_pages_as_facts() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20, 10]).await;
    let page = shop.store.events_after(1, 1).await.unwrap();
    assert_eq!((page.len(), page[0].position, page[0].stream), (1, 2, JAR));
    assert_eq!(page[0].fact::<CoinDropped>(shop.store.app()), Some(CoinDropped { jar: JAR, cents: 20 }));
    assert_eq!(page[0].fact::<JarEmptied>(shop.store.app()), None);
}

#[tokio::test]
async fn a_gesture_runs_several_commands_and_sees_its_own_work() {
    let shop = shop(jars()).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.prefetch(vec![Need::stream::<Jar>(JAR)]).await.unwrap();
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![50])).await.unwrap().unwrap();
    assert_eq!(txn.state::<Jar>(JAR).await.unwrap().cents, 50);
    assert_eq!(txn.recorded::<CoinDropped>(), [CoinDropped { jar: JAR, cents: 50 }]);
    let row = texts(txn.connection().await.unwrap(), "SELECT printf('%d', cents) FROM toy_jar").await;
    assert_eq!(row, ["50"], "a query within the gesture finds what it recorded");
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![20])).await.unwrap().unwrap();
    txn.commit(&()).await.unwrap();
    assert_eq!(read(&shop.store, "SELECT printf('%d', cents) FROM toy_jar").await, ["70"]);
    assert_eq!(read(&shop.store, "SELECT printf('%d', count(*)) FROM commit_record").await, ["1"]);
}

#[tokio::test]
async fn policies_react_first_in_first_out_in_the_same_commit() {
    let shop = shop(toy()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    let dropped = CoinDropped::TYPE;
    assert_eq!(types(&shop.store).await, [dropped, dropped, Tallied::TYPE, Tallied::TYPE, Noted::TYPE, Noted::TYPE]);
    assert_eq!(read(&shop.store, "SELECT printf('%d', count(*)) FROM commit_record").await, ["1"]);
}

#[tokio::test]
async fn a_policy_finds_the_rows_and_the_streams_as_the_commit_leaves_them() {
    let shop = shop(toy()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    drop_coins(&shop.store, 2, JAR, &[20, 5]).await;
    let told = read(&shop.store, "SELECT payload FROM toy_diary WHERE payload LIKE '%in_row%' ORDER BY position").await;
    let both = |cents: i64| format!("{{\"jar\":\"{JAR}\",\"in_row\":{cents},\"in_stream\":{cents}}}");
    assert_eq!(told, [both(50), both(75), both(75)], "the second commit's coins were both in when its first was heard");
}

#[tokio::test]
async fn effects_of_policies_are_queued_by_the_commit() {
    let shop = shop(toy()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    assert_eq!(
        read(&shop.store, "SELECT key || ' ' || kind || ' ' || state FROM effect").await,
        ["say 50 toy.say queued"]
    );
}

#[tokio::test]
async fn a_rejection_writes_nothing() {
    let shop = shop(toy()).await;
    let before = counts(&shop.store).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![50])).await.unwrap().unwrap();
    assert_eq!(txn.run::<Jar>(JAR, JarCommand::Drop(vec![-1])).await.unwrap(), Err(NotACoin));
    drop(txn);
    drop_coins(&shop.store, 2, OTHER_JAR, &[]).await;
    assert_eq!(counts(&shop.store).await, before.replacen("0 0 0", "0 0 1", 1), "only the reply of an empty gesture");
    assert_eq!(jar_state(&shop.store, JAR).await, JarState::default());
}

#[tokio::test]
async fn a_dropped_gesture_leaves_nothing_and_the_next_one_works() {
    let shop = shop(toy()).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![50])).await.unwrap().unwrap();
    txn.connection().await.unwrap();
    drop(txn);
    let head = drop_coins(&shop.store, 1, JAR, &[20]).await;
    assert_eq!((head.seq, head.commit_no), (3, 1));
    assert_eq!(jar_state(&shop.store, JAR).await.cents, 20);
    assert_eq!(shop.store.verify().await.unwrap().bad, None);
}

#[tokio::test]
async fn a_chain_of_policies_without_end_is_a_fault_and_writes_nothing() {
    let shop = shop(toy().policy::<WhenNotedNote>()).await;
    let before = counts(&shop.store).await;
    let fault = fault_of(&shop.store, 1, JAR, &[50]).await;
    assert!(matches!(fault, Fault::Runaway(MAX_EVENTS_PER_COMMIT)), "{fault}");
    assert_eq!(fault.code().0, "SYS-007");
    assert_eq!(counts(&shop.store).await, before);
}

#[tokio::test]
async fn a_commit_may_hold_more_only_when_its_script_says_how_much() {
    let shop = shop(jars()).await;
    let coins = vec![1; MAX_EVENTS_PER_COMMIT + 1];
    let fault = fault_of(&shop.store, 1, JAR, &coins).await;
    assert!(matches!(fault, Fault::Runaway(MAX_EVENTS_PER_COMMIT)), "{fault}");
    assert_eq!(counts(&shop.store).await, "0 0 0 0 0 0");

    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.allow_events(coins.len());
    txn.run::<Jar>(JAR, JarCommand::Drop(coins.clone())).await.unwrap().unwrap();
    assert!(matches!(txn.run::<Jar>(JAR, JarCommand::Drop(vec![1])).await, Err(Fault::Runaway(_))));
    drop(txn);
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.allow_events(coins.len());
    txn.run::<Jar>(JAR, JarCommand::Drop(coins)).await.unwrap().unwrap();
    assert_eq!(txn.commit(&()).await.unwrap().seq, 4_097);
}

#[tokio::test]
async fn a_policy_records_only_what_it_declares() {
    let shop = shop(toy().policy::<WhenEmptiedNote>()).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    let fault = txn.run::<Jar>(JAR, JarCommand::Empty).await.unwrap_err();
    assert!(matches!(fault, Fault::Undeclared { policy: "toy.when_emptied_note", event_type: Noted::TYPE }), "{fault}");
}

#[tokio::test]
async fn a_script_that_failed_half_way_cannot_be_committed() {
    let shop = shop(toy().policy::<WhenEmptiedNote>()).await;
    let before = counts(&shop.store).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.run::<Jar>(JAR, JarCommand::Empty).await.unwrap_err();
    let again = txn.run::<Jar>(JAR, JarCommand::Drop(vec![1])).await.unwrap_err();
    assert!(matches!(again, Fault::Invariant(_)), "{again}");
    let fault = txn.commit(&()).await.unwrap_err();
    assert!(matches!(fault, Fault::Invariant(_)), "{fault}");
    assert_eq!(counts(&shop.store).await, before);
    drop_coins(&shop.store, 2, JAR, &[20]).await;
}

#[tokio::test]
async fn a_view_that_cannot_be_written_rolls_everything_back() {
    let shop = shop(jars()).await;
    behind_run(&shop.store, "ALTER TABLE toy_jar RENAME TO elsewhere").await.unwrap();
    let fault = fault_of(&shop.store, 1, JAR, &[50]).await;
    assert_eq!(fault.code().0, "SYS-001");
    behind_run(&shop.store, "ALTER TABLE elsewhere RENAME TO toy_jar").await.unwrap();
    assert_eq!(counts(&shop.store).await, "0 0 0 0 0 0");
    let head = drop_coins(&shop.store, 1, JAR, &[50]).await;
    assert_eq!(head.seq, 1);
}

#[tokio::test]
async fn gestures_wait_for_each_other() {
    let shop = shop(jars()).await;
    let tasks = (1..=20_u128).map(|n| {
        let store = shop.store.clone();
        tokio::spawn(async move { drop_coins(&store, n, JAR, &[1]).await })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 20, coins: 20 });
    assert_eq!(shop.store.verify().await.unwrap().events, 20);
}

#[tokio::test]
async fn a_commit_larger_than_one_insert_is_chained() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[1; 1_201]).await;
    let found = shop.store.verify().await.unwrap();
    assert_eq!((found.events, found.bad), (1_201, None));
    assert!(matches!(shop.store.begin(gesture(1)).await.unwrap(), Begun::Repeated(_)));
    assert_eq!(jar_state(&shop.store, Uuid::nil()).await, JarState::default());
}

//! Work in the world: done once if it can be known, and never forgotten.

use crate::support::*;
use eventing::{Effect, EffectQueue, EffectState, Leased, OnLostLease, Store};

const KIND: &str = "toy.say";

fn queue(store: &Store, on_lost_lease: OnLostLease) -> EffectQueue<'_> {
    EffectQueue::new(store, KIND, on_lost_lease)
}

/// One commit that asks for each of these, at the toy's moment plus its command number.
async fn ask(store: &Store, n: u32, keys: &[&str]) {
    let mut asked = gesture(n.into());
    asked.at.now_ms += i64::from(n);
    let mut txn = begin(store, asked).await;
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![1])).await.unwrap().unwrap();
    for key in keys {
        txn.effect(Effect { kind: KIND, key: (*key).to_owned(), payload: format!("\"{key}\"").into_bytes() });
    }
    txn.commit(&()).await.unwrap();
}

fn leased(key: &str, attempts: u32) -> Leased {
    Leased { key: key.to_owned(), payload: format!("\"{key}\"").into_bytes(), attempts }
}

#[tokio::test]
async fn the_oldest_is_leased_first_and_to_one_worker() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["b"]).await;
    ask(&shop.store, 2, &["a"]).await;
    let queue = queue(&shop.store, OnLostLease::Retry);
    assert_eq!(queue.lease(0, 100).await.unwrap(), Some(leased("b", 1)));
    assert_eq!(queue.lease(0, 100).await.unwrap(), Some(leased("a", 1)));
    assert_eq!(queue.lease(0, 100).await.unwrap(), None);
    assert_eq!(queue.count("leased").await.unwrap(), 2);
}

#[tokio::test]
async fn what_is_done_is_not_leased_again() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a"]).await;
    let queue = queue(&shop.store, OnLostLease::Retry);
    queue.lease(0, 100).await.unwrap();
    queue.done("a").await.unwrap();
    assert_eq!(queue.lease(1_000, 100).await.unwrap(), None);
    assert_eq!(queue.count("done").await.unwrap(), 1);
}

#[tokio::test]
async fn the_same_key_is_queued_once_even_when_it_was_done() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a", "a"]).await;
    let queue = queue(&shop.store, OnLostLease::Retry);
    queue.lease(0, 100).await.unwrap();
    queue.done("a").await.unwrap();
    ask(&shop.store, 2, &["a"]).await;
    assert_eq!((queue.count("queued").await.unwrap(), queue.count("done").await.unwrap()), (0, 1));
}

#[tokio::test]
async fn a_retry_waits_for_its_time_and_attempts_count() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a"]).await;
    let queue = queue(&shop.store, OnLostLease::Retry);
    for attempts in 1..=4_u32 {
        let now_ms = i64::from(attempts) * 1_000;
        assert_eq!(queue.lease(now_ms, 100).await.unwrap(), Some(leased("a", attempts)));
        queue.retry("a", now_ms + 1_000, "no paper").await.unwrap();
        assert_eq!(queue.lease(now_ms + 999, 100).await.unwrap(), None);
    }
    assert_eq!(read(&shop.store, "SELECT note FROM effect").await, ["no paper"]);
}

#[tokio::test]
async fn a_waiting_effect_does_not_hold_up_the_next() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a", "b"]).await;
    let queue = queue(&shop.store, OnLostLease::Retry);
    queue.lease(0, 100).await.unwrap();
    queue.retry("a", 5_000, "busy").await.unwrap();
    assert_eq!(queue.lease(0, 100).await.unwrap(), Some(leased("b", 1)));
}

#[tokio::test]
async fn a_lost_lease_is_tried_again_where_that_is_harmless() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a"]).await;
    let queue = queue(&shop.store, OnLostLease::Retry);
    queue.lease(0, 100).await.unwrap();
    assert_eq!(queue.lease(99, 100).await.unwrap(), None);
    assert_eq!(queue.lease(100, 100).await.unwrap(), Some(leased("a", 2)));
}

#[tokio::test]
async fn a_lost_lease_is_unknown_where_it_may_have_happened() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a"]).await;
    let queue = queue(&shop.store, OnLostLease::Unknown);
    queue.lease(0, 100).await.unwrap();
    assert_eq!(queue.lease(100, 100).await.unwrap(), None);
    assert_eq!(queue.count("unknown").await.unwrap(), 1);
    assert_eq!(read(&shop.store, "SELECT note FROM effect").await, ["the worker stopped"]);
}

#[tokio::test]
async fn a_lost_lease_is_settled_after_a_restart() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a"]).await;
    queue(&shop.store, OnLostLease::Unknown).lease(0, 100).await.unwrap();
    let shop = shop.restart(jars()).await;
    let queue = queue(&shop.store, OnLostLease::Unknown);
    assert_eq!(queue.lease(100, 100).await.unwrap(), None);
    assert_eq!(queue.count("unknown").await.unwrap(), 1);
}

#[tokio::test]
async fn what_a_person_must_look_at_is_not_leased() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a", "b"]).await;
    let queue = queue(&shop.store, OnLostLease::Retry);
    queue.failed("a", "refused").await.unwrap();
    queue.unknown("b", "no answer").await.unwrap();
    assert_eq!(queue.lease(1_000, 100).await.unwrap(), None);
    assert_eq!((queue.count("failed").await.unwrap(), queue.count("unknown").await.unwrap()), (1, 1));
}

#[tokio::test]
async fn a_worker_sees_its_own_kind_only() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a"]).await;
    let other = EffectQueue::new(&shop.store, "toy.sing", OnLostLease::Retry);
    assert_eq!(other.lease(0, 100).await.unwrap(), None);
    other.done("a").await.unwrap();
    assert_eq!(queue(&shop.store, OnLostLease::Retry).count("queued").await.unwrap(), 1);
}

#[tokio::test]
async fn a_rolled_back_gesture_asks_for_nothing() {
    let shop = shop(jars()).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.effect(Effect { kind: KIND, key: "a".to_owned(), payload: vec![] });
    txn.rollback().await;
    assert_eq!(queue(&shop.store, OnLostLease::Retry).count("queued").await.unwrap(), 0);
}

#[tokio::test]
async fn a_worker_that_begins_settles_what_its_forerunner_held() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a"]).await;
    let queue = queue(&shop.store, OnLostLease::Unknown);
    queue.lease(0, 1_000_000).await.unwrap();
    queue.settle_lost().await.unwrap();
    assert_eq!(queue.find("a").await.unwrap().unwrap().state, EffectState::Unknown);
}

#[tokio::test]
async fn what_waits_can_be_hurried_and_what_failed_asked_for_again() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a", "b", "c"]).await;
    let queue = queue(&shop.store, OnLostLease::Unknown);
    queue.retry("a", 9_000, "not there").await.unwrap();
    queue.failed("b", "no").await.unwrap();
    queue.unknown("c", "hangs").await.unwrap();
    assert_eq!(queue.next_due_ms().await.unwrap(), Some(9_000));
    queue.hurry().await.unwrap();
    queue.again("b").await.unwrap();
    queue.again("c").await.unwrap();
    assert_eq!(queue.next_due_ms().await.unwrap(), Some(0));
    let states: Vec<_> = queue.list(9, 9).await.unwrap().into_iter().map(|row| (row.key, row.state)).collect();
    let expected = [("c", EffectState::Unknown), ("b", EffectState::Queued), ("a", EffectState::Queued)];
    assert_eq!(states, expected.map(|(key, state)| (key.to_owned(), state)));
}

#[tokio::test]
async fn what_nobody_wants_is_gone_unless_a_worker_holds_it() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a", "b"]).await;
    let queue = queue(&shop.store, OnLostLease::Unknown);
    queue.lease(0, 100).await.unwrap();
    assert!(!queue.drop_effect("a").await.unwrap());
    assert!(queue.drop_effect("b").await.unwrap());
    assert_eq!(queue.find("b").await.unwrap(), None);
}

#[tokio::test]
async fn the_list_shows_all_that_is_open_and_the_last_that_are_done() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a", "b", "c"]).await;
    let queue = queue(&shop.store, OnLostLease::Unknown);
    queue.done("a").await.unwrap();
    queue.done("b").await.unwrap();
    let keys: Vec<String> = queue.list(9, 1).await.unwrap().into_iter().map(|row| row.key).collect();
    assert_eq!(keys, ["c", "b"]);
}

#[tokio::test]
async fn what_was_unknown_can_be_given_up_and_nothing_else() {
    let shop = shop(jars()).await;
    ask(&shop.store, 1, &["a", "b"]).await;
    let queue = queue(&shop.store, OnLostLease::Unknown);
    queue.unknown("a", "hangs").await.unwrap();
    queue.give_up("a", "dropped").await.unwrap();
    queue.give_up("b", "dropped").await.unwrap();
    let found = queue.find("a").await.unwrap().unwrap();
    assert_eq!((found.state, found.note.as_deref()), (EffectState::Done, Some("dropped")));
    assert_eq!(queue.find("b").await.unwrap().unwrap().state, EffectState::Queued);
}

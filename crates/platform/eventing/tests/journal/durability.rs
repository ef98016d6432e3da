//! What a commit survives is a setting of the one write connection.

use crate::support::*;
use eventing::sqlx::{self, Row};
use eventing::{Durability, EffectQueue, Gesture, OnLostLease, Txn};
use kernel::Uuid;

/// SQLite's number: 1 for NORMAL, 2 for FULL.
async fn synchronous(txn: &mut Txn) -> i64 {
    let row = sqlx::query("PRAGMA synchronous").fetch_one(txn.connection().await.unwrap()).await.unwrap();
    row.get(0)
}

fn asking(n: u128, durability: Durability) -> Gesture {
    Gesture { durability, ..gesture(n) }
}

async fn commit_with(shop: &Shop, n: u128, durability: Durability) -> i64 {
    let mut txn = begin(&shop.store, asking(n, durability)).await;
    let found = synchronous(&mut txn).await;
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![1])).await.unwrap().unwrap();
    txn.commit(&()).await.unwrap();
    found
}

#[tokio::test]
async fn edits_commit_without_a_sync_and_money_with_one() {
    let shop = shop(jars()).await;
    let mut found = Vec::new();
    let (normal, full) = (Durability::Normal, Durability::Full);
    for (n, durability) in (1..).zip([full, normal, normal, full, full, normal, full]) {
        found.push(commit_with(&shop, n, durability).await);
    }
    assert_eq!(found, [2, 1, 1, 2, 2, 1, 2]);
    let stored = read(&shop.store, "SELECT durability FROM commit_record ORDER BY commit_no").await;
    assert_eq!(stored, ["full", "normal", "normal", "full", "full", "normal", "full"]);
}

#[tokio::test]
async fn a_dropped_gesture_does_not_leave_its_durability_to_the_next() {
    let shop = shop(jars()).await;
    drop(begin(&shop.store, asking(1, Durability::Normal)).await);
    assert_eq!(commit_with(&shop, 2, Durability::Full).await, 2);
    drop(begin(&shop.store, asking(3, Durability::Full)).await);
    assert_eq!(commit_with(&shop, 4, Durability::Normal).await, 1);
}

#[tokio::test]
async fn a_repeated_command_does_not_leave_its_durability_to_the_next() {
    let shop = shop(jars()).await;
    commit_with(&shop, 1, Durability::Full).await;
    shop.store.begin(asking(1, Durability::Normal)).await.unwrap();
    assert_eq!(commit_with(&shop, 2, Durability::Full).await, 2);
}

#[tokio::test]
async fn what_must_not_happen_twice_or_be_forgotten_is_written_with_a_sync() {
    let shop = shop(jars()).await;
    commit_with(&shop, 1, Durability::Normal).await;
    shop.store.put_secret(Uuid::from_u128(5), "pin", "verifier", 0).await.unwrap();
    let mut txn = begin(&shop.store, asking(2, Durability::Full)).await;
    assert_eq!(synchronous(&mut txn).await, 2);
    txn.rollback().await;
    commit_with(&shop, 3, Durability::Normal).await;
    EffectQueue::new(&shop.store, "toy.print", OnLostLease::Unknown).lease(0, 1).await.unwrap();
    assert_eq!(commit_with(&shop, 4, Durability::Full).await, 2);
    assert_eq!(shop.store.find_secret(Uuid::from_u128(5)).await.unwrap().as_deref(), Some("verifier"));
    assert_eq!(shop.store.find_secret(Uuid::from_u128(6)).await.unwrap(), None);
}

#[tokio::test]
async fn the_log_is_moved_into_the_file_when_somebody_says_so() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[1; 2_000]).await;
    let in_file = || std::fs::metadata(shop.store.path()).unwrap().len();
    let before = in_file();
    drop_coins(&shop.store, 2, JAR, &[1; 2_000]).await;
    assert_eq!(in_file(), before, "a commit writes to the log alone, however long it is");
    shop.store.checkpoint().await.unwrap();
    assert!(in_file() > before);
}

#[tokio::test]
async fn a_paying_commit_is_durable_after_an_edit_that_was_given_up_while_it_began() {
    let shop = shop(jars()).await;
    let edit = Gesture { durability: Durability::Normal, ..gesture(1) };
    let mut beginning = Box::pin(shop.store.begin(edit));
    tokio::select! {
        biased;
        _ = beginning.as_mut() => {}
        () = async {} => {}
    }
    drop(beginning);
    let mut txn = begin(&shop.store, gesture(2)).await;
    assert_eq!(synchronous(&mut txn).await, 2);
    txn.rollback().await;
}

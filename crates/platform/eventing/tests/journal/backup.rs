//! A second place for everything, and a new log for whoever comes back from it.

use crate::support::*;
use eventing::{Options, Store};
use std::sync::Arc;

#[tokio::test]
async fn a_backup_is_one_file_that_opens_and_verifies() {
    let shop = shop(toy()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("copy.db");
    shop.store.backup(&copy).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(elsewhere.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["copy.db"]);

    drop_coins(&shop.store, 2, JAR, &[5]).await;
    let restored = Store::open(&copy, Arc::new(toy()), Options::default()).await.unwrap();
    assert_eq!(restored.verify().await.unwrap().bad, None);
    assert_eq!(jar_state(&restored, JAR).await.cents, 70, "what came after the backup is not in it");
    assert_eq!(jar_state(&shop.store, JAR).await.cents, 75);
}

#[tokio::test]
async fn what_an_interrupted_backup_left_is_not_in_the_way() {
    let shop = shop(jars()).await;
    let copy = shop.folder.path().join("copy.db");
    std::fs::write(shop.folder.path().join("copy.db.part"), "half of something").unwrap();
    shop.store.backup(&copy).await.unwrap();
    assert!(copy.exists());
}

#[tokio::test]
async fn a_backup_overwrites_nothing() {
    let shop = shop(jars()).await;
    let copy = shop.folder.path().join("copy.db");
    std::fs::write(&copy, "something dear").unwrap();
    shop.store.backup(&copy).await.unwrap_err();
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), "something dear");
    drop_coins(&shop.store, 1, JAR, &[50]).await;
}

#[tokio::test]
async fn a_backup_of_a_tampered_journal_says_so() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    tamper(&shop.store, "UPDATE event SET at_ms = 1 WHERE position = 1").await;
    let copy = shop.folder.path().join("copy.db");
    let error = shop.store.backup(&copy).await.unwrap_err();
    assert_eq!(error.code().0, "SYS-006");
    assert!(!copy.exists(), "a copy that does not hold gets no name");
}

#[tokio::test]
async fn readers_still_cannot_write_after_a_backup() {
    let shop = shop(jars()).await;
    shop.store.backup(&shop.folder.path().join("copy.db")).await.unwrap();
    for _ in 0..8 {
        let mut reader = shop.store.reader().await.unwrap();
        assert!(eventing::sqlx::query("DELETE FROM effect").execute(&mut *reader).await.is_err());
    }
}

/// A journal with a sealed log of two events and a new one.
async fn sealed() -> Shop {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    shop.store.begin_new_log(1_234).await.unwrap();
    shop
}

#[tokio::test]
async fn a_new_log_seals_the_old_one_and_begins_at_one() {
    let shop = sealed().await;
    let before = shop.store.head().await;
    assert_eq!((before.seq, before.position, before.commit_no), (0, 2, 1));
    let head = drop_coins(&shop.store, 2, JAR, &[5]).await;
    assert_eq!((head.seq, head.position, head.commit_no, head.log_id), (1, 3, 2, before.log_id));
    let logs = "SELECT concat_ws(' ', log, origin, state) FROM log ORDER BY log";
    assert_eq!(read(&shop.store, logs).await, ["1 own sealed", "2 own open"]);
}

#[tokio::test]
async fn both_logs_are_verified_and_fold_together() {
    let shop = sealed().await;
    drop_coins(&shop.store, 2, JAR, &[5]).await;
    let shop = shop.restart(jars()).await;
    let found = shop.store.verify().await.unwrap();
    assert_eq!((found.events, found.bad), (3, None));
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 75, coins: 3 });
}

#[tokio::test]
async fn the_highest_time_outlives_a_new_log() {
    let shop = sealed().await;
    let highest = eventing::testing::moment().highest_ms;
    assert_eq!(shop.store.head().await.highest_ms, highest);
    assert_eq!(shop.restart(jars()).await.store.head().await.highest_ms, highest);
}

#[tokio::test]
async fn a_long_stream_goes_on_in_the_new_log() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[1; 70]).await;
    shop.store.begin_new_log(1_234).await.unwrap();
    for n in 2..5 {
        drop_coins(&shop.store, n, JAR, &[1; 40]).await;
    }
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 190, coins: 190 });
    behind_run(&shop.store, "DELETE FROM snapshot").await.unwrap();
    drop_coins(&shop.store, 5, JAR, &[1]).await;
    assert_eq!(jar_state(&shop.store, JAR).await, JarState { cents: 191, coins: 191 });
    assert_eq!(shop.store.verify().await.unwrap().bad, None);
}

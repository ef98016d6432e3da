//! Tampering, with the triggers taken away first, is named at the first bad row.

use crate::support::*;
use eventing::{App, Fault, OpenError, Options, Store};
use std::sync::Arc;

/// Six events in three commits.
async fn six_coins() -> Shop {
    let shop = shop(jars()).await;
    for (n, coins) in [(1, [1, 2]), (2, [3, 4]), (3, [5, 6])] {
        drop_coins(&shop.store, n, JAR, &coins).await;
    }
    shop
}

async fn found_after(sql: &str) -> (i64, String) {
    let shop = six_coins().await;
    tamper(&shop.store, sql).await;
    let bad = shop.store.verify().await.unwrap().bad.expect(sql);
    (bad.position, bad.why)
}

const CONTENT: &str = "its content does not match its hash";

#[tokio::test]
async fn an_untouched_journal_is_clean() {
    let shop = six_coins().await;
    let found = shop.store.verify().await.unwrap();
    assert_eq!((found.events, found.bad), (6, None));
}

#[tokio::test]
async fn an_empty_journal_is_clean() {
    let found = shop(jars()).await.store.verify().await.unwrap();
    assert_eq!((found.events, found.bad), (0, None));
}

#[tokio::test]
async fn a_changed_payload_is_named() {
    let sql = "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), '3', '9') AS BLOB) WHERE position = 3";
    assert_eq!(found_after(sql).await, (3, CONTENT.to_owned()));
}

#[tokio::test]
async fn every_column_of_an_event_is_covered() {
    for change in [
        "payload = CAST(payload || ' ' AS BLOB)",
        "at_ms = at_ms + 1",
        "type = 'toy.jar.emptied'",
        "kind = 'toy.tally'",
        "schema_version = 0",
        "version = 99",
        "stream = randomblob(16)",
        "hlc = 1",
        "hash = randomblob(32)",
    ] {
        let found = found_after(&format!("UPDATE event SET {change} WHERE position = 4")).await;
        assert_eq!(found, (4, CONTENT.to_owned()), "{change}");
    }
}

#[tokio::test]
async fn every_column_of_a_commit_is_covered() {
    for change in [
        "actor = randomblob(16)",
        "approver = actor",
        "shift = x''",
        "gesture = gesture || '.'",
        "command = randomblob(16)",
        "correlation = randomblob(16)",
        "at_ms = at_ms + 1",
        "highest_ms = highest_ms + 1",
        "offset_minutes = 0",
        "clock = 'set_back'",
        "durability = 'normal'",
        "app_version = '9.9.9'",
    ] {
        let found = found_after(&format!("UPDATE commit_record SET {change} WHERE commit_no = 2")).await;
        assert_eq!(found, (3, CONTENT.to_owned()), "{change}");
    }
}

#[tokio::test]
async fn a_deleted_row_is_named_by_the_one_behind_it() {
    assert_eq!(found_after("DELETE FROM event WHERE position = 3").await.0, 4);
    assert_eq!(found_after("DELETE FROM event WHERE position = 1").await.0, 2);
    let closed_up = "DELETE FROM event WHERE position = 3; UPDATE event SET position = position - 1 WHERE position > 3";
    assert_eq!(found_after(closed_up).await, (3, "the one before it is missing".to_owned()));
}

#[tokio::test]
async fn swapped_rows_are_named() {
    let swap = "UPDATE event SET seq = -seq WHERE position IN (3, 4); \
                UPDATE event SET seq = 7 + seq WHERE seq < 0; \
                UPDATE event SET position = -position WHERE position IN (3, 4); \
                UPDATE event SET position = 7 + position WHERE position < 0";
    assert_eq!(found_after(swap).await, (3, CONTENT.to_owned()));
}

#[tokio::test]
async fn an_event_moved_to_another_commit_is_named() {
    assert_eq!(found_after("UPDATE event SET commit_no = 1 WHERE position = 3").await, (3, CONTENT.to_owned()));
    assert_eq!(found_after("UPDATE event SET commit_no = 3 WHERE position = 3").await.0, 3);
}

#[tokio::test]
async fn a_missing_commit_is_named() {
    let found = found_after("DELETE FROM commit_record WHERE commit_no = 2").await;
    assert_eq!(found, (3, "commit 2 is missing".to_owned()));
}

#[tokio::test]
async fn a_commit_that_lost_its_events_at_the_end_is_named() {
    let found = found_after("DELETE FROM event WHERE position > 4").await;
    assert_eq!(found, (5, "commit 3 has lost its events".to_owned()));
}

#[tokio::test]
async fn another_log_id_breaks_the_first_link() {
    assert_eq!(found_after("UPDATE log SET log_id = randomblob(16)").await, (1, CONTENT.to_owned()));
}

#[tokio::test]
async fn text_that_is_no_text_is_named_and_not_stumbled_over() {
    let found = found_after("UPDATE event SET type = CAST(x'ff' AS TEXT) WHERE position = 4").await;
    assert_eq!(found, (4, "its text is not UTF-8".to_owned()));
    let found = found_after("UPDATE commit_record SET gesture = CAST(x'ff' AS TEXT) WHERE commit_no = 2").await;
    assert_eq!(found.0, 3);
}

async fn reopened(sql: &str) -> OpenError {
    let shop = six_coins().await;
    tamper(&shop.store, sql).await;
    let path = shop.store.path().to_owned();
    shop.store.close().await.unwrap();
    let app: Arc<App> = Arc::new(jars());
    match Store::open(&path, app, Options::default()).await {
        Ok(_) => panic!("a tampered journal was opened: {sql}"),
        Err(error) => error,
    }
}

#[tokio::test]
async fn a_tampered_head_is_refused_at_open() {
    for sql in [
        "UPDATE event SET payload = x'7b7d' WHERE position = 6",
        "UPDATE event SET type = CAST(x'ff' AS TEXT) WHERE position = 6",
        "UPDATE commit_record SET actor = randomblob(16) WHERE commit_no = 3",
    ] {
        let error = reopened(sql).await;
        assert!(matches!(error, OpenError::Fault(Fault::Head)), "{error}");
        assert_eq!(error.code().0, "SYS-006");
    }
}

#[tokio::test]
async fn a_recent_link_that_does_not_hold_is_refused_at_open() {
    let error = reopened("UPDATE event SET payload = x'7b7d' WHERE position = 2").await;
    assert_eq!(error.to_string(), format!("the file is damaged: event 2 (number 2 of its log): {CONTENT}"));
    assert_eq!(error.code().0, "SYS-006");
}

//! What the file itself refuses, whoever writes.

use crate::support::*;
use eventing::Store;

async fn refused(store: &Store, sql: &str) -> String {
    let before = counts(store).await;
    let error = behind_run(store, sql).await.expect_err(sql);
    assert_eq!(counts(store).await, before, "{sql}");
    error.to_string()
}

/// An event like the last one, with another place; `verb` is the kind of insert.
fn insert(verb: &str, position: i64, seq: i64, version: i64) -> String {
    format!(
        "{verb} INTO event SELECT {position}, log, {seq}, commit_no, kind, stream, {version}, type, schema_version, \
         at_ms, hlc, payload, hash FROM event WHERE position = 2"
    )
}

async fn two_coins() -> Shop {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    shop
}

#[tokio::test]
async fn an_event_is_never_changed_or_deleted() {
    let shop = two_coins().await;
    for sql in ["UPDATE event SET at_ms = 0", "UPDATE OR REPLACE event SET seq = 1 WHERE seq = 2", "DELETE FROM event"]
    {
        assert!(refused(&shop.store, sql).await.contains("append-only"), "{sql}");
    }
}

#[tokio::test]
async fn a_commit_is_never_changed_or_deleted() {
    let shop = two_coins().await;
    for sql in ["UPDATE commit_record SET at_ms = 0", "DELETE FROM commit_record"] {
        assert!(refused(&shop.store, sql).await.contains("append-only"), "{sql}");
    }
}

#[tokio::test]
async fn an_event_is_not_replaced_by_an_insert() {
    let shop = two_coins().await;
    for sql in [insert("REPLACE", 2, 2, 2), insert("INSERT OR REPLACE", 3, 2, 3), insert("REPLACE", 3, 3, 2)] {
        assert!(refused(&shop.store, &sql).await.contains("only the next event"), "{sql}");
    }
}

#[tokio::test]
async fn a_commit_is_not_replaced_by_an_insert() {
    let shop = two_coins().await;
    for commit_no in [1, 3, 0] {
        let sql = format!(
            "INSERT OR REPLACE INTO commit_record SELECT {commit_no}, log, 'x', command, correlation, actor, approver, \
             shift, at_ms, highest_ms, offset_minutes, clock, durability, app_version FROM commit_record"
        );
        assert!(refused(&shop.store, &sql).await.contains("only the next commit"), "{sql}");
    }
}

#[tokio::test]
async fn only_the_next_number_is_taken() {
    let shop = two_coins().await;
    for (position, seq, version) in [(3, 4, 3), (3, 2, 3), (4, 3, 3), (1, 3, 3), (3, 3, 1)] {
        let sql = insert("INSERT", position, seq, version);
        assert!(refused(&shop.store, &sql).await.contains("only the next event"), "{sql}");
    }
    behind_run(&shop.store, &insert("INSERT", 3, 3, 3)).await.unwrap();
}

#[tokio::test]
async fn a_device_writes_one_log_at_a_time() {
    let shop = two_coins().await;
    let sql = "INSERT INTO log (log_id, origin, state, opened_ms) VALUES (randomblob(16), 'own', 'open', 0)";
    assert!(refused(&shop.store, sql).await.contains("UNIQUE"));
    assert!(refused(&shop.store, "PRAGMA foreign_keys = ON; DELETE FROM log").await.contains("FOREIGN KEY"));
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let shop = two_coins().await;
    let mut reader = shop.store.reader().await.unwrap();
    let written = eventing::sqlx::query("DELETE FROM effect").execute(&mut *reader).await;
    assert!(written.unwrap_err().to_string().contains("readonly"));
}

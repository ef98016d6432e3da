//! A toy shop to run the journal with: coins drop into jars, a policy tallies, another one notes.

pub mod by_hand;
mod toy;

pub use toy::*;

use eventing::sqlx::{self, AssertSqlSafe, Connection, Row, SqliteConnection};
use eventing::{App, Begun, Durability, Fault, Gesture, Head, Options, Store, Txn};
use kernel::{CommandId, CorrelationId, Moment, Uuid};
use std::sync::Arc;
use tempfile::TempDir;

/// A folder and an open journal in it.
pub struct Shop {
    pub folder: TempDir,
    pub store: Store,
}

pub async fn shop(app: App) -> Shop {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder, app).await;
    Shop { folder, store }
}

pub async fn open(folder: &TempDir, app: App) -> Store {
    Store::open(&folder.path().join("t.db"), Arc::new(app), Options::default()).await.unwrap()
}

impl Shop {
    /// Stops cleanly and starts again, with another program.
    pub async fn restart(self, app: App) -> Self {
        self.store.close().await.unwrap();
        let store = open(&self.folder, app).await;
        Self { folder: self.folder, store }
    }
}

/// A gesture whose command id is `n`, at the toy's one moment.
pub fn gesture(n: u128) -> Gesture {
    let id = Uuid::from_u128(n);
    let at = Moment { command: CommandId(id), correlation: CorrelationId(id), ..eventing::testing::moment() };
    Gesture { name: "toy.drop", at, durability: Durability::Full, fingerprint: [7; 32] }
}

pub async fn begin(store: &Store, gesture: Gesture) -> Txn {
    match store.begin(gesture).await.unwrap() {
        Begun::Fresh(txn) => txn,
        Begun::Repeated(reply) => panic!("done before: {}", String::from_utf8_lossy(&reply)),
    }
}

/// Drops coins into a jar, in one commit.
pub async fn drop_coins(store: &Store, n: u128, jar: Uuid, cents: &[i64]) -> Head {
    let mut txn = begin(store, gesture(n)).await;
    txn.run::<Jar>(jar, JarCommand::Drop(cents.to_vec())).await.unwrap().unwrap();
    txn.commit(&"dropped").await.unwrap()
}

/// Tries to, and gives back what went wrong.
pub async fn fault_of(store: &Store, n: u128, jar: Uuid, cents: &[i64]) -> Fault {
    let mut txn = begin(store, gesture(n)).await;
    match txn.run::<Jar>(jar, JarCommand::Drop(cents.to_vec())).await {
        Err(fault) => fault,
        Ok(outcome) => {
            outcome.unwrap();
            txn.commit(&"dropped").await.unwrap_err()
        }
    }
}

pub async fn jar_state(store: &Store, jar: Uuid) -> JarState {
    store.state::<Jar>(jar).await.unwrap()
}

/// A connection behind the program's back.
pub async fn behind(store: &Store) -> SqliteConnection {
    SqliteConnection::connect(&format!("sqlite://{}", store.path().display())).await.unwrap()
}

/// Runs statements behind the program's back.
pub async fn behind_run(store: &Store, sql: &str) -> Result<(), sqlx::Error> {
    let mut connection = behind(store).await;
    let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await;
    connection.close().await.unwrap();
    done.map(|_| ())
}

/// The same, after taking away the triggers that guard the journal.
pub async fn tamper(store: &Store, sql: &str) {
    let mut connection = behind(store).await;
    for trigger in texts(&mut connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'").await {
        sqlx::raw_sql(AssertSqlSafe(format!("DROP TRIGGER {trigger}"))).execute(&mut connection).await.unwrap();
    }
    sqlx::raw_sql(AssertSqlSafe(format!("PRAGMA foreign_keys = OFF; {sql}"))).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// The first column of every row, as text.
pub async fn texts(connection: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(connection).await.unwrap();
    rows.iter().map(|row| row.get(0)).collect()
}

/// The same, through a reader of the store.
pub async fn read(store: &Store, sql: &str) -> Vec<String> {
    texts(&mut store.reader().await.unwrap(), sql).await
}

/// The stored names of every event, in order.
pub async fn types(store: &Store) -> Vec<String> {
    read(store, "SELECT type FROM event ORDER BY position").await
}

/// Everything that could have been written by a commit, counted.
pub async fn counts(store: &Store) -> String {
    read(
        store,
        "SELECT concat_ws(' ', (SELECT count(*) FROM event), (SELECT count(*) FROM commit_record), \
           (SELECT count(*) FROM outcome), (SELECT count(*) FROM effect), (SELECT count(*) FROM snapshot), \
           (SELECT count(*) FROM toy_jar))",
    )
    .await
    .remove(0)
}

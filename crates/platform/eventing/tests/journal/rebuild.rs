//! Views can be thrown away and made anew, and nobody sees a difference.

use crate::support::*;
use eventing::{App, On, Options, Progress, Stage, Store, View};
use kernel::Fact;
use std::sync::{Arc, Mutex};

const DUMP: &str = "SELECT concat_ws('|', 'jar', jar, cents, coins) FROM toy_jar UNION ALL \
     SELECT concat_ws('|', 'diary', position, at_ms, actor, approver, shift, payload) FROM toy_diary ORDER BY 1";

/// Several gestures with tallies, an emptied jar and a second actor.
async fn busy() -> Shop {
    let shop = shop(toy()).await;
    for n in 1..=30_u128 {
        let mut asked = gesture(n);
        asked.at.actor = kernel::OperatorId(kernel::Uuid::from_u128(n % 3));
        asked.at.shift = (n > 10).then_some(kernel::ShiftId(kernel::Uuid::from_u128(9)));
        let mut txn = begin(&shop.store, asked).await;
        let command = if n == 20 { JarCommand::Empty } else { JarCommand::Drop(vec![1, 2, 3]) };
        txn.run::<Jar>(JAR, command).await.unwrap().unwrap();
        txn.commit(&()).await.unwrap();
    }
    shop
}

#[tokio::test]
async fn views_made_anew_are_equal_row_by_row() {
    let shop = busy().await;
    let before = read(&shop.store, DUMP).await;
    assert_eq!(before.len(), 1 + 29 * 9);
    behind_run(&shop.store, "DELETE FROM toy_diary; UPDATE toy_jar SET cents = 0").await.unwrap();
    shop.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(read(&shop.store, DUMP).await, before);
    drop_coins(&shop.store, 100, JAR, &[5]).await;
}

static SECOND_JAR_VIEW: View = View {
    name: "toy_jar",
    version: 2,
    tables: &["toy_jar"],
    ddl: "CREATE TABLE toy_jar (jar TEXT PRIMARY KEY, coins_ever INTEGER NOT NULL) STRICT;",
    on: &[On::new(
        CoinDropped::TYPE,
        "INSERT INTO toy_jar SELECT value->>'$.p.jar', count(*) FROM json_each(?1) WHERE true GROUP BY 1 \
         ON CONFLICT (jar) DO UPDATE SET coins_ever = coins_ever + excluded.coins_ever",
    )],
};

fn second() -> App {
    App::default().decider::<Jar>().decider::<Tally>().view(&SECOND_JAR_VIEW)
}

#[tokio::test]
async fn a_view_of_another_version_is_made_anew_at_open() {
    let shop = busy().await.restart(second()).await;
    assert_eq!(read(&shop.store, "SELECT printf('%d', coins_ever) FROM toy_jar").await, ["87"]);
    assert_eq!(
        read(&shop.store, "SELECT name || version FROM view_version ORDER BY 1").await,
        ["toy_diary1", "toy_jar2"]
    );
}

#[tokio::test]
async fn a_view_of_the_same_version_is_left_alone_at_open() {
    let shop = busy().await;
    behind_run(&shop.store, "UPDATE toy_jar SET cents = 999999").await.unwrap();
    let shop = shop.restart(toy()).await;
    assert_eq!(read(&shop.store, "SELECT printf('%d', cents) FROM toy_jar").await, ["999999"]);
}

async fn reported(shop: Shop, app: App) -> Vec<Progress> {
    let path = shop.store.path().to_owned();
    shop.store.close().await.unwrap();
    let told = Mutex::new(Vec::new());
    let listen = |progress: Progress| told.lock().unwrap().push(progress);
    let options = Options { progress: Some(&listen), ..Options::default() };
    Store::open(&path, Arc::new(app), options).await.unwrap();
    told.into_inner().unwrap()
}

#[tokio::test]
async fn progress_is_reported_page_by_page() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &vec![1; 2_500]).await;
    let step = |done| Progress { stage: Stage::Rebuilding, done, total: 2_500 };
    assert_eq!(reported(shop, second()).await, [step(0), step(2_000), step(2_500)]);
}

#[tokio::test]
async fn nothing_is_reported_when_there_is_nothing_to_do() {
    assert_eq!(reported(busy().await, toy()).await, []);
}

static BROKEN_VIEW: View = View {
    name: "toy_jar",
    version: 3,
    tables: &["toy_jar"],
    ddl: "CREATE TABLE toy_jar (jar TEXT PRIMARY KEY) STRICT;",
    on: &[On::new(CoinDropped::TYPE, "INSERT INTO toy_jar SELECT NULL, 1 FROM json_each(?1)")],
};

#[tokio::test]
async fn a_view_that_cannot_be_made_leaves_the_old_one() {
    let shop = busy().await;
    let before = read(&shop.store, DUMP).await;
    let path = shop.store.path().to_owned();
    shop.store.close().await.unwrap();
    let app = App::default().decider::<Jar>().view(&BROKEN_VIEW);
    assert!(Store::open(&path, Arc::new(app), Options::default()).await.is_err());
    let store = Store::open(&path, Arc::new(toy()), Options::default()).await.unwrap();
    assert_eq!(read(&store, DUMP).await, before);
}

/// Only coins of more than a cent, and only their size.
static SHAPED_VIEW: View = View {
    name: "toy_big",
    version: 1,
    tables: &["toy_big"],
    ddl: "CREATE TABLE toy_big (position INTEGER PRIMARY KEY, size TEXT NOT NULL) STRICT;",
    on: &[On::shaped(
        CoinDropped::TYPE,
        "INSERT INTO toy_big SELECT value->>'$.position', value->>'$.p' FROM json_each(?1)",
        |payload| {
            let coin: CoinDropped = serde_json::from_slice(payload).ok()?;
            (coin.cents > 1).then(|| format!("\"{} cents\"", coin.cents))
        },
    )],
};

#[tokio::test]
async fn a_view_may_shape_what_it_reads_and_leave_events_out() {
    let shop = shop(jars().view(&SHAPED_VIEW)).await;
    drop_coins(&shop.store, 1, JAR, &[1, 50, 1, 20]).await;
    let dump = "SELECT position || ' ' || size FROM toy_big ORDER BY position";
    assert_eq!(read(&shop.store, dump).await, ["2 50 cents", "4 20 cents"]);
    shop.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(read(&shop.store, dump).await, ["2 50 cents", "4 20 cents"]);
}

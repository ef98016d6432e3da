//! Old payloads read as the current shape; what is newer than the program stops its own stream and nothing else.

use crate::support::*;
use eventing::{App, Decider, Fault, Loaded, Need, On, Options, Policy, Reaction, View};
use kernel::{Fact, Moment, Uuid};
use serde::{Deserialize, Serialize};

const SCALE: Uuid = Uuid::from_u128(0xc1);

/// What the first version of the program recorded.
mod v1 {
    eventing::fact! {
        Weighed, "toy.scale.weighed", v 1, { kilos: i64 }
    }
    eventing::events! {
        pub enum ScaleEvent { Weighed }
    }
}

/// What it records now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Weighed {
    grams: i64,
}

impl Fact for Weighed {
    const TYPE: &'static str = "toy.scale.weighed";
    const VERSION: u16 = 2;

    fn upcast(_: u16, mut payload: serde_json::Value) -> serde_json::Value {
        let kilos = payload["kilos"].take().as_i64().unwrap_or_default();
        serde_json::json!({ "grams": kilos * 1_000 })
    }
}

eventing::fact! {
    Broken, "toy.scale.broken", v 1, { by: String }
}
eventing::events! {
    pub enum ScaleEvent { Weighed }
}
eventing::events! {
    pub enum NewScaleEvent { Weighed, Broken }
}

/// One scale for each version of the program.
macro_rules! scale {
    ($name:ident, $event:ty, $weighed:expr, $grams:expr) => {
        struct $name;

        impl Decider for $name {
            const KIND: &'static str = "toy.scale";
            const FOLD_VERSION: u16 = 1;
            type State = i64;
            type Command = i64;
            type Event = $event;
            type Rejection = NotACoin;

            fn decide(_: &i64, weight: i64, _: &Moment) -> Result<Vec<$event>, NotACoin> {
                Ok($weighed(weight))
            }

            fn evolve(state: i64, event: &$event) -> i64 {
                state + $grams(event)
            }
        }
    };
}

scale!(OldScale, v1::ScaleEvent, |kilos| vec![v1::Weighed { kilos }.into()], |event: &v1::ScaleEvent| match event {
    v1::ScaleEvent::Weighed(weighed) => weighed.kilos * 1_000,
});
scale!(Scale, ScaleEvent, |grams| vec![Weighed { grams }.into()], |event: &ScaleEvent| match event {
    ScaleEvent::Weighed(weighed) => weighed.grams,
});
scale!(
    NewScale,
    NewScaleEvent,
    |_| vec![Broken { by: "a cat".to_owned() }.into()],
    |event: &NewScaleEvent| match event {
        NewScaleEvent::Weighed(weighed) => weighed.grams,
        NewScaleEvent::Broken(_) => 0,
    }
);

/// Tells what it finds on the scale.
struct WhenCoinDroppedWeigh;

impl Policy for WhenCoinDroppedWeigh {
    type On = CoinDropped;
    const NAME: &'static str = "toy.when_coin_dropped_weigh";
    const RECORDS: &'static [&'static str] = &[Noted::TYPE];

    fn needs(_: &CoinDropped) -> Vec<Need> {
        vec![Need::stream::<Scale>(SCALE), Need::stream::<Tally>(TALLY)]
    }

    fn react(_: &CoinDropped, _: &Moment, loaded: &Loaded<'_>) -> Reaction {
        let text = format!("{} g", loaded.state::<Scale>(SCALE));
        Reaction::append::<Tally>(TALLY, vec![Noted { text }.into()])
    }
}

static SCALE_VIEW: View = View {
    name: "toy_scale",
    version: 1,
    tables: &["toy_scale"],
    ddl: "CREATE TABLE toy_scale (position INTEGER PRIMARY KEY, grams INTEGER NOT NULL) STRICT;",
    on: &[On::new(
        Weighed::TYPE,
        "INSERT INTO toy_scale SELECT value->>'$.position', value->>'$.p.grams' FROM json_each(?1)",
    )],
};

fn now() -> App {
    jars().decider::<Scale>().decider::<Tally>().view(&SCALE_VIEW).view(&DIARY_VIEW).policy::<WhenCoinDroppedWeigh>()
}

async fn weigh<D: Decider<Command = i64>>(shop: &Shop, n: u128, weight: i64) -> Result<(), Fault>
where
    D::Rejection: std::fmt::Debug,
{
    let mut txn = begin(&shop.store, gesture(n)).await;
    txn.run::<D>(SCALE, weight).await?.unwrap();
    txn.commit(&()).await.map(|_| ())
}

/// A journal that began with the first version of the program and goes on with the current one.
async fn grown() -> Shop {
    let old = shop(jars().decider::<OldScale>()).await;
    weigh::<OldScale>(&old, 1, 3).await.unwrap();
    let shop = old.restart(now()).await;
    weigh::<Scale>(&shop, 2, 250).await.unwrap();
    shop
}

#[tokio::test]
async fn an_old_payload_reads_as_the_current_shape_in_folds_and_facts() {
    let shop = grown().await;
    assert_eq!(shop.store.state::<Scale>(SCALE).await.unwrap(), 3_250);
    let rows = shop.store.events_after(0, 10).await.unwrap();
    assert_eq!(
        (rows[0].schema_version, rows[0].payload.as_slice()),
        (1, b"{\"kilos\":3}".as_slice()),
        "as it was written"
    );
    let facts: Vec<_> = rows.iter().filter_map(|row| row.fact::<Weighed>(shop.store.app())).collect();
    assert_eq!(facts, [Weighed { grams: 3_000 }, Weighed { grams: 250 }]);
}

#[tokio::test]
async fn an_old_payload_reads_as_the_current_shape_in_policies() {
    let shop = grown().await;
    drop_coins(&shop.store, 3, JAR, &[1]).await;
    assert_eq!(
        read(&shop.store, "SELECT payload->>'$.text' FROM toy_diary WHERE payload LIKE '%text%'").await,
        ["3250 g"]
    );
}

#[tokio::test]
async fn an_old_payload_reads_as_the_current_shape_in_views() {
    let shop = grown().await;
    let grams = "SELECT printf('%d', grams) FROM toy_scale ORDER BY position";
    assert_eq!(
        read(&shop.store, grams).await,
        ["3000", "250"],
        "the view was made when the new program opened the file"
    );
    shop.store.rebuild(&Options::default()).await.unwrap();
    assert_eq!(read(&shop.store, grams).await, ["3000", "250"]);
}

/// A journal in which a newer program broke the scale, opened again by this one. The scale has 70 more weighings.
async fn broken() -> Shop {
    let shop = grown().await.restart(jars().decider::<NewScale>()).await;
    weigh::<NewScale>(&shop, 3, 0).await.unwrap();
    shop.restart(now()).await
}

#[tokio::test]
async fn a_stream_with_an_unknown_type_takes_no_command() {
    let shop = broken().await;
    let fault = weigh::<Scale>(&shop, 4, 1).await.unwrap_err();
    assert_eq!(fault.code().0, "SYS-004");
    assert_eq!(fault.to_string(), "toy.scale holds toy.scale.broken, which needs a newer version of the program");
}

#[tokio::test]
async fn other_streams_go_on_and_nothing_is_dropped() {
    let shop = broken().await;
    drop_coins(&shop.store, 4, JAR, &[50]).await;
    assert_eq!(jar_state(&shop.store, JAR).await.cents, 50);
    let found = shop.store.verify().await.unwrap();
    assert_eq!((found.events, found.bad), (5, None));
    shop.store.rebuild(&Options::default()).await.unwrap();
    let shop = shop.restart(jars().decider::<NewScale>()).await;
    assert_eq!(shop.store.state::<NewScale>(SCALE).await.unwrap(), 3_250);
}

#[tokio::test]
async fn a_stream_with_an_unknown_type_gets_no_snapshot() {
    let shop = grown().await.restart(jars().decider::<NewScale>()).await;
    for n in 3..70 {
        weigh::<NewScale>(&shop, n, 0).await.unwrap();
    }
    behind_run(&shop.store, "DELETE FROM snapshot").await.unwrap();
    let shop = shop.restart(now()).await;
    drop_coins(&shop.store, 70, JAR, &[1]).await;
    assert_eq!(read(&shop.store, "SELECT kind FROM snapshot").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_newer_version_of_a_known_type_counts_as_unknown() {
    let shop = grown().await.restart(jars().decider::<OldScale>()).await;
    let fault = weigh::<OldScale>(&shop, 3, 1).await.unwrap_err();
    assert_eq!(fault.code().0, "SYS-004");
}

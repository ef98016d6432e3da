//! What a gesture names is read in the call that opens its transaction.

use crate::support::*;
use eventing::{Begun, Need, Store, Txn};

static CENTS: &str = "SELECT json(cents) FROM toy_jar WHERE jar = ?1";

fn cents() -> Need {
    Need::rows("toy_jar", CENTS, JAR.to_string())
}

async fn begin_reading(store: &Store, n: u128, reads: Vec<Need>) -> Txn {
    match store.begin_reading(gesture(n), |_| reads).await.unwrap() {
        Begun::Fresh(txn) => txn,
        Begun::Repeated(_) => panic!("done before"),
    }
}

#[tokio::test]
async fn named_streams_and_rows_are_as_the_file_has_them() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50, 20]).await;
    let shop = shop.restart(jars()).await;
    let reads = vec![Need::stream::<Jar>(JAR), Need::stream::<Jar>(OTHER_JAR), cents(), Need::stream::<Jar>(JAR)];
    let mut txn = begin_reading(&shop.store, 2, reads).await;
    assert_eq!(txn.state::<Jar>(JAR).await.unwrap(), &JarState { cents: 70, coins: 2 });
    assert_eq!(txn.version::<Jar>(JAR).await.unwrap(), 2);
    assert_eq!(txn.version::<Jar>(OTHER_JAR).await.unwrap(), 0);
    assert_eq!(txn.rows::<i64>("toy_jar", CENTS, JAR.to_string()).await.unwrap(), [70]);
    assert!(txn.rows::<i64>("toy_jar", CENTS, OTHER_JAR.to_string()).await.unwrap().is_empty(), "of another jar");
    txn.rollback().await;
}

#[tokio::test]
async fn named_rows_are_asked_again_once_something_concerns_them() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let mut txn = begin_reading(&shop.store, 2, vec![cents()]).await;
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![20])).await.unwrap().unwrap();
    assert_eq!(txn.rows::<i64>("toy_jar", CENTS, JAR.to_string()).await.unwrap(), [70]);
    assert_eq!(txn.rows::<i64>("toy_jar", CENTS, JAR.to_string()).await.unwrap(), [70], "when the view was told, too");
    txn.commit(&()).await.unwrap();
}

#[tokio::test]
async fn what_is_named_may_depend_on_the_streams_that_are_kept() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let mut kept_cents = None;
    let begun = shop.store.begin_reading(gesture(2), |kept| {
        kept_cents = kept.state::<Jar>(JAR).map(|jar| jar.cents);
        assert!(kept.state::<Jar>(OTHER_JAR).is_none());
        vec![Need::stream::<Jar>(JAR)]
    });
    let Begun::Fresh(mut txn) = begun.await.unwrap() else { panic!("done before") };
    assert_eq!(txn.state::<Jar>(JAR).await.unwrap().cents, 50);
    txn.rollback().await;
    assert_eq!(kept_cents, Some(50));
}

#[tokio::test]
async fn a_named_stream_with_a_bent_snapshot_is_folded_from_its_events() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[1; 100]).await;
    tamper(&shop.store, "UPDATE snapshot SET state = x'00'").await;
    let shop = shop.restart(jars()).await;
    let mut txn = begin_reading(&shop.store, 2, vec![Need::stream::<Jar>(JAR)]).await;
    assert_eq!(txn.state::<Jar>(JAR).await.unwrap(), &JarState { cents: 100, coins: 100 });
    txn.rollback().await;
}

#[tokio::test]
async fn a_repeat_gets_its_reply_whatever_it_names() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let shop = shop.restart(jars()).await;
    let again = shop.store.begin_reading(gesture(1), |_| vec![Need::stream::<Jar>(JAR), cents()]).await.unwrap();
    assert!(matches!(again, Begun::Repeated(reply) if reply == b"\"dropped\""));
}

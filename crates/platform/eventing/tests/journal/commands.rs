//! Asking twice does nothing twice.

use crate::support::*;
use eventing::{Begun, Fault, Gesture};

#[tokio::test]
async fn the_same_command_again_gets_the_first_reply_and_records_nothing() {
    let shop = shop(toy()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let before = counts(&shop.store).await;
    let Begun::Repeated(reply) = shop.store.begin(gesture(1)).await.unwrap() else { panic!("it was done before") };
    assert_eq!(reply, b"\"dropped\"");
    assert_eq!(counts(&shop.store).await, before);
    drop_coins(&shop.store, 2, JAR, &[20]).await;
}

#[tokio::test]
async fn the_first_reply_survives_a_restart() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let shop = shop.restart(jars()).await;
    assert!(matches!(shop.store.begin(gesture(1)).await.unwrap(), Begun::Repeated(_)));
}

#[tokio::test]
async fn a_command_id_with_other_content_is_an_error() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let Err(fault) = shop.store.begin(Gesture { fingerprint: [8; 32], ..gesture(1) }).await else {
        panic!("it was used for something else")
    };
    assert!(matches!(fault, Fault::CommandReused));
    assert_eq!(fault.code().0, "SYS-005");
    drop_coins(&shop.store, 2, JAR, &[20]).await;
}

#[tokio::test]
async fn a_refused_command_may_come_again() {
    let shop = shop(jars()).await;
    let mut txn = begin(&shop.store, gesture(1)).await;
    txn.run::<Jar>(JAR, JarCommand::Drop(vec![-1])).await.unwrap().unwrap_err();
    txn.rollback().await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
}

#[tokio::test]
async fn a_gesture_that_records_nothing_still_has_a_reply() {
    let shop = shop(jars()).await;
    let before = shop.store.head().await;
    assert_eq!(drop_coins(&shop.store, 1, JAR, &[]).await, before);
    assert!(matches!(shop.store.begin(gesture(1)).await.unwrap(), Begun::Repeated(_)));
}

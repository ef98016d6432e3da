//! What is said of a file before anybody may write to it.

use crate::support::*;
use eventing::{OpenError, Options, Progress, Stage, Store};
use std::path::Path;
use std::sync::{Arc, Mutex};

async fn refused(path: &Path) -> OpenError {
    match Store::open(path, Arc::new(jars()), Options::default()).await {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => error,
    }
}

#[tokio::test]
async fn a_file_of_a_newer_program_is_refused_and_left_alone() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'later', 1, x'00', 0)";
    behind_run(&shop.store, newer).await.unwrap();
    let path = shop.store.path().to_owned();
    shop.store.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    let error = refused(&path).await;
    assert!(matches!(error, OpenError::Newer), "{error}");
    assert_eq!(error.code().0, "SYS-011");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.db");
    let garbage = "this is a shopping list, not a journal. ".repeat(100);
    std::fs::write(&path, &garbage).unwrap();
    let error = refused(&path).await;
    assert_eq!(error.code().0, "SYS-006", "{error}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), garbage);
}

#[tokio::test]
async fn a_database_of_another_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.db");
    let url = format!("sqlite://{}?mode=rwc", path.display());
    let mut connection = <eventing::sqlx::SqliteConnection as eventing::sqlx::Connection>::connect(&url).await.unwrap();
    eventing::sqlx::raw_sql("CREATE TABLE log (line TEXT)").execute(&mut connection).await.unwrap();
    drop(connection);
    let error = refused(&path).await;
    assert_eq!(error.code().0, "SYS-012", "{error}");
}

#[tokio::test]
async fn a_cut_file_is_refused() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[1; 2_000]).await;
    let path = shop.store.path().to_owned();
    shop.store.close().await.unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let error = refused(&path).await;
    assert_eq!(error.code().0, "SYS-006", "{error}");
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_a_coded_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "in the way").unwrap();
    for path in [file.join("t.db"), folder.path().join("missing").join("t.db"), folder.path().to_owned()] {
        let error = refused(&path).await;
        assert!(matches!(error, OpenError::ReadOnly(_)), "{error}");
        assert_eq!(error.code().0, "SYS-003");
    }
}

/// Opens and says whether the last stop was clean, and what was reported.
async fn opened(folder: &tempfile::TempDir) -> (Store, bool, Vec<Stage>) {
    let told = Mutex::new(Vec::new());
    let listen = |progress: Progress| told.lock().unwrap().push(progress.stage);
    let options = Options { progress: Some(&listen), ..Options::default() };
    let store = Store::open(&folder.path().join("t.db"), Arc::new(jars()), options).await.unwrap();
    let was_clean = store.was_clean();
    (store, was_clean, told.into_inner().unwrap())
}

#[tokio::test]
async fn a_stop_without_close_is_unclean_and_the_next_start_checks_the_file() {
    let Shop { folder, store } = shop(jars()).await;
    assert!(store.was_clean(), "a new file was never stopped");
    drop_coins(&store, 1, JAR, &[50]).await;
    drop(store);

    let (store, was_clean, told) = opened(&folder).await;
    assert_eq!((was_clean, told), (false, vec![Stage::Checking, Stage::Verifying, Stage::Verifying]));
    assert_eq!(jar_state(&store, JAR).await.cents, 50);
    store.close().await.unwrap();

    let (_, was_clean, told) = opened(&folder).await;
    assert_eq!((was_clean, told), (true, vec![]));
}

#[tokio::test]
async fn a_gesture_that_was_left_open_does_not_hinder_closing() {
    let Shop { folder, store } = shop(jars()).await;
    drop(begin(&store, gesture(1)).await);
    store.close().await.unwrap();
    assert!(opened(&folder).await.1);
}

#[tokio::test]
async fn closing_leaves_one_file() {
    let shop = shop(jars()).await;
    drop_coins(&shop.store, 1, JAR, &[50]).await;
    shop.store.close().await.unwrap();
    let files: Vec<_> = std::fs::read_dir(shop.folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["t.db"]);
}

#[tokio::test]
async fn nothing_is_written_after_closing() {
    let shop = shop(jars()).await;
    let other = shop.store.clone();
    shop.store.close().await.unwrap();
    assert!(other.begin(gesture(1)).await.is_err());
    assert!(other.reader().await.is_err());
}

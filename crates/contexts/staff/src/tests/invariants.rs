use super::views::{run, shop};
use super::*;
use eventing::Store;
use eventing::sqlx::{self, Connection, Row, SqliteConnection};

async fn offences(store: &Store) -> Vec<String> {
    let mut reader = store.reader().await.unwrap();
    let mut found = Vec::new();
    for invariant in INVARIANTS {
        for row in sqlx::query(invariant.sql).fetch_all(&mut *reader).await.unwrap() {
            found.push(format!("{}: {}", invariant.name, row.get::<String, _>(0)));
        }
    }
    found
}

/// Bends a row behind the program's back.
async fn bend(store: &Store, sql: &'static str) {
    let url = format!("sqlite://{}", store.path().display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    sqlx::query(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn a_shop_as_the_journal_has_it_offends_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = shop(&folder).await;
    let assign = AssignRole { role: role(MANAGER), others_who_edit_staff: 1 };
    run::<Operator>(&store, MARIA.0, OperatorCommand::AssignRole(assign)).await;
    let leave = DeactivateOperator { others_who_edit_staff: 1 };
    run::<Operator>(&store, MARIA.0, OperatorCommand::Deactivate(leave)).await;
    assert_eq!(offences(&store).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_bent_operator_is_named() {
    let maria = format!("operators are as the journal has them: operator {MARIA}");
    for sql in [
        "UPDATE staff_operator SET active = 0 WHERE name = 'Maria'",
        "UPDATE staff_operator SET has_pin = 0 WHERE name = 'Maria'",
        "UPDATE staff_operator SET role = (SELECT role FROM staff_role WHERE name = 'manager') WHERE name = 'Maria'",
        "DELETE FROM staff_operator WHERE name = 'Maria'",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let store = shop(&folder).await;
        bend(&store, sql).await;
        assert_eq!(offences(&store).await, [maria.as_str()], "{sql}");
    }
}

#[tokio::test]
async fn a_role_that_vanished_is_named_by_its_holders() {
    let folder = tempfile::tempdir().unwrap();
    let store = shop(&folder).await;
    bend(&store, "DELETE FROM staff_role WHERE name = 'cashier'").await;
    assert_eq!(offences(&store).await, [format!("every operator's role is defined: operator {MARIA}")]);
}

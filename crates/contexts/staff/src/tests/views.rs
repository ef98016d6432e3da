use super::*;
use eventing::testing::moment;
use eventing::{App, Begun, Decider, Durability, Gesture, Options, Store};
use kernel::{CommandId, CorrelationId, Moment};
use std::sync::Arc;

/// A shop with its built-in roles and operators, a manager and a cashier, both with PINs.
pub(super) async fn shop(folder: &tempfile::TempDir) -> Store {
    let app = Arc::new(register(App::default()));
    let store = Store::open(&folder.path().join("t.db"), app, Options::default()).await.unwrap();
    for define in built_in_roles() {
        run::<Role>(&store, define.role.0, RoleCommand::Define(define)).await;
    }
    for add in built_in_operators() {
        run::<Operator>(&store, add.operator.0, OperatorCommand::Add(add)).await;
    }
    for (operator, name, role_id, digits) in [(MARIA, "Maria", CASHIER, 6), (ELENI, "Eleni", MANAGER, 6)] {
        let role = role(role_id);
        let add = AddOperator { operator, name: name.to_owned(), initials: None, role: role.clone() };
        run::<Operator>(&store, operator.0, OperatorCommand::Add(add)).await;
        let change = ChangePin { verifier_id: Uuid::from_u128(900), digits, role };
        run::<Operator>(&store, operator.0, OperatorCommand::ChangePin(change)).await;
    }
    store
}

pub(super) async fn run<D: Decider<Rejection = Rejection>>(store: &Store, id: Uuid, command: D::Command) {
    let command_id = Uuid::new_v5(&id, &store.head().await.seq.to_be_bytes());
    let at = Moment { command: CommandId(command_id), correlation: CorrelationId(command_id), ..moment() };
    let gesture = Gesture { name: "test", at, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = store.begin(gesture).await.unwrap() else { panic!("a new command") };
    txn.run::<D>(id, command).await.unwrap().unwrap();
    txn.commit(&()).await.unwrap();
}

#[tokio::test]
async fn people_are_listed_with_their_roles_and_the_built_in_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let store = shop(&folder).await;
    let mut reader = store.reader().await.unwrap();
    let found = list_operators(&mut reader).await.unwrap();
    let row = |operator, name: &str, initials: &str, role, role_name: &str| OperatorRow {
        operator,
        name: name.to_owned(),
        initials: initials.to_owned(),
        role,
        role_name: role_name.to_owned(),
        active: true,
        has_pin: true,
    };
    assert_eq!(found, [row(ELENI, "Eleni", "E", MANAGER, "manager"), row(MARIA, "Maria", "M", CASHIER, "cashier")]);
    let replay = find_operator(&mut reader, REPLAY).await.unwrap().unwrap();
    assert_eq!((replay.role_name.as_str(), replay.has_pin), ("replay", false));
    assert_eq!(find_operator(&mut reader, OperatorId(Uuid::from_u128(4))).await.unwrap(), None);
}

#[tokio::test]
async fn somebody_who_left_is_listed_last_and_no_longer_counts() {
    let folder = tempfile::tempdir().unwrap();
    let store = shop(&folder).await;
    let mut reader = store.reader().await.unwrap();
    assert_eq!(count_others_who_edit_staff(&mut reader, MARIA).await.unwrap(), 1);
    assert_eq!(count_others_who_edit_staff(&mut reader, ELENI).await.unwrap(), 0);

    let assign = AssignRole { role: role(MANAGER), others_who_edit_staff: 1 };
    run::<Operator>(&store, MARIA.0, OperatorCommand::AssignRole(assign)).await;
    assert_eq!(count_others_who_edit_staff(&mut reader, ELENI).await.unwrap(), 1);

    let leave = DeactivateOperator { others_who_edit_staff: 1 };
    run::<Operator>(&store, ELENI.0, OperatorCommand::Deactivate(leave)).await;
    assert_eq!(count_others_who_edit_staff(&mut reader, MARIA).await.unwrap(), 0);
    let found = list_operators(&mut reader).await.unwrap();
    let short: Vec<_> = found.iter().map(|row| (row.name.as_str(), row.role_name.as_str(), row.active)).collect();
    assert_eq!(short, [("Maria", "manager", true), ("Eleni", "manager", false)]);
}

#[tokio::test]
async fn roles_are_listed_with_what_they_hold() {
    let folder = tempfile::tempdir().unwrap();
    let store = shop(&folder).await;
    let mut reader = store.reader().await.unwrap();
    let names: Vec<String> = list_roles(&mut reader).await.unwrap().into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["cashier", "manager", "replay", "system"]);

    let narrowed = DefineRole { role: CASHIER, name: "till".to_owned(), grants: vec![Grant::of(Permission::Sell)] };
    run::<Role>(&store, CASHIER.0, RoleCommand::Define(narrowed)).await;
    let till = find_role(&mut reader, CASHIER).await.unwrap().unwrap();
    assert_eq!((till.name.as_str(), till.grants.len(), till.least_pin_digits), ("till", 1, 4));
}

#[tokio::test]
async fn views_made_anew_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let store = shop(&folder).await;
    let assign = AssignRole { role: role(MANAGER), others_who_edit_staff: 1 };
    run::<Operator>(&store, MARIA.0, OperatorCommand::AssignRole(assign)).await;
    let mut reader = store.reader().await.unwrap();
    let before = (list_operators(&mut reader).await.unwrap(), list_roles(&mut reader).await.unwrap());
    store.rebuild(&Options::default()).await.unwrap();
    assert_eq!((list_operators(&mut reader).await.unwrap(), list_roles(&mut reader).await.unwrap()), before);
}

#[tokio::test]
async fn a_lock_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let store = shop(&folder).await;
    let stream = sign_on_stream(MARIA, REGISTER);
    for _ in 0..5 {
        let wrong = RecordWrongPin { operator: MARIA, register: REGISTER, offered: Offered::Pin };
        run::<SignOn>(&store, stream, SignOnCommand::WrongPin(wrong)).await;
    }
    store.close().await.unwrap();

    let app = Arc::new(register(App::default()));
    let store = Store::open(&folder.path().join("t.db"), app, Options::default()).await.unwrap();
    let hour_back = Moment { now_ms: moment().now_ms - 3_600_000, highest_ms: 0, ..moment() };
    let gesture = Gesture { name: "test", at: hour_back, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = store.begin(gesture).await.unwrap() else { panic!("a new command") };
    let state = txn.state::<SignOn>(stream).await.unwrap().clone();
    assert_eq!(lock_left(&state, txn.at()), Some(60_000));
    txn.rollback().await;
}

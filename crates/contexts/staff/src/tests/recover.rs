use super::*;
use eventing::testing::{given, moment};
use kernel::Coded;

const CODE: Uuid = Uuid::from_u128(70);
const NEW_PIN: Uuid = Uuid::from_u128(71);

fn history(role: RoleId) -> Vec<OperatorEvent> {
    vec![
        OperatorAdded { operator: MARIA, name: "Maria".to_owned(), initials: "M".to_owned(), role }.into(),
        PinChanged { operator: MARIA, verifier_id: Uuid::from_u128(900), digits: 6 }.into(),
        RecoveryCodeIssued { operator: MARIA, verifier_id: CODE }.into(),
    ]
}

fn recover(code: Uuid, digits: u8, of: RoleId) -> OperatorCommand {
    let (verifier_id, role) = (NEW_PIN, role(of));
    OperatorCommand::Recover(Recover { code_verifier_id: code, verifier_id, digits, role })
}

fn used() -> [OperatorEvent; 2] {
    [
        RecoveryCodeUsed { operator: MARIA, verifier_id: CODE }.into(),
        PinChanged { operator: MARIA, verifier_id: NEW_PIN, digits: 6 }.into(),
    ]
}

#[test]
fn a_recovery_code_gives_a_new_pin_once() {
    let state = given::<Operator>(history(MANAGER)).when(recover(CODE, 6, MANAGER)).then(used());
    assert_eq!(state.pin().unwrap(), Pin { verifier_id: NEW_PIN, digits: 6 });
    assert_eq!(state.recovery(), Err(Rejection::NoRecoveryCode));
    assert_eq!(Rejection::NoRecoveryCode.code().0, "STF-015");
    let again = [history(MANAGER), used().to_vec()].concat();
    given::<Operator>(again).when(recover(CODE, 6, MANAGER)).then_refused(Rejection::NoRecoveryCode);
}

#[test]
fn a_code_that_was_replaced_holds_no_more() {
    let older = Uuid::from_u128(69);
    given::<Operator>(history(MANAGER)).when(recover(older, 6, MANAGER)).then_refused(Rejection::NoRecoveryCode);
}

#[test]
fn the_new_pin_is_as_long_as_the_role_asks() {
    let short = Rejection::PinLength { least: 6, most: 12 };
    given::<Operator>(history(MANAGER)).when(recover(CODE, 5, MANAGER)).then_refused(short);
    given::<Operator>(history(MANAGER)).when(recover(CODE, 4, CASHIER)).then_refused(Rejection::RoleNotDefined);
}

#[test]
fn somebody_who_left_recovers_nothing() {
    let left = [history(MANAGER), vec![OperatorDeactivated { operator: MARIA }.into()]].concat();
    given::<Operator>(left).when(recover(CODE, 6, MANAGER)).then_refused(Rejection::NotActive);
}

#[test]
fn wrong_codes_are_counted_apart_from_pins_and_lock_alike() {
    assert_ne!(recovery_stream(MARIA, REGISTER), sign_on_stream(MARIA, REGISTER));
    let offered = Offered::RecoveryCode;
    let wrong = || SignOnCommand::WrongPin(RecordWrongPin { operator: MARIA, register: REGISTER, offered });
    let refused = |tries, locked_until_ms| {
        SignOnEvent::from(PinRefused { operator: MARIA, register: REGISTER, tries, locked_until_ms, offered })
    };
    let state = given::<SignOn>([]).when(wrong()).then([refused(1, None)]);
    let told = code_refusal(&state, &moment());
    assert_eq!((told.code().0, told), ("STF-016", Rejection::WrongRecoveryCode { tries_left: 4 }));
    let until = moment().highest_ms + 60_000;
    let state = given::<SignOn>([refused(4, None)]).when(wrong()).then([refused(5, Some(until))]);
    assert_eq!(code_refusal(&state, &moment()).code().0, "STF-003");
}

#[test]
fn a_new_pin_forgives_the_wrong_ones_even_while_locked() {
    let forgive = || SignOnCommand::Forgive(Forgive { operator: MARIA, register: REGISTER });
    let locked = PinRefused {
        operator: MARIA,
        register: REGISTER,
        tries: 5,
        locked_until_ms: Some(moment().highest_ms + 60_000),
        offered: Offered::Pin,
    };
    let accepted = PinAccepted { operator: MARIA, register: REGISTER };
    let state = given::<SignOn>([locked.into()]).when(forgive()).then([accepted.into()]);
    assert_eq!(state.lock, Lock::default());
    given::<SignOn>([]).when(forgive()).then_nothing();
}

#[test]
fn a_fact_from_before_recovery_codes_means_a_pin() {
    let stored = format!(r#"{{"operator":"{MARIA}","register":"{REGISTER}","tries":1,"locked_until_ms":null}}"#);
    let refused: PinRefused = serde_json::from_str(&stored).unwrap();
    assert_eq!(refused.offered, Offered::Pin);
    assert_eq!(serde_json::to_string(&refused).unwrap(), stored);
}

#[test]
fn a_code_is_shown_once() {
    assert_eq!(Rejection::RecoveryCodeShownOnce.code().0, "STF-017");
}

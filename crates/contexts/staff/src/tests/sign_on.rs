use super::*;
use eventing::testing::{given, moment};
use kernel::{Coded, Moment};

const MINUTE_MS: i64 = 60_000;

fn later(ms: i64) -> Moment {
    let now = moment();
    Moment { now_ms: now.now_ms + ms, highest_ms: now.highest_ms + ms, ..now }
}

fn wrong() -> SignOnCommand {
    SignOnCommand::WrongPin(RecordWrongPin { operator: MARIA, register: REGISTER, offered: Offered::Pin })
}

fn sign_on(standing: OperatorState) -> SignOnCommand {
    SignOnCommand::SignOn(RecordSignOn { operator: MARIA, register: REGISTER, standing })
}

fn right_pin() -> SignOnCommand {
    SignOnCommand::RightPin(RecordRightPin { operator: MARIA, register: REGISTER })
}

fn refused(tries: u32, locked_for_ms: Option<i64>) -> SignOnEvent {
    let locked_until_ms = locked_for_ms.map(|wait| moment().highest_ms + wait);
    PinRefused { operator: MARIA, register: REGISTER, tries, locked_until_ms, offered: Offered::Pin }.into()
}

fn signed_on() -> SignOnEvent {
    SignedOn { operator: MARIA, register: REGISTER }.into()
}

fn locked(seconds_left: u64, until_ms: i64) -> Rejection {
    Rejection::Locked { until_ms: moment().highest_ms + until_ms, seconds_left }
}

#[test]
fn the_right_pin_signs_on() {
    let state = given::<SignOn>([]).when(sign_on(working(MARIA, CASHIER))).then([signed_on()]);
    assert_eq!(state.presence, Presence::On);
}

#[test]
fn nobody_signs_on_who_does_not_work_here() {
    given::<SignOn>([]).when(sign_on(gone(MARIA))).then_refused(Rejection::NotActive);
    given::<SignOn>([]).when(sign_on(OperatorState::Unknown)).then_refused(Rejection::NotActive);
    given::<SignOn>([]).when(sign_on(working(ELENI, CASHIER))).then_refused(Rejection::NotActive);
}

#[test]
fn nobody_signs_on_without_a_pin() {
    given::<SignOn>([]).when(sign_on(without_pin(MARIA))).then_refused(Rejection::NoPin);
}

#[test]
fn signing_off_leaves_the_register_and_keeps_the_count() {
    let off = || SignOnCommand::SignOff(SignOff { operator: MARIA, register: REGISTER });
    let left = SignedOff { operator: MARIA, register: REGISTER };
    let history = [signed_on(), refused(1, None)];
    let state = given::<SignOn>(history).when(off()).then([left.into()]);
    assert_eq!(state, SignOnState { presence: Presence::Off, lock: Lock::Open { wrong: 1 } });
    given::<SignOn>([]).when(off()).then_nothing();
}

#[test]
fn a_wrong_pin_is_a_fact_and_counts() {
    let state = given::<SignOn>([refused(1, None)]).when(wrong()).then([refused(2, None)]);
    let told = pin_refusal(&state, &moment());
    assert_eq!((told.code().0, told), ("STF-004", Rejection::WrongPin { tries_left: 3 }));
}

#[test]
fn the_right_pin_forgets_the_wrong_ones() {
    given::<SignOn>([refused(4, None), signed_on()]).when(wrong()).then([refused(1, None)]);
}

#[test]
fn the_right_pin_of_an_approval_forgets_them_too() {
    let accepted = PinAccepted { operator: MARIA, register: REGISTER };
    let state = given::<SignOn>([refused(4, None)]).when(right_pin()).then([accepted.into()]);
    assert_eq!(state, SignOnState::default(), "an approver is not signed on by approving");
    given::<SignOn>([]).when(right_pin()).then_nothing();
}

#[test]
fn the_fifth_wrong_pin_locks_for_a_minute() {
    let state = given::<SignOn>([refused(4, None)]).when(wrong()).then([refused(5, Some(MINUTE_MS))]);
    assert_eq!(lock_left(&state, &moment()), Some(MINUTE_MS));
    assert_eq!(pin_refusal(&state, &moment()), locked(60, MINUTE_MS));
    assert_eq!(locked(60, 0).code().0, "STF-003");
}

#[test]
fn each_further_wrong_pin_doubles_the_wait_up_to_fifteen_minutes() {
    let mut tries = 4;
    for minutes in [1, 2, 4, 8, 15, 15, 15] {
        let open = refused(tries, (tries > 4).then_some(-1));
        tries += 1;
        given::<SignOn>([open]).when(wrong()).then([refused(tries, Some(minutes * MINUTE_MS))]);
    }
    given::<SignOn>([refused(u32::MAX, Some(-1))]).when(wrong()).then([refused(u32::MAX, Some(15 * MINUTE_MS))]);
}

#[test]
fn while_locked_no_pin_passes_and_none_counts() {
    for command in [wrong(), right_pin(), sign_on(working(MARIA, CASHIER))] {
        let history = [refused(5, Some(MINUTE_MS))];
        given::<SignOn>(history).at(later(1)).when(command).then_refused(locked(60, MINUTE_MS));
    }
}

#[test]
fn the_lock_ends_when_its_time_is_over() {
    let history = || [refused(5, Some(MINUTE_MS))];
    let state = given::<SignOn>(history()).state().clone();
    assert_eq!(lock_left(&state, &later(MINUTE_MS - 1)), Some(1));
    assert_eq!(lock_left(&state, &later(MINUTE_MS)), None);
    given::<SignOn>(history()).at(later(MINUTE_MS)).when(sign_on(working(MARIA, CASHIER))).then([signed_on()]);
}

#[test]
fn setting_the_clock_back_opens_nothing() {
    let hour = 60 * MINUTE_MS;
    let set_back = Moment { now_ms: moment().now_ms - hour, ..moment() };
    let history = [refused(5, Some(MINUTE_MS))];
    given::<SignOn>(history).at(set_back.clone()).when(wrong()).then_refused(locked(60, MINUTE_MS));

    let state = given::<SignOn>([refused(4, None)]).at(set_back.clone()).when(wrong()).state();
    assert_eq!(lock_left(&state, &set_back), Some(MINUTE_MS), "the wait counts from the highest time");
}

#[test]
fn each_operator_and_register_has_a_stream_of_its_own() {
    let elsewhere = RegisterId(Uuid::from_u128(71));
    let here = sign_on_stream(MARIA, REGISTER);
    assert_eq!(here, sign_on_stream(MARIA, REGISTER));
    assert_ne!(here, sign_on_stream(ELENI, REGISTER));
    assert_ne!(here, sign_on_stream(MARIA, elsewhere));
    assert_eq!(here.get_version_num(), 5);
    assert_eq!(here.to_string(), "6a4a5ba0-c320-5e94-aae1-0a29fccbf324", "a stream is found again for ever");
}

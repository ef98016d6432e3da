use super::*;
use eventing::testing::{given, moment};
use kernel::{Coded, Moment, Rate};

/// The moment's operator asks; Eleni approves.
const TEXT: &str = "-25 % on Galaxy A55 case, 39.80 -> 29.85";
const ACT: Act = Act::DiscountLine { rate: Rate::percent(25) };

fn fingerprint(byte: u8) -> Fingerprint {
    Fingerprint::new([byte; 32])
}

fn grant_by(approver: OperatorId, standing: OperatorState, role_id: RoleId, act: Act) -> OverrideCommand {
    OverrideCommand::Grant(GrantOverride {
        approver,
        standing,
        role: RoleState::Defined(role(role_id)),
        asked_by: MARIA,
        act,
        fingerprint: fingerprint(7),
        text: TEXT.to_owned(),
    })
}

fn granted() -> OverrideEvent {
    OverrideGranted {
        approver: ELENI,
        asked_by: MARIA,
        permission: Permission::Discount,
        text: TEXT.to_owned(),
        fingerprint: fingerprint(7),
        clock_ms: moment().now_ms,
        expires_ms: moment().highest_ms + 60_000,
    }
    .into()
}

fn refused(why: RefusedBecause) -> OverrideEvent {
    let (permission, text) = (Permission::Discount, TEXT.to_owned());
    OverrideRefused { approver: ELENI, asked_by: MARIA, permission, text, why }.into()
}

fn used() -> OverrideEvent {
    let (permission, text) = (Permission::Discount, TEXT.to_owned());
    OverrideUsed { approver: ELENI, asked_by: MARIA, permission, text }.into()
}

fn use_it(byte: u8) -> OverrideCommand {
    OverrideCommand::Use(UseOverride { fingerprint: fingerprint(byte) })
}

fn does_not_hold(why: OverrideFault) -> Rejection {
    Rejection::OverrideDoesNotHold { why }
}

fn after(ms: i64) -> Moment {
    let now = moment();
    Moment { now_ms: now.now_ms + ms, highest_ms: now.highest_ms + ms, ..now }
}

#[test]
fn a_manager_approves_one_act() {
    let state =
        given::<OverrideApproval>([]).when(grant_by(ELENI, working(ELENI, MANAGER), MANAGER, ACT)).then([granted()]);
    assert_eq!(state.approver(), Some(ELENI));
}

#[test]
fn somebody_who_may_not_do_it_cannot_approve_it_and_the_asking_is_a_fact() {
    given::<OverrideApproval>([])
        .when(grant_by(ELENI, working(ELENI, CASHIER), CASHIER, ACT))
        .then([refused(RefusedBecause::NotPermitted)]);
}

#[test]
fn nobody_approves_their_own_act() {
    let OverrideEvent::OverrideRefused(expected) = refused(RefusedBecause::NotPermitted) else { unreachable!() };
    given::<OverrideApproval>([])
        .when(grant_by(MARIA, working(MARIA, MANAGER), MANAGER, ACT))
        .then([OverrideRefused { approver: MARIA, ..expected }.into()]);
}

#[test]
fn an_approver_works_here_and_has_a_pin() {
    let by = |standing| grant_by(ELENI, standing, MANAGER, ACT);
    given::<OverrideApproval>([]).when(by(gone(ELENI))).then_refused(Rejection::NotActive);
    given::<OverrideApproval>([]).when(by(without_pin(ELENI))).then_refused(Rejection::NoPin);
    given::<OverrideApproval>([]).when(by(working(MARIA, MANAGER))).then_refused(Rejection::NotActive);
    let system = grant_by(SYSTEM, working(SYSTEM, SYSTEM_ROLE), SYSTEM_ROLE, Act::VoidOrder);
    given::<OverrideApproval>([]).when(system).then_refused(Rejection::BuiltIn);
}

#[test]
fn the_back_office_is_not_lent_at_the_counter() {
    given::<OverrideApproval>([])
        .when(grant_by(ELENI, working(ELENI, MANAGER), MANAGER, Act::EditStaff))
        .then_refused(Rejection::NotPermitted { permission: Permission::EditStaff });
}

#[test]
fn a_wrong_pin_is_a_fact_and_the_next_try_may_succeed() {
    let wrong = RefuseOverride {
        approver: ELENI,
        asked_by: MARIA,
        act: ACT,
        text: TEXT.to_owned(),
        why: RefusedBecause::WrongPin,
    };
    given::<OverrideApproval>([])
        .when(OverrideCommand::Refuse(wrong.clone()))
        .then([refused(RefusedBecause::WrongPin)]);
    given::<OverrideApproval>([refused(RefusedBecause::WrongPin)])
        .when(grant_by(ELENI, working(ELENI, MANAGER), MANAGER, ACT))
        .then([granted()]);
    given::<OverrideApproval>([granted()]).when(OverrideCommand::Refuse(wrong)).then_refused(Rejection::AlreadyExists);
}

#[test]
fn an_override_is_granted_once() {
    for history in [vec![granted()], vec![granted(), used()]] {
        given::<OverrideApproval>(history)
            .when(grant_by(ELENI, working(ELENI, MANAGER), MANAGER, ACT))
            .then_refused(Rejection::AlreadyExists);
    }
}

#[test]
fn an_override_is_used_once() {
    let state = given::<OverrideApproval>([granted()]).when(use_it(7)).then([used()]);
    assert_eq!(state.approver(), Some(ELENI));
    let refused = does_not_hold(OverrideFault::Used);
    assert_eq!(refused.code().0, "STF-014");
    assert_eq!(refused.to_string(), "the override does not hold: used");
    given::<OverrideApproval>([granted(), used()]).when(use_it(7)).then_refused(refused);
}

#[test]
fn what_nobody_approved_is_not_used() {
    let refused_before = [refused(RefusedBecause::WrongPin)];
    given::<OverrideApproval>([]).when(use_it(7)).then_refused(does_not_hold(OverrideFault::NotGranted));
    given::<OverrideApproval>(refused_before).when(use_it(7)).then_refused(does_not_hold(OverrideFault::NotGranted));
}

#[test]
fn an_override_holds_for_that_exact_command_only() {
    given::<OverrideApproval>([granted()]).when(use_it(8)).then_refused(does_not_hold(OverrideFault::ForAnotherAct));
}

#[test]
fn an_override_holds_for_whoever_asked_only() {
    let somebody_else = Moment { actor: OperatorId(Uuid::from_u128(3)), ..moment() };
    given::<OverrideApproval>([granted()])
        .at(somebody_else)
        .when(use_it(7))
        .then_refused(does_not_hold(OverrideFault::ForAnotherAct));
}

#[test]
fn an_override_expires_after_a_minute() {
    given::<OverrideApproval>([granted()]).at(after(60_000)).when(use_it(7)).then([used()]);
    given::<OverrideApproval>([granted()])
        .at(after(60_001))
        .when(use_it(7))
        .then_refused(does_not_hold(OverrideFault::Expired));
}

#[test]
fn setting_the_clock_back_does_not_keep_an_override_alive() {
    let set_back = Moment { now_ms: moment().now_ms - 3_600_000, ..moment() };
    given::<OverrideApproval>([granted()])
        .at(set_back)
        .when(use_it(7))
        .then_refused(does_not_hold(OverrideFault::Expired));
}

#[test]
fn a_clock_that_was_set_back_before_still_counts_the_minute() {
    let behind = |ms: i64| Moment { now_ms: moment().now_ms - 3_600_000 + ms, ..moment() };
    let command = || grant_by(ELENI, working(ELENI, MANAGER), MANAGER, ACT);
    let OverrideEvent::OverrideGranted(mut expected) = granted() else { unreachable!() };
    expected.clock_ms = behind(0).now_ms;
    given::<OverrideApproval>([]).at(behind(0)).when(command()).then([expected.clone().into()]);
    given::<OverrideApproval>([expected.clone().into()]).at(behind(60_000)).when(use_it(7)).then([used()]);
    given::<OverrideApproval>([expected.into()])
        .at(behind(60_001))
        .when(use_it(7))
        .then_refused(does_not_hold(OverrideFault::Expired));
}

#[test]
fn a_fingerprint_reads_back_what_it_wrote() {
    let text = serde_json::to_string(&fingerprint(0xa7)).unwrap();
    assert_eq!(text, format!("\"{}\"", "a7".repeat(32)));
    assert_eq!(serde_json::from_str::<Fingerprint>(&text).unwrap(), fingerprint(0xa7));
    for bad in ["a7".repeat(31), "A7".repeat(32), "g7".repeat(32), "é".repeat(32)] {
        assert_eq!(Fingerprint::try_from(bad), Err(FingerprintError));
    }
}

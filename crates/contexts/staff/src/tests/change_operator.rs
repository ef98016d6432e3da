use super::*;
use eventing::testing::given;
use kernel::Coded;

fn added(role: RoleId) -> OperatorEvent {
    OperatorAdded { operator: MARIA, name: "Maria Papadopoulou".to_owned(), initials: "MP".to_owned(), role }.into()
}

fn pin(digits: u8) -> OperatorEvent {
    PinChanged { operator: MARIA, verifier_id: Uuid::from_u128(900), digits }.into()
}

fn add(name: &str, initials: Option<&str>) -> OperatorCommand {
    OperatorCommand::Add(AddOperator {
        operator: MARIA,
        name: name.to_owned(),
        initials: initials.map(str::to_owned),
        role: role(CASHIER),
    })
}

fn change_pin(digits: u8, of: RoleId) -> OperatorCommand {
    OperatorCommand::ChangePin(ChangePin { verifier_id: Uuid::from_u128(900), digits, role: role(of) })
}

fn assign(id: RoleId, others_who_edit_staff: u32) -> OperatorCommand {
    OperatorCommand::AssignRole(AssignRole { role: role(id), others_who_edit_staff })
}

fn deactivate(others_who_edit_staff: u32) -> OperatorCommand {
    OperatorCommand::Deactivate(DeactivateOperator { others_who_edit_staff })
}

fn deactivated() -> OperatorEvent {
    OperatorDeactivated { operator: MARIA }.into()
}

#[test]
fn initials_come_from_the_first_two_words() {
    given::<Operator>([]).when(add(" Maria Papadopoulou ", None)).then([added(CASHIER)]);
}

#[test]
fn initials_may_be_given() {
    let OperatorState::Active(maria) = given::<Operator>([]).when(add("Maria", Some("ΜΠ"))).state() else {
        panic!("she works here now");
    };
    assert_eq!(maria.initials, "ΜΠ");
    let refused = Rejection::NameNotUsable { most: 3 };
    given::<Operator>([]).when(add("Maria", Some("MARI"))).then_refused(refused);
}

#[test]
fn a_name_must_fit_a_button() {
    let refused = Rejection::NameNotUsable { most: 40 };
    assert_eq!(refused.code().0, "STF-005");
    for name in ["", " ", "Ma\nria", &"x".repeat(41)] {
        given::<Operator>([]).when(add(name, None)).then_refused(refused.clone());
    }
}

#[test]
fn an_operator_is_added_once() {
    assert_eq!(Rejection::AlreadyExists.code().0, "STF-007");
    given::<Operator>([added(CASHIER)]).when(add("Maria", None)).then_refused(Rejection::AlreadyExists);
    given::<Operator>([added(CASHIER), deactivated()]).when(add("Maria", None)).then_refused(Rejection::AlreadyExists);
}

#[test]
fn a_cashiers_pin_has_at_least_four_digits() {
    given::<Operator>([added(CASHIER)]).when(change_pin(4, CASHIER)).then([pin(4)]);
    let refused = Rejection::PinLength { least: 4, most: 12 };
    assert_eq!(refused.code().0, "STF-008");
    given::<Operator>([added(CASHIER)]).when(change_pin(3, CASHIER)).then_refused(refused.clone());
    given::<Operator>([added(CASHIER)]).when(change_pin(13, CASHIER)).then_refused(refused);
}

#[test]
fn a_managers_pin_has_at_least_six_digits() {
    let refused = Rejection::PinLength { least: 6, most: 12 };
    given::<Operator>([added(MANAGER)]).when(change_pin(5, MANAGER)).then_refused(refused);
    given::<Operator>([added(MANAGER)]).when(change_pin(6, MANAGER)).then([pin(6)]);
}

#[test]
fn a_pin_is_measured_by_the_operators_own_role() {
    given::<Operator>([added(MANAGER)]).when(change_pin(4, CASHIER)).then_refused(Rejection::RoleNotDefined);
}

#[test]
fn an_operator_without_a_pin_has_none_to_check() {
    assert_eq!(Rejection::NoPin.code().0, "STF-010");
    assert_eq!(given::<Operator>([added(CASHIER)]).state().pin(), Err(Rejection::NoPin));
    assert_eq!(given::<Operator>([added(CASHIER), pin(4)]).state().pin().unwrap().digits, 4);
}

#[test]
fn a_role_is_assigned_once() {
    let assigned = RoleAssigned { operator: MARIA, role: MANAGER };
    given::<Operator>([added(CASHIER), pin(6)]).when(assign(MANAGER, 1)).then([assigned.clone().into()]);
    given::<Operator>([added(CASHIER), pin(6), assigned.into()]).when(assign(MANAGER, 1)).then_nothing();
}

#[test]
fn a_short_pin_never_guards_a_managers_permissions() {
    let refused = Rejection::PinLength { least: 6, most: 12 };
    given::<Operator>([added(CASHIER), pin(4)]).when(assign(MANAGER, 1)).then_refused(refused);
}

#[test]
fn the_last_one_who_may_edit_staff_keeps_it() {
    assert_eq!(Rejection::NobodyLeft.code().0, "STF-013");
    given::<Operator>([added(MANAGER), pin(6)]).when(assign(CASHIER, 0)).then_refused(Rejection::NobodyLeft);
    given::<Operator>([added(MANAGER), pin(6)]).when(deactivate(0)).then_refused(Rejection::NobodyLeft);
    given::<Operator>([added(MANAGER), pin(6)]).when(deactivate(1)).then([deactivated()]);
}

#[test]
fn deactivating_twice_records_nothing() {
    given::<Operator>([added(CASHIER), deactivated()]).when(deactivate(0)).then_nothing();
}

#[test]
fn somebody_who_left_is_not_changed() {
    for command in [change_pin(4, CASHIER), assign(MANAGER, 1)] {
        given::<Operator>([added(CASHIER), deactivated()]).when(command).then_refused(Rejection::NotActive);
    }
    given::<Operator>([]).when(deactivate(1)).then_refused(Rejection::NotActive);
}

#[test]
fn a_recovery_code_replaces_the_one_before() {
    let issue = |id| OperatorCommand::IssueRecoveryCode(IssueRecoveryCode { verifier_id: Uuid::from_u128(id) });
    let issued = |id| RecoveryCodeIssued { operator: MARIA, verifier_id: Uuid::from_u128(id) };
    let state = given::<Operator>([added(MANAGER), issued(1).into()]).when(issue(2)).then([issued(2).into()]);
    assert_eq!(state.active().unwrap().recovery, Some(Uuid::from_u128(2)));
}

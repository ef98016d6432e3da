use super::*;
use eventing::testing::given;

fn replay() -> OperatorEvent {
    let (name, initials) = ("replay".to_owned(), "R".to_owned());
    OperatorAdded { operator: REPLAY, name, initials, role: REPLAY_ROLE }.into()
}

#[test]
fn the_built_in_operators_can_be_recorded_with_their_roles() {
    let operators = built_in_operators();
    assert_eq!(operators.iter().map(|add| add.operator).collect::<Vec<_>>(), [SYSTEM, REPLAY]);
    for add in operators {
        let role = RoleState::Defined(add.role.clone());
        let state = given::<Operator>([]).when(OperatorCommand::Add(add)).state();
        assert!(check(&state, &role, &Act::VoidOrder).is_ok());
    }
}

#[test]
fn a_replay_may_sell_at_any_price_and_nothing_else() {
    let most = kernel::Rate::percent(100);
    for act in [Act::Sell, Act::DiscountLine { rate: most }, Act::OverridePrice { rate: most }, Act::OpenShift] {
        assert!(may(&role(REPLAY_ROLE), &act).is_ok(), "{act:?}");
    }
    for act in [Act::EditStaff, Act::EditCatalog, Act::ReverseSale { amount: euro(1) }, Act::SetUpShop] {
        assert!(may(&role(REPLAY_ROLE), &act).is_err(), "{act:?}");
    }
}

#[test]
fn a_built_in_operator_has_no_pin_and_gets_none() {
    assert_eq!(given::<Operator>([replay()]).state().pin(), Err(Rejection::BuiltIn));
    let command = ChangePin { verifier_id: Uuid::from_u128(900), digits: 6, role: role(REPLAY_ROLE) };
    given::<Operator>([replay()]).when(OperatorCommand::ChangePin(command)).then_refused(Rejection::BuiltIn);
}

#[test]
fn a_built_in_operator_keeps_its_role_and_stays() {
    let assign = AssignRole { role: role(MANAGER), others_who_edit_staff: 1 };
    given::<Operator>([replay()]).when(OperatorCommand::AssignRole(assign)).then_refused(Rejection::BuiltIn);
    let end = DeactivateOperator { others_who_edit_staff: 1 };
    given::<Operator>([replay()]).when(OperatorCommand::Deactivate(end)).then_refused(Rejection::BuiltIn);
}

#[test]
fn a_built_in_operator_does_not_sign_on() {
    for operator in [SYSTEM, REPLAY] {
        let standing = working(operator, REPLAY_ROLE);
        let command = SignOnCommand::SignOn(RecordSignOn { operator, register: REGISTER, standing });
        given::<SignOn>([]).when(command).then_refused(Rejection::BuiltIn);
    }
}

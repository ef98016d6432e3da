use super::*;
use eventing::testing::given;
use kernel::{Coded, Rate};

const FLOOR: RoleId = RoleId(Uuid::from_u128(500));

fn define(grants: Vec<Grant>) -> RoleCommand {
    RoleCommand::Define(DefineRole { role: FLOOR, name: " Floor ".to_owned(), grants })
}

fn defined(grants: Vec<Grant>) -> RoleEvent {
    RoleDefined { role: FLOOR, name: "Floor".to_owned(), grants }.into()
}

#[test]
fn a_role_gets_its_name_and_permissions() {
    let grants = vec![Grant::of(Permission::Sell)];
    let state = given::<Role>([]).when(define(grants.clone())).then([defined(grants.clone())]);
    assert_eq!(state.defined().unwrap().grants, grants);
}

#[test]
fn a_role_can_be_defined_anew() {
    let more = vec![Grant::of(Permission::Sell), Grant::of(Permission::VoidOrder)];
    given::<Role>([defined(vec![Grant::of(Permission::Sell)])]).when(define(more.clone())).then([defined(more)]);
}

#[test]
fn the_same_definition_again_records_nothing() {
    let grants = vec![Grant::of(Permission::Sell)];
    given::<Role>([defined(grants.clone())]).when(define(grants)).then_nothing();
}

#[test]
fn a_role_needs_a_name() {
    let nameless = RoleCommand::Define(DefineRole { role: FLOOR, name: "  ".to_owned(), grants: vec![] });
    given::<Role>([]).when(nameless).then_refused(Rejection::NameNotUsable { most: 40 });
}

#[test]
fn a_permission_is_granted_once() {
    let twice = vec![
        Grant::up_to(Permission::Discount, Limit::DiscountRate(Rate::percent(5))),
        Grant::of(Permission::Discount),
    ];
    let refused = Rejection::GrantNotSound { permission: Permission::Discount };
    assert_eq!(refused.code().0, "STF-012");
    given::<Role>([]).when(define(twice)).then_refused(refused);
}

#[test]
fn a_limit_must_measure_its_permission() {
    let amount = Limit::Amount(euro(500));
    for permission in [Permission::Discount, Permission::Sell] {
        let refused = Rejection::GrantNotSound { permission };
        given::<Role>([]).when(define(vec![Grant::up_to(permission, amount)])).then_refused(refused);
    }
    let sound = vec![Grant::up_to(Permission::ReverseSale, amount)];
    given::<Role>([]).when(define(sound.clone())).then([defined(sound)]);
}

#[test]
fn what_the_program_brings_is_not_redefined() {
    for role in [MANAGER, REPLAY_ROLE, SYSTEM_ROLE] {
        let weaker = DefineRole { role, name: "manager".to_owned(), grants: vec![] };
        given::<Role>([]).when(RoleCommand::Define(weaker)).then_refused(Rejection::BuiltIn);
    }
    assert_eq!(Rejection::BuiltIn.code().0, "STF-009");
}

#[test]
fn an_update_may_widen_what_the_program_brings() {
    let manager = built_in_roles().into_iter().find(|role| role.role == MANAGER).unwrap();
    let earlier = RoleDefined { role: MANAGER, name: "manager".to_owned(), grants: vec![Grant::of(Permission::Sell)] };
    let state = given::<Role>([earlier.into()]).when(RoleCommand::Define(manager.clone())).state();
    assert_eq!(state.defined().unwrap().grants, manager.grants);
}

#[test]
fn a_shop_sets_its_cashiers_limits() {
    let grants = vec![Grant::of(Permission::Sell)];
    let command = DefineRole { role: CASHIER, name: "cashier".to_owned(), grants };
    let state = given::<Role>([]).when(RoleCommand::Define(command)).state();
    assert!(may(state.defined().unwrap(), &Act::DiscountLine { rate: Rate::percent(1) }).is_err());
}

#[test]
fn who_can_only_sell_needs_four_digits_and_everybody_else_six() {
    assert_eq!(role(CASHIER).least_pin_digits(), 4);
    assert_eq!(role(MANAGER).least_pin_digits(), 6);
    assert_eq!(own_role(&[Grant::of(Permission::ReverseSale)]).least_pin_digits(), 6);
    assert_eq!(own_role(&[Grant::of(Permission::Discount)]).least_pin_digits(), 6);
}

//! Given / when / then: the rules of staff, one a test.

mod built_in;
mod change_operator;
mod define_role;
mod invariants;
mod may;
mod overrides;
mod recover;
mod sign_on;
mod views;

use crate::*;
use kernel::{Currency, Money, OperatorId, RegisterId, RoleId, Uuid};

pub(super) const MARIA: OperatorId = OperatorId(Uuid::from_u128(1));
pub(super) const ELENI: OperatorId = OperatorId(Uuid::from_u128(2));
pub(super) const REGISTER: RegisterId = RegisterId(Uuid::from_u128(70));

pub(super) fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

pub(super) fn role(id: RoleId) -> RoleDetails {
    let found = built_in_roles().into_iter().find(|role| role.role == id).unwrap();
    RoleDetails { role: id, name: found.name, grants: found.grants }
}

/// A role of the shop's own making.
pub(super) fn own_role(grants: &[Grant]) -> RoleDetails {
    RoleDetails { role: RoleId(Uuid::from_u128(500)), name: "own".to_owned(), grants: grants.to_vec() }
}

/// Somebody who works here and has a PIN.
pub(super) fn working(operator: OperatorId, role: RoleId) -> OperatorState {
    let pin = Some(Pin { verifier_id: Uuid::from_u128(900), digits: 6 });
    let (name, initials) = ("Maria".to_owned(), "M".to_owned());
    OperatorState::Active(OperatorDetails { operator, name, initials, role, pin, recovery: None })
}

pub(super) fn gone(operator: OperatorId) -> OperatorState {
    match working(operator, CASHIER) {
        OperatorState::Active(details) => OperatorState::Inactive(details),
        other => other,
    }
}

pub(super) fn without_pin(operator: OperatorId) -> OperatorState {
    match working(operator, CASHIER) {
        OperatorState::Active(details) => OperatorState::Active(OperatorDetails { pin: None, ..details }),
        other => other,
    }
}

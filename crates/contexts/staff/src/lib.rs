//! Who may do what: operators, their roles and PINs, signing on, and a second operator's approval of one act.
//!
//! The context decides and records; it never sees a PIN. Hashing happens outside, and what is stored here is the id
//! of a verifier.

mod act;
mod approval;
mod built_in;
mod fingerprint;
mod may;
mod operator;
mod permission;
mod rejection;
mod role;
mod sign_on;
#[cfg(test)]
mod tests;
mod views;

pub use act::{Act, rate_of};
pub use approval::{
    ApprovalState, GrantOverride, OVERRIDE_LASTS_MS, OverrideApproval, OverrideCommand, OverrideEvent, OverrideGranted,
    OverrideRefused, OverrideUsed, RefuseOverride, RefusedBecause, UseOverride,
};
pub use built_in::{
    CASHIER, MANAGER, REPLAY, REPLAY_ROLE, SYSTEM, SYSTEM_ROLE, built_in_operators, built_in_roles, is_built_in,
};
pub use fingerprint::{Fingerprint, FingerprintError};
pub use may::{CanBeOverridden, check, may};
pub use operator::{
    AddOperator, AssignRole, ChangePin, DeactivateOperator, IssueRecoveryCode, MOST_PIN_DIGITS, Operator,
    OperatorAdded, OperatorCommand, OperatorDeactivated, OperatorDetails, OperatorEvent, OperatorState, Pin,
    PinChanged, Recover, RecoveryCodeIssued, RecoveryCodeUsed, RoleAssigned,
};
pub use permission::{Grant, Limit, Permission};
pub use rejection::{OverrideFault, Rejection};
pub use role::{DefineRole, Role, RoleCommand, RoleDefined, RoleDetails, RoleEvent, RoleState};
pub use sign_on::{
    Forgive, Lock, Offered, PinAccepted, PinRefused, Presence, RecordRightPin, RecordSignOn, RecordWrongPin, SignOff,
    SignOn, SignOnCommand, SignOnEvent, SignOnState, SignedOff, SignedOn, TRIES_BEFORE_LOCK, code_refusal, lock_left,
    locked, pin_refusal, recovery_stream, sign_on_stream,
};
pub use views::{
    INVARIANTS, OPERATOR, OperatorRow, ROLE, RoleRow, count_others_who_edit_staff, find_operator, find_role,
    list_operators, list_roles,
};

/// Adds this context to the application.
#[must_use]
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<Role>()
        .decider::<Operator>()
        .decider::<SignOn>()
        .decider::<OverrideApproval>()
        .view(&ROLE)
        .view(&OPERATOR)
}

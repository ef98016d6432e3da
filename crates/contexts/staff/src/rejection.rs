//! Every refusal of this context, with its code.

use crate::{Limit, Permission};
use serde::Serialize;

kernel::rejections! {
    /// Why staff may refuse.
    pub enum Rejection {
        /// The role does not hold it. A second operator may approve it.
        "STF-001" NotPermitted { permission: Permission }: "the role does not hold {permission}",
        /// The role holds it, but not so far. A second operator may approve it.
        "STF-002" AboveLimit { permission: Permission, limit: Limit, asked: Limit }:
            "{permission} is limited to {limit}, and {asked} was asked for",
        /// Too many wrong PINs: nobody gets in here until then.
        "STF-003" Locked { until_ms: i64, seconds_left: u64 }: "locked for another {seconds_left} seconds",
        /// The PIN was wrong.
        "STF-004" WrongPin { tries_left: u32 }: "the PIN is wrong; {tries_left} tries are left before a wait",
        /// Empty, or longer than fits.
        "STF-005" NameNotUsable { most: usize }: "a name has 1 to {most} characters",
        /// Unknown, or no longer working here.
        "STF-006" NotActive: "the operator is not active",
        /// The id is taken.
        "STF-007" AlreadyExists: "it exists already",
        /// Too short for what the role may do, or longer than a keypad takes.
        "STF-008" PinLength { least: u8, most: u8 }: "the PIN has {least} to {most} digits",
        /// The program's own operators and roles are as they are.
        "STF-009" BuiltIn: "a built-in operator does not sign on, and what is built in does not change",
        /// Nobody has set one yet.
        "STF-010" NoPin: "the operator has no PIN yet",
        /// No such role.
        "STF-011" RoleNotDefined: "the role is not defined",
        /// Held twice, or with a limit that does not measure it.
        "STF-012" GrantNotSound { permission: Permission }:
            "{permission} is granted twice, or with a limit that does not fit it",
        /// The shop would lock itself out.
        "STF-013" NobodyLeft: "nobody would be left who may edit staff",
        /// It cannot be used for this act now: ask again.
        "STF-014" OverrideDoesNotHold { why: OverrideFault }: "the override does not hold: {why}",
        /// None was issued, or it was used: somebody who may edit staff sets the PIN.
        "STF-015" NoRecoveryCode: "no recovery code is out for the operator",
        /// The code was wrong.
        "STF-016" WrongRecoveryCode { tries_left: u32 }:
            "the recovery code is wrong; {tries_left} tries are left before a wait",
        /// Nobody keeps it: issue another.
        "STF-017" RecoveryCodeShownOnce: "a recovery code is shown once",
        /// What was taken off was agreed on for less: it goes, the cart changes, and it is asked for again.
        "STF-018" WouldGrow { permission: Permission }: "{permission} was for the cart as it was, and would grow",
    }
}

/// Why an override does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "staff/")]
pub enum OverrideFault {
    /// Nobody approved it.
    NotGranted,
    /// It was granted for something else, or to somebody else.
    ForAnotherAct,
    /// Its time is over.
    Expired,
    /// It was used: it holds once.
    Used,
}

impl std::fmt::Display for OverrideFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.serialize(f)
    }
}

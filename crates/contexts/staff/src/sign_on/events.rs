//! What a sign-on stream records.

use kernel::{OperatorId, RegisterId};
use serde::{Deserialize, Serialize};

/// What somebody offered to show who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offered {
    /// Digits.
    #[default]
    Pin,
    /// The code on paper.
    RecoveryCode,
}

impl Offered {
    /// Facts from before there were recovery codes say nothing, and mean a PIN.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_pin(&self) -> bool {
        *self == Self::Pin
    }
}

eventing::fact! {
    /// The right PIN: they work at this register from now on. Wrong ones are forgotten.
    SignedOn, "staff.sign_on.signed_on", v 1, {
        /// Who.
        operator: OperatorId,
        /// Where.
        register: RegisterId,
    }
}

eventing::fact! {
    /// The right PIN after wrong ones, for something other than signing on. Wrong ones are forgotten.
    PinAccepted, "staff.sign_on.pin_accepted", v 1, {
        /// Who.
        operator: OperatorId,
        /// Where.
        register: RegisterId,
    }
}

eventing::fact! {
    /// A wrong PIN, or a wrong recovery code.
    PinRefused, "staff.sign_on.pin_refused", v 1, {
        /// Whose PIN it was not.
        operator: OperatorId,
        /// Where.
        register: RegisterId,
        /// Wrong ones since the last right one, this one included.
        tries: u32,
        /// No PIN may be tried before this time; none while tries are left.
        locked_until_ms: Option<i64>,
        /// What was wrong.
        #[serde(default, skip_serializing_if = "Offered::is_pin")]
        offered: Offered,
    }
}

eventing::fact! {
    /// They left the register.
    SignedOff, "staff.sign_on.signed_off", v 1, {
        /// Who.
        operator: OperatorId,
        /// Where.
        register: RegisterId,
    }
}

eventing::events! {
    /// Everything that a sign-on stream records.
    pub enum SignOnEvent { SignedOn, PinAccepted, PinRefused, SignedOff }
}

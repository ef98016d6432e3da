//! What a sign-on stream records.

use kernel::{OperatorId, RegisterId};

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
    /// A wrong PIN.
    PinRefused, "staff.sign_on.pin_refused", v 1, {
        /// Whose PIN it was not.
        operator: OperatorId,
        /// Where.
        register: RegisterId,
        /// Wrong ones since the last right one, this one included.
        tries: u32,
        /// No PIN may be tried before this time; none while tries are left.
        locked_until_ms: Option<i64>,
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

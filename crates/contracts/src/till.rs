//! What the till tells the others.

use crate::fact::fact;
use kernel::{Money, RegisterId, ShiftId};

fact! {
    /// A till's accountability begins.
    ShiftOpened, "till.shift.opened", v 1, {
        /// The shift.
        shift: ShiftId,
        /// The register.
        register: RegisterId,
        /// The shift's number on this register, from 1.
        number: u32,
        /// What lies in the drawer.
        float: Money,
    }
}

fact! {
    /// A till's accountability ends. Over/short is counted − expected.
    ShiftClosed, "till.shift.closed", v 1, {
        /// The shift.
        shift: ShiftId,
        /// What was counted, without seeing what was expected.
        counted: Money,
        /// Float + Σ (cash taken − change) − cash given back.
        expected: Money,
        /// Counted − expected.
        over_short: Money,
    }
}
